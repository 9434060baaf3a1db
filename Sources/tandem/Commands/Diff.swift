import ArgumentParser
import TandemCompiler
import TandemSyntax

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Show what changed in meaning between two versions of documents and their systems, by its effect on data.",
    discussion: """
      Examples: tandem diff before/Specs Specs
                tandem diff --revision HEAD~1 Specs --format markdown
                tandem diff HEAD:Specs/dataflows/my-flow.rst Specs/dataflows/my-flow.rst

      A version is a document or a directory, with the descriptions in 'systems' beside or above it. REVISION:PATH takes it \
      from git. Spelling, comments, notation and the order of sections and rows mean nothing; a flow is the pair of its \
      entities, a row the pair of its properties.

      Exit status: 0 no effect on data (or only more is possible), 1 behaviour changes, 3 data may be lost, 2 nothing could \
      be compared.
      """)

  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Argument(
    help: ArgumentHelp("The old version and the new one; with --revision the new one alone.", valueName: "version"))
  var versions: [String] = []

  @Option(help: ArgumentHelp("Compare with this revision of git: HEAD~1, a branch, a tag.", valueName: "revision"))
  var revision: String?

  @Option(help: "The directory with the system descriptions of both versions.")
  var systems: String?

  @Option(help: "The directory with the system descriptions of the old version, where it is another one.")
  var oldSystems: String?

  @Option(help: "The form of the report: text, json or markdown.")
  var format: Format = .text

  @Flag(help: "Do not print the diagnostics of versions with errors.")
  var quiet = false

  func validate() throws {
    if revision != nil, versions.count > 1 {
      throw ValidationError(
        "with --revision only the new version is named, as in 'tandem diff --revision HEAD~1 Specs'")
    }
    if revision == nil, versions.count != 2 {
      throw ValidationError(
        "name the old version and the new one, as in 'tandem diff before/Specs Specs', or one of them with --revision")
    }
  }

  func run() throws {
    let difference: DataflowDifference
    do throws(FileProblem) {
      let new = versions.last ?? "Specs"
      let old: VersionInput
      if let revision {
        old = try VersionInput(revision: revision, path: new, systems: oldSystems ?? systems)
      } else {
        old = try VersionInput(versions[0], systems: oldSystems ?? systems)
      }
      let now = try VersionInput(new, systems: systems)
      difference = DataflowDifference(
        from: try compile(old, "old"), to: try compile(now, "new"),
        access: EnvironmentDifference.changes(from: old.environments, to: now.environments))
    } catch {
      Terminal.message("tandem: \(error.description)")
      throw ExitCode(2)
    }
    switch format {
    case .text: Terminal.output(DifferenceText.render(difference))
    case .json: Terminal.output(DifferenceJSON.render(difference))
    case .markdown: Terminal.output(DifferenceMarkdown.render(difference))
    }
    if difference.exitStatus != 0 { throw ExitCode(difference.exitStatus) }
  }

  /// Checks one version. What has errors cannot run, so that nothing can be said about what it does to data.
  private func compile(_ version: VersionInput, _ word: String) throws(FileProblem) -> Compilation {
    let compilation = Compiler.check(documents: version.documents, systems: version.systems, today: Clock.today)
    guard compilation.hasErrors else { return compilation }
    if !quiet {
      let renderer = TextReport(usesColour: Terminal.usesColour)
      Terminal.error(
        compilation.diagnostics.filter { $0.severity == .error }.map { renderer.render($0) + "\n" }.joined())
    }
    throw FileProblem(
      description: "the \(word) version has errors, so that nothing can be said about what it does to data")
  }
}
