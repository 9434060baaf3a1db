import ArgumentParser
import TandemCompiler
import TandemSyntax

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold the descriptions of systems against fresh exports of their schemas.",
    discussion: """
      Examples: tandem verify Specs --schema account-describe.json contact-describe.json
                tandem verify Specs --schema ledger-export.yaml --fix
                tandem verify Specs --schema metadata.xml --system ExactOnline

      An export is what Salesforce answers to 'describe', the $metadata of OData, JSON Schema, a plain list of fields in JSON, or a description of \
      Tandem's own form in a .yaml file. Its system is found by what it holds, or named with --system.

      What is gone, renamed, shorter, protected, newly required, unique or a reference, \
      and what has another key, is reported at the description, with the rows of the \
      documents that use it: an error where some do, else a warning. Exit status: 0 nothing wrong, 1 errors, 2 wrong usage.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("The exported schemas.", valueName: "file"))
  var schema: [String] = []

  @Option(help: "The name of the system that the exports were made of.")
  var system: String?

  @Option(help: "The form of the report: text, json, sarif or github.")
  var format: Check.Format = .text

  @Flag(help: "Write into the descriptions what the exports leave no doubt about, and verify again.")
  var fix = false

  func validate() throws {
    if schema.isEmpty {
      throw ValidationError("name an exported schema, as in 'tandem verify Specs --schema account-describe.json'")
    }
  }

  func run() throws {
    var (loaded, compilation): (LoadedInput, Compilation)
    do throws(FileProblem) {
      let exports = try exports()
      (loaded, compilation) = try verify(exports)
      if fix { try applyFixes(exports, &loaded, &compilation) }
    } catch { throw Terminal.fail(error) }
    switch format {
    case .text: report(compilation, loaded)
    case .json: Terminal.output(JSONReport.render(compilation))
    case .sarif: Terminal.output(SARIFReport.render(compilation.diagnostics))
    case .github: Terminal.output(GitHubReport.render(compilation.diagnostics))
    }
    if compilation.hasErrors { throw ExitCode(1) }
  }

  private func exports() throws(FileProblem) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in schema { files.append(try Files.read(path)) }
    return files
  }

  /// Compares once. Faults of the descriptions themselves come first, because what they hide cannot be compared.
  private func verify(_ exports: [SourceFile]) throws(FileProblem) -> (LoadedInput, Compilation) {
    let loaded = try input.load()
    let compilation = loaded.compile()
    let paths = Set(loaded.systems.map(\.path))
    let faults = compilation.diagnostics.filter { $0.severity == .error && paths.contains($0.span.file.path) }
    if !faults.isEmpty {
      let renderer = TextReport(usesColour: Terminal.usesColour)
      Terminal.error(faults.map { renderer.render($0) + "\n" }.joined())
      throw FileProblem(description: "the descriptions have errors; correct them before they are compared")
    }
    return (
      loaded,
      SchemaVerification.verify(compilation, descriptions: loaded.systems, exports: exports, system: system)
    )
  }

  /// Corrects the descriptions; what stood in another correction's way has its turn in the next round.
  private func applyFixes(
    _ exports: [SourceFile], _ loaded: inout LoadedInput, _ compilation: inout Compilation
  ) throws(FileProblem) {
    var count = 0
    var paths: Set<String> = []
    for _ in 0..<Self.maximumRounds {
      let fixes = SafeFixes(compilation.diagnostics)
      if fixes.count == 0 { break }
      for change in fixes.files {
        try Files.write(change.file.path, change.bytes)
        paths.insert(change.file.path)
      }
      count += fixes.count
      (loaded, compilation) = try verify(exports)
    }
    guard !input.quiet else { return }
    Terminal.message(
      count == 0
        ? "nothing to correct"
        : "\(count) correction\(count == 1 ? "" : "s") in \(paths.sorted().joined(separator: ", "))")
  }

  /// Corrections that call for each other without an end are stopped after so many rounds.
  private static let maximumRounds = 10

  private func report(_ compilation: Compilation, _ loaded: LoadedInput) {
    let renderer = TextReport(usesColour: Terminal.usesColour)
    Terminal.error(compilation.diagnostics.map { renderer.render($0) + "\n" }.joined())
    guard !input.quiet else { return }
    func count(_ severity: Severity, _ word: String) -> String {
      let number = compilation.diagnostics.filter { $0.severity == severity }.count
      return "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    Terminal.message(
      "\(schema.count) export\(schema.count == 1 ? "" : "s") held against the descriptions of \(loaded.systemsDirectory): "
        + "\(count(.error, "error")), \(count(.warning, "warning")), \(count(.note, "note"))")
  }
}
