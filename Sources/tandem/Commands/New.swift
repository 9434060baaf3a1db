import ArgumentParser
import TandemCompiler
import TandemSyntax

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a Swift package that runs documents.",
    discussion: """
      The package holds copies of the documents, the descriptions of the systems that they name, an environment with \
      sample databases, the program 'sync', and a build plugin that turns the documents into Swift whenever the package \
      is built. A system that nobody has described gets a description of what the documents tell, marked as an \
      assumption. Rows are suggested for empty tables. Without --from the package holds a small example.

      Examples: tandem new shop-sync
                tandem new crm-sync --from crm-to-erp.rst --systems Specs/systems
      """)

  @Argument(help: "The directory of the package, whose last part is the package's name.")
  var name: String

  @Option(name: .customLong("from"), parsing: .upToNextOption, help: "Documents that the package runs.")
  var documents: [String] = []

  @Option(help: "The directory with the system descriptions. By default 'systems' beside or above the first document.")
  var systems: String?

  @Option(
    name: .customLong("tandem"),
    help: ArgumentHelp("Take Tandem from this directory instead of its repository.", valueName: "directory"))
  var tandemDirectory: String?

  @Flag(inversion: .prefixedNo, help: "Suggest rows for empty tables.")
  var suggest = true

  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  func validate() throws {
    if let problem = NewPackage.problem(withName: Files.lastPart(of: name)) { throw ValidationError(problem) }
    if systems != nil, documents.isEmpty {
      throw ValidationError("--systems belongs to documents; name them with --from")
    }
  }

  func run() throws {
    do { try make() } catch let problem as FileProblem { throw Terminal.fail(problem) }
  }

  private func make() throws {
    let directory = name.hasSuffix("/") ? String(name.dropLast()) : name
    if Files.exists(directory), !Files.isEmptyDirectory(directory) {
      throw FileProblem(
        description: "'\(directory)' is there already; name a directory that does not exist or is empty")
    }
    let loaded = try load()
    let package: NewPackage
    do {
      package = try NewPackage(
        name: Files.lastPart(of: name), documents: loaded.documents, systems: loaded.systems, fillsTables: suggest,
        tandem: try reference(from: directory))
    } catch let problem as NewPackageProblem { throw FileProblem(description: problem.description) }
    for file in package.files { try Files.create(Files.join(directory, file.path), file.bytes) }
    report(package, directory)
  }

  private func load() throws(FileProblem) -> LoadedInput {
    if documents.isEmpty { return LoadedInput(documents: [], systems: [], systemsDirectory: "", settings: nil) }
    var input = InputOptions()
    input.paths = documents
    input.systems = systems
    input.quiet = quiet
    return try input.load(needsSystems: false)
  }

  private func reference(from directory: String) throws(FileProblem) -> TandemReference {
    guard let tandemDirectory else { return .release }
    guard Files.exists(Files.join(tandemDirectory, "Package.swift")) else {
      throw FileProblem(description: "'\(tandemDirectory)' does not hold the package Tandem; name its directory")
    }
    return .directory(Files.realPath(tandemDirectory))
  }

  private func report(_ package: NewPackage, _ directory: String) {
    let loud = package.compilation.diagnostics.filter { $0.severity == .error }
    let renderer = TextReport(usesColour: Terminal.usesColour)
    Terminal.error(loud.map { renderer.render($0) + "\n" }.joined())
    guard !quiet else { return }
    Terminal.message("\(directory): \(package.files.count) files")
    if package.suggestedRows > 0 {
      Terminal.message("  \(package.suggestedRows) rows were suggested for empty tables; read them")
    }
    for path in package.assumedDescriptions {
      Terminal.message("  \(path) is made up from what the documents tell; compare it with the system")
    }
    if loud.isEmpty {
      Terminal.message("next: cd \(directory) && swift run samples && swift run sync plan")
    } else {
      Terminal.message("the package cannot be built because of the errors above; correct its documents or descriptions")
    }
  }
}
