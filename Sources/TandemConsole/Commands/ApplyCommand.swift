import ArgumentParser
import TandemRuntime

struct ApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Bring the systems into step.",
    discussion: """
      The first run of a flow is only planned: look at the plan, then give --yes.

      Example: sync apply customerp-to-salesforce --yes
      """)

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var run: RunOptions

  @Flag(help: "Approve the first run of flows that have not run before.")
  var yes = false

  func run() async throws {
    let options = try run.options(for: selection)
    let session = try Session.open(selection, for: .running)
    let fresh = try await session.flowsThatNeverRan(options)
    if !fresh.isEmpty && !yes {
      let report = try await session.engine(options: options).run(.plan)
      try RunOutput.show(report, session, format: selection.format)
      if !report.failures.isEmpty { throw SyncStatus.failed }
      Console.error(
        "\nThis is a plan; nothing was written, because these flows have not run before:\n"
          + fresh.map { "  \($0)\n" }.joined() + "Look at it, then run the same command with --yes.\n")
      throw SyncStatus.heldForApproval
    }
    if !session.environment.writes {
      throw EnvironmentError(
        "the environment '\(session.environment.name)' is for reading only; its file must say 'writes: true' before anything is written"
      )
    }
    let report = try await session.engine(options: options).run(.apply)
    try RunOutput.show(report, session, format: selection.format)
    if !report.failures.isEmpty { throw SyncStatus.failed }
    if options.limitPerFlow != nil {
      let rest = try await session.pendingCount(options)
      if rest > 0 {
        Console.error("\(rest) records are still to be looked at; run again, without --limit for all of them\n")
      }
    }
    if report.needsPerson { throw SyncStatus.needsPerson }
  }
}
