import ArgumentParser
import TandemCompiler
import TandemSemantics
import TandemSyntax

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check documents against the descriptions of their systems.",
    discussion: """
      Examples: tandem check Specs --format json
                tandem check my-flow.rst --fix

      Severities for a whole project stand in a file 'tandem.yaml', in the nearest directory above the first PATH or in
      the working directory; --deny and --allow come before it.
      """)

  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
  }

  @OptionGroup var input: InputOptions

  @Option(help: "The form of the report: text, json, sarif or github.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Treat the diagnostics of this code as errors.", valueName: "code"))
  var deny: [String] = []

  @Option(
    help: ArgumentHelp("Do not report the diagnostics of this code; errors cannot be allowed.", valueName: "code"))
  var allow: [String] = []

  @Flag(help: "Apply the corrections that cannot change what a correct document means, and check again.")
  var fix = false

  func validate() throws {
    for code in deny + allow where RuleRegistry.rule(code) == nil {
      let hint = RuleRegistry.nearest(to: code).map { "; did you mean \($0.code) (\($0.name))?" } ?? "."
      throw ValidationError("there is no diagnostic '\(code)'\(hint)")
    }
    let denied = Set(deny.compactMap { RuleRegistry.rule($0)?.code })
    for code in allow {
      guard let rule = RuleRegistry.rule(code), denied.contains(rule.code) else { continue }
      throw ValidationError("both --deny and --allow name \(rule.code) (\(rule.name)); leave one of them out")
    }
  }

  func run() throws {
    let (loaded, compilation): (LoadedInput, Compilation)
    do throws(FileProblem) {
      if fix { try applyFixes() }
      (loaded, compilation) = try check()
    } catch { throw Terminal.fail(error) }
    KeptUntilExit.keep(compilation)
    reportUselessAllowances(loaded, compilation)
    switch format {
    case .text: Report.print(compilation, loaded, quiet: input.quiet)
    case .json: Terminal.output(JSONReport.render(compilation))
    case .sarif: Terminal.output(SARIFReport.render(compilation.diagnostics, suppressed: compilation.suppressed))
    case .github: Terminal.output(GitHubReport.render(compilation.diagnostics))
    }
    if compilation.hasErrors { throw ExitCode(1) }
  }

  /// Says which `--allow` allowed nothing: that of an error, and that of a diagnostic which nothing gives.
  private func reportUselessAllowances(_ loaded: LoadedInput, _ compilation: Compilation) {
    guard !input.quiet else { return }
    var said: Set<String> = []
    for rule in allow.compactMap({ RuleRegistry.rule($0) }) where said.insert(rule.code).inserted {
      let name = "\(rule.code) (\(rule.name))"
      if rule.severity == .error {
        Terminal.message("\(name) is an error and stays one; --allow has no effect on it")
      } else if compilation.diagnostics.contains(where: { $0.rule.code == rule.code }) {
        Terminal.message("\(name) is an error where it is still reported; --allow has no effect on that")
      } else if !compilation.allowed.contains(rule.code) {
        Terminal.message("nothing gives \(name); --allow has no effect")
      }
    }
  }

  private func check() throws(FileProblem) -> (LoadedInput, Compilation) {
    let loaded = try input.load()
    let compilation = loaded.compile(
      deny: Set(deny.compactMap { RuleRegistry.rule($0)?.code }),
      allow: Set(allow.compactMap { RuleRegistry.rule($0)?.code }))
    return (loaded, compilation)
  }

  /// Corrects the documents; a correction that another one stood in the way of, or that only shows afterwards, has its
  /// turn in the next round. Descriptions of systems belong to no single document and are left alone.
  private func applyFixes() throws(FileProblem) {
    var count = 0
    var paths: Set<String> = []
    for _ in 0..<Self.maximumRounds {
      let (loaded, compilation) = try check()
      let documents = Set(loaded.documents.map { ObjectIdentifier($0) })
      let fixes = SafeFixes(
        compilation.diagnostics.filter { diagnostic in
          diagnostic.fixes.first(where: \.isSafe)?.edits.allSatisfy {
            documents.contains(ObjectIdentifier($0.span.file))
          } ?? false
        })
      if fixes.count == 0 { break }
      for change in fixes.files {
        try Files.write(change.file.path, change.bytes)
        paths.insert(change.file.path)
      }
      count += fixes.count
    }
    if !input.quiet {
      let corrections = count == 1 ? "1 correction" : "\(count) corrections"
      Terminal.message(
        count == 0
          ? "nothing to correct" : "\(corrections) in \(paths.sorted().joined(separator: ", "))")
    }
  }

  /// Corrections that call for each other without an end are stopped after so many rounds.
  private static let maximumRounds = 10
}
