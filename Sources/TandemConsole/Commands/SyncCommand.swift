import ArgumentParser

struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Keeps the records of business systems in step, as the dataflows of this program say.",
    discussion: """
      Every command takes the names of dataflows and works on all of them by default. The state, the lock and the \
      systems belong to an environment.

      Exit status: 0 done, 1 error, 2 wrong usage, 3 held for approval, 4 records need a person.
      """,
    subcommands: [
      ListCommand.self, PlanCommand.self, ApplyCommand.self, StatusCommand.self, ConflictsCommand.self,
    ])
}
