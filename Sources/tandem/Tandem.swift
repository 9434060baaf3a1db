import ArgumentParser
import TandemCompiler

/// The compiler's command line.
@main
struct Tandem: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tandem",
    abstract: "Checks dataflow documents and compiles them into Swift and checklists.",
    discussion: """
      A document says which entities of two business systems correspond, which properties are kept in step, and how \
      records are matched. PATH is a document or a directory that holds documents and a directory 'systems'; it \
      defaults to 'Specs'.

      Exit status: 0 done, 1 the documents have errors or a file could not be used, 2 wrong usage.
      """,
    version: TandemRelease.version,
    subcommands: [
      Check.self, Format.self, Generate.self, Checklist.self, Convert.self, Explain.self, Suggest.self, Diff.self,
      Verify.self, New.self, BuildStep.self,
    ])

  /// Runs the command line; wrong usage ends with 2, where the parser's own status would be 64.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      if exitCode(for: error) == .validationFailure {
        Terminal.message(fullMessage(for: error))
        exit(withError: ExitCode(2))
      }
      exit(withError: error)
    }
  }
}
