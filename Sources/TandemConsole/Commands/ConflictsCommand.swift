import ArgumentParser
import TandemRuntime

struct ConflictsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "Show the edits that lost a conflict, newest first, with both values.",
    discussion: "Example: sync conflicts custom-crm-to-customerp --limit 20")

  @OptionGroup var selection: SelectionOptions

  @Option(help: "At most this many.")
  var limit: Int = 100

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() async throws {
    let session = try Session.open(selection, for: .reading)
    let limit = limit
    let entries = try await session.store.read { try $0.conflicts(nil, limit: limit) }
    let flows = Set(selection.selected.flatMap(\.flows).map(\.declaration.identifier))
    let shown = entries.filter { flows.contains($0.flow) }
    switch selection.format {
    case .json: Console.output(try JSONForm.text(shown.map { JSONForm.Conflict($0, session) }))
    case .text: Console.output(ConflictText.render(shown, session))
    }
  }
}
