import ArgumentParser
import TandemCompiler
import TandemSemantics
import TandemSyntax

struct Suggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Suggest what stands in empty tables, from the descriptions of both systems.")

  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: InputOptions

  @Option(help: "The form of the report: text or json.")
  var format: Format = .text

  func run() throws {
    let loaded = try input.load()
    let suggesting = Suggesting(documents: loaded.documents, systems: loaded.systems)
    Terminal.output(SuggestionJSON.render(suggesting.suggestions()))
  }
}
