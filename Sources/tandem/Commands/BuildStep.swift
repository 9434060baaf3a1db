import ArgumentParser
import TandemCompiler
import TandemEmit
import TandemSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the build plugin runs: it writes a file for each input, as the plugin has promised, and reports in the form that
/// build systems show at the line.
struct BuildStep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build-step", abstract: "Generate the Swift code of a package while it is built.",
    discussion: """
      TandemPlugin runs this; people use 'generate'.

      Example: tandem build-step --package . --system Specs/systems/shop.yaml --output .build/generated Specs/shop.rst
      """,
    shouldDisplay: false)

  @Argument(help: "Documents, as paths below the package.")
  var documents: [String]

  @Option(name: .customLong("package"), help: "The package's directory, to which all paths of inputs are relative.")
  var packageDirectory: String

  @Option(name: .customLong("system"), help: "A system description; may be repeated.")
  var systems: [String] = []

  @Option(help: "The directory that the Swift files are written to, as an absolute path.")
  var output: String

  func run() throws {
    do { try write() } catch let problem as FileProblem { throw Terminal.fail(problem) }
  }

  private func write() throws {
    guard chdir(packageDirectory) == 0 else {
      throw FileProblem(description: "there is no directory '\(packageDirectory)'")
    }
    let loaded = try load()
    let compilation = loaded.compile()
    KeptUntilExit.keep(compilation)
    let report = LineReport(directory: Files.realPath("."))
    // Notes are for who writes the documents; 'tandem check' tells them.
    Terminal.error(compilation.diagnostics.filter { $0.severity != .note }.map(report.render).joined())
    if compilation.hasErrors { throw ExitCode(1) }
    let files = compilation.swift()
    let directory = OutputDirectory(path: output)
    let others = try directory.existingFiles(besides: files, fileExtension: "swift").generated
    _ = try directory.update(files, removing: others)
  }

  private func load() throws(FileProblem) -> LoadedInput {
    var loaded = LoadedInput(documents: [], systems: [], systemsDirectory: "", settings: nil)
    for path in documents { loaded.documents.append(try Files.read(path)) }
    for path in systems { loaded.systems.append(try Files.read(path)) }
    loaded.settings = try SettingsFile.find(above: documents[0]).map(ProjectSettings.init)
    return loaded
  }
}
