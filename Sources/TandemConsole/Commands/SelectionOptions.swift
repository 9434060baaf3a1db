import ArgumentParser
import TandemRuntime

/// What every command of a sync takes.
struct SelectionOptions: ParsableArguments {
  /// The forms of a report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The names of the dataflows; all where none is given.")
  var dataflows: [String] = []

  @Option(help: "The name of the environment, described in environments/NAME.yaml.")
  var environment: String = "default"

  @Option(help: "The form of the report: text or json.")
  var format: Format = .text

  func validate() throws {
    let known = SyncConsole.dataflows.map(\.name)
    for name in dataflows where !known.contains(name) {
      throw ValidationError("there is no dataflow '\(name)'; there are \(known.joined(separator: ", "))")
    }
  }

  /// The selected dataflows.
  var selected: [DataflowDeclaration] {
    SyncConsole.dataflows.filter { dataflows.isEmpty || dataflows.contains($0.name) }
  }
}

/// What the commands that run flows take besides.
struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only the flows whose title contains this text, as in 'Order to Invoice'.", valueName: "title"))
  var flow: String?

  @Option(help: ArgumentHelp("At most this many records of each flow.", valueName: "records"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  /// The engine's options for a selection.
  func options(for selection: SelectionOptions) throws -> SyncOptions {
    var options = SyncOptions()
    if !selection.dataflows.isEmpty { options.dataflows = Set(selection.dataflows) }
    options.limitPerFlow = limit
    if let flow {
      let wanted = flow.lowercased()
      let flows = selection.selected.flatMap(\.flows).map(\.declaration).filter { declaration in
        "\(declaration.source) to \(declaration.target)".lowercased().contains(wanted)
          || "\(declaration.source.entity) to \(declaration.target.entity)".lowercased().contains(wanted)
      }
      if flows.isEmpty { throw ValidationError("no flow's title contains '\(flow)'; 'sync list' names all flows") }
      options.flows = Set(flows.map(\.identifier))
    }
    return options
  }
}
