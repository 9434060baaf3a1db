import ArgumentParser
import TandemRuntime

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Name the dataflows and flows of this program.", discussion: "Example: sync list")

  @OptionGroup var selection: SelectionOptions

  func run() async throws {
    if selection.format == .json {
      Console.output(try JSONForm.text(selection.selected.map(JSONForm.Dataflow.init)))
      return
    }
    for dataflow in selection.selected {
      Console.output("\(dataflow.name): \(dataflow.title)\n")
      for flow in dataflow.flows.map(\.declaration) {
        let held = flow.held.map { " (held: \($0))" } ?? ""
        Console.output("  \(flow.source) to \(flow.target), \(flow.document):\(flow.line)\(held)\n")
      }
    }
  }
}
