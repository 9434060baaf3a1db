import ArgumentParser
import TandemRuntime

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how the flows stand.", discussion: "Example: sync status")

  @OptionGroup var selection: SelectionOptions

  func run() async throws {
    let session = try Session.open(selection, for: .reading)
    let report = try await StatusReport.make(from: session.store, flows: selection.selected)
    switch selection.format {
    case .json: Console.output(try JSONForm.text(JSONForm.Status(report, session)))
    case .text: Console.output(try await StatusText.render(report, session))
    }
    if report.flows.contains(where: { $0.queued > 0 || $0.quarantined > 0 }) || !report.openIntents.isEmpty {
      throw SyncStatus.needsPerson
    }
  }
}
