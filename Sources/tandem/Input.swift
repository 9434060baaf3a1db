import ArgumentParser
import TandemCompiler
import TandemEmit
import TandemSyntax

/// The documents and system descriptions of a command.
struct InputOptions: ParsableArguments {
  @Argument(help: "Documents, or directories that hold documents.")
  var paths: [String] = []

  @Option(help: "The directory with the system descriptions. By default 'systems' beside or above the first document.")
  var systems: String?

  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  /// True when only whole directories were named, so that what is not found in them is really not there.
  var namesDirectoriesOnly: Bool { paths.allSatisfy(Files.isDirectory) }

  /// Finds and reads everything.
  ///
  /// - Parameter needsSystems: Whether it is a fault when no directory of descriptions is named or found.
  func load(needsSystems: Bool = true) throws(FileProblem) -> LoadedInput {
    try load(find(), needsSystems: needsSystems)
  }

  /// Finds the documents and the settings; reads no document yet.
  func find() throws(FileProblem) -> InputPlaces {
    let roots = paths.isEmpty ? ["Specs"] : paths
    if paths.isEmpty && !Files.isDirectory("Specs") {
      throw FileProblem(
        description:
          "there is no directory 'Specs' here; name a document or a directory, as in 'tandem check my-flow.rst'")
    }
    var candidates: [InputPlaces.Candidate] = []
    for root in roots {
      guard Files.isDirectory(root) else {
        candidates.append(InputPlaces.Candidate(path: root, isNamed: true))
        continue
      }
      let systemsDirectory = Files.join(root, "systems") + "/"
      for path in try Files.files(below: root) where !path.hasPrefix(systemsDirectory) && Self.isDocument(path) {
        candidates.append(InputPlaces.Candidate(path: path, isNamed: false))
      }
    }
    return InputPlaces(
      roots: roots, candidates: InputPlaces.withoutRepetition(candidates),
      settings: try SettingsFile.find(above: roots[0]))
  }

  /// Reads what was found.
  ///
  /// - Parameter needsSystems: Whether it is a fault when no directory of descriptions is named or found.
  func load(_ places: InputPlaces, needsSystems: Bool = true) throws(FileProblem) -> LoadedInput {
    let (documents, ignored) = try places.documents()
    guard let first = documents.first else {
      throw FileProblem(
        description:
          "no document was found in \(places.roots.map { "'\($0)'" }.joined(separator: ", ")); documents end in .rst or .yaml"
      )
    }
    var settings = places.settings.map(ProjectSettings.init)
    let found = systemsDirectory(settings: settings, firstDocument: first.path, roots: places.roots)
    guard let directory = found else {
      if needsSystems { throw Self.missingSystems(near: first.path) }
      return LoadedInput(
        documents: documents, systems: [], systemsDirectory: "", settings: settings, ignored: ignored)
    }
    if systems == nil, settings?.systems != nil, !Files.isDirectory(directory) {
      // Without descriptions nothing sensible can be said about any document.
      settings?.reportMissingSystems(at: directory)
      return LoadedInput(documents: [], systems: [], systemsDirectory: directory, settings: settings)
    }
    var descriptions: [SourceFile] = []
    for path in try Self.descriptions(in: directory) { descriptions.append(try Files.read(path)) }
    return LoadedInput(
      documents: documents, systems: descriptions, systemsDirectory: directory, settings: settings, ignored: ignored)
  }

  /// The directory that should hold the descriptions: the one that the command line names, or the settings, or the
  /// nearest; `nil` where there is none.
  func systemsDirectory(settings: ProjectSettings?, firstDocument: String, roots: [String]) -> String? {
    if let systems { return systems }
    if let named = settings?.systems, let file = settings?.file {
      return named.value.hasPrefix("/") ? named.value : Files.join(Files.directory(of: file.path), named.value)
    }
    return Self.systemsDirectory(near: firstDocument, roots: roots)
  }

  /// The paths of the descriptions in a directory.
  static func descriptions(in directory: String) throws(FileProblem) -> [String] {
    if Files.exists(directory) && !Files.isDirectory(directory) {
      throw FileProblem(
        description: "'\(directory)' is a file; --systems takes the directory that holds the descriptions")
    }
    guard Files.isDirectory(directory) else {
      throw FileProblem(description: "there is no directory '\(directory)' with system descriptions")
    }
    return try Files.files(below: directory).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
  }

  /// Reads and checks everything for a command that needs documents without errors; shows the errors and ends the
  /// program where there are some, saying what was not done.
  func compile(otherwise consequence: String) throws -> Compilation {
    try load().compiled(otherwise: consequence, quiet: quiet)
  }

  /// True for a path that a document may have.
  static func isDocument(_ path: String) -> Bool {
    (path.hasSuffix(".rst") || path.hasSuffix(".yaml") || path.hasSuffix(".yml")) && !SettingsFile.isOne(path)
  }

  private static func missingSystems(near document: String) -> FileProblem {
    FileProblem(
      description: "no directory 'systems' stands beside or above '\(document)'; name one with --systems")
  }

  private static func systemsDirectory(near document: String, roots: [String]) -> String? {
    for root in roots where Files.isDirectory(Files.join(root, "systems")) { return Files.join(root, "systems") }
    var directory = Files.directory(of: document)
    for _ in 0..<32 {
      let candidate = Files.join(directory, "systems")
      if Files.isDirectory(candidate) { return candidate }
      let parent = Files.directory(of: directory)
      if parent == directory { break }
      directory = parent
    }
    return Files.isDirectory("Specs/systems") ? "Specs/systems" : nil
  }
}

/// What a command works on.
struct LoadedInput {
  var documents: [SourceFile]
  var systems: [SourceFile]
  /// Where the system descriptions were found.
  var systemsDirectory: String
  /// What the project decides.
  var settings: ProjectSettings?
  /// What stands among the documents and is none of them.
  var ignored: [SourceFile] = []

  /// Reads and checks everything, with the severities of the command line and, for other codes, of the project.
  func compile(deny: Set<String> = [], allow: Set<String> = []) -> Compilation {
    Compiler.check(documents: documents, systems: systems, today: Clock.today)
      .applying(deny: deny, allow: allow, settings: settings)
  }

  /// Checks everything; shows the errors and ends the program where there are some, saying what was not done.
  func compiled(otherwise consequence: String, quiet: Bool) throws -> Compilation {
    let compilation = compile()
    if compilation.hasErrors {
      Report.print(compilation, self, quiet: quiet)
      Terminal.message("\(consequence) because of the errors above")
      throw ExitCode(1)
    }
    return compilation
  }
}
