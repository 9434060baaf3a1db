import ArgumentParser
import TandemCompiler
import TandemSemantics
import TandemSyntax

struct Suggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Suggest rows for empty tables, from the descriptions of both systems.",
    discussion: """
      Each row comes with a confidence in percent and with reasons: names, labels and business terms, types, declared \
      values, references whose entities a section keeps in step. Without --apply the filled tables are printed; with it \
      they are written into the documents, and nothing else in them changes. Rows that would be an error as they are (a \
      value map has to be completed first) are shown and not written.

      A sample holds records of an entity: a CSV file with the entity's name (Customer.csv, or 'Custom CRM Customer.csv' \
      where both systems have one) and the properties in its first line, or JSON such as {"Customer": [{"name": "Ada"}]}. \
      It tells which properties are unique, and which values both systems hold.

      Examples: tandem suggest my-flow.rst
                tandem suggest my-flow.rst --sample Customer.csv --apply
      """)

  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: InputOptions

  @Flag(help: "Write the suggestions into the documents.")
  var apply = false

  @Flag(help: "Suggest further rows for tables that hold some already.")
  var all = false

  @Option(help: ArgumentHelp("A file with records of an entity, CSV or JSON; may be repeated.", valueName: "file"))
  var sample: [String] = []

  @Option(help: "The least confidence, in percent, that a row needs.")
  var confidence = SuggestionOptions.usualConfidence

  @Option(help: "The form of the report: text or json.")
  var format: Format = .text

  func validate() throws {
    guard (1...99).contains(confidence) else { throw ValidationError("--confidence takes a number from 1 to 99") }
  }

  func run() throws {
    do { try suggest() } catch let problem as FileProblem { throw Terminal.fail(problem) }
  }

  private func suggest() throws {
    let loaded = try input.load()
    var suggesting = Suggesting(documents: loaded.documents, systems: loaded.systems)
    for path in sample {
      let file = try Files.read(path)
      do { try suggesting.add(sample: file) } catch { throw FileProblem(description: error.description) }
    }
    let renderer = TextReport(usesColour: Terminal.usesColour)
    for error in suggesting.errors { Terminal.error(renderer.render(error) + "\n") }
    let options = SuggestionOptions(confidence: confidence, includesFilledTables: all)
    let documents = suggesting.suggestions(options: options)
    switch format {
    case .json: Terminal.output(SuggestionJSON.render(documents))
    case .text: Terminal.output(SuggestionText.render(documents, showsTables: !apply))
    }
    if apply { for document in documents { try write(document) } }
    if documents.isEmpty, suggesting.errors.isEmpty, !input.quiet {
      Terminal.message("nothing to suggest: no table is empty, or the descriptions have nothing in common")
    }
    if !suggesting.errors.isEmpty {
      Terminal.message("nothing is suggested where errors stand")
      throw ExitCode(1)
    }
  }

  private func write(_ document: DocumentSuggestions) throws {
    let path = document.dataflow.file.path
    let left = document.obstacles.count
    let rest = left == 0 ? "" : "; \(left) suggested and not written"
    guard !document.edits.isEmpty else {
      if !input.quiet { Terminal.message("\(path): nothing written\(rest)") }
      return
    }
    if Files.isReadOnly(path) {
      throw FileProblem(description: "the file '\(path)' is read-only and was not filled")
    }
    try Files.write(path, TableFilling.bytes(document.dataflow.file, document.edits))
    guard !input.quiet else { return }
    let rows = document.sections.indices.reduce(0) { $0 + document.writtenRows($1).count }
    let combinations = document.sections.reduce(0) { $0 + $1.alternatives.count }
    Terminal.message(
      "\(path): wrote \(Self.count(rows, "row")) and \(Self.count(combinations, "combination"))\(rest)")
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
