import ArgumentParser
import Foundation
import TandemRuntime

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what 'apply' would write, without writing anything.",
    discussion: "Example: sync plan customerp-to-salesforce --environment test")

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var run: RunOptions

  @Option(help: "Also keep the plan in this file, as JSON.")
  var save: String?

  func run() async throws {
    let session = try Session.open(selection, for: .reading)
    let report = try await session.engine(options: try run.options(for: selection)).run(.plan)
    if let save {
      do {
        try Data(try JSONForm.text(JSONForm.Run(report, session)).utf8).write(to: URL(filePath: save), options: .atomic)
      } catch {
        throw EnvironmentError("the plan cannot be written to '\(save)'; look at the directory and the space left")
      }
    }
    try RunOutput.show(report, session, format: selection.format)
    if !report.failures.isEmpty { throw SyncStatus.failed }
    if report.needsPerson { throw SyncStatus.needsPerson }
  }
}
