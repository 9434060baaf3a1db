import ArgumentParser

/// The demonstration: six sample systems, the edits of their users, and a look at whether each edit arrived.
@main
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Sample systems for Tandem, and users that edit them.",
    discussion: """
      Example:
        demo fill .tandem/demo && sync apply --environment demo --yes
        demo edit .tandem/demo && sync apply --environment demo
        demo verify .tandem/demo
      """,
    subcommands: [FillCommand.self, EditCommand.self, VerifyCommand.self, CountCommand.self])
}
