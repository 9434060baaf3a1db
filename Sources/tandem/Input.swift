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
    let roots = paths.isEmpty ? ["Specs"] : paths
    if paths.isEmpty && !Files.isDirectory("Specs") {
      throw FileProblem(
        description:
          "there is no directory 'Specs' here; name a document or a directory, as in 'tandem check my-flow.rst'")
    }
    var candidates: [Candidate] = []
    for root in roots {
      guard Files.isDirectory(root) else {
        candidates.append(Candidate(path: root, isNamed: true))
        continue
      }
      let systemsDirectory = Files.join(root, "systems") + "/"
      for path in try Files.files(below: root) where !path.hasPrefix(systemsDirectory) && Self.isDocument(path) {
        candidates.append(Candidate(path: path, isNamed: false))
      }
    }
    let documents = try Self.documents(Self.withoutRepetition(candidates))
    if documents.isEmpty {
      throw FileProblem(
        description:
          "no document was found in \(roots.map { "'\($0)'" }.joined(separator: ", ")); documents end in .rst or .yaml")
    }
    var settings = try SettingsFile.find(above: roots[0]).map(ProjectSettings.init)
    let directory: String
    if let systems {
      directory = systems
    } else if let named = settings?.systems, let file = settings?.file {
      directory = named.value.hasPrefix("/") ? named.value : Files.join(Files.directory(of: file.path), named.value)
      if !Files.isDirectory(directory) {
        // Without descriptions nothing sensible can be said about any document.
        settings?.reportMissingSystems(at: directory)
        return LoadedInput(documents: [], systems: [], systemsDirectory: directory, settings: settings)
      }
    } else if let found = Self.systemsDirectory(near: documents[0].path, roots: roots) {
      directory = found
    } else if needsSystems {
      throw FileProblem(
        description:
          "no directory 'systems' stands beside or above '\(documents[0].path)'; name one with --systems")
    } else {
      return LoadedInput(documents: documents, systems: [], systemsDirectory: "", settings: settings)
    }
    if Files.exists(directory) && !Files.isDirectory(directory) {
      throw FileProblem(
        description: "'\(directory)' is a file; --systems takes the directory that holds the descriptions")
    }
    guard Files.isDirectory(directory) else {
      throw FileProblem(description: "there is no directory '\(directory)' with system descriptions")
    }
    let systemPaths = try Files.files(below: directory).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    var descriptions: [SourceFile] = []
    for path in systemPaths { descriptions.append(try Files.read(path)) }
    return LoadedInput(
      documents: documents, systems: descriptions, systemsDirectory: directory, settings: settings)
  }

  /// Reads and checks everything for a command that needs documents without errors; shows the errors and ends the
  /// program where there are some, saying what was not done.
  func compile(otherwise consequence: String) throws -> Compilation {
    let loaded = try load()
    let compilation = loaded.compile()
    if compilation.hasErrors {
      Report.print(compilation, loaded, quiet: quiet)
      Terminal.message("\(consequence) because of the errors above")
      throw ExitCode(1)
    }
    return compilation
  }

  /// A path that may be a document's.
  private struct Candidate: Sendable {
    var path: String
    /// True when the user named it, so that it is one whatever it looks like.
    var isNamed: Bool
  }

  /// The candidates, each file once, however often and in whatever spelling its path was given.
  private static func withoutRepetition(_ candidates: [Candidate]) -> [Candidate] {
    var seen: [Files.Identity: [String]] = [:]
    return candidates.filter { candidate in
      guard let identity = Files.identity(of: candidate.path) else { return true }
      let others = seen[identity, default: []]
      // One file may have several names; each of them is a document.
      if !others.isEmpty {
        let path = Files.realPath(candidate.path)
        if others.contains(where: { Files.realPath($0) == path }) { return false }
      }
      seen[identity] = others + [candidate.path]
      return true
    }
  }

  /// Reads the documents; what Tandem itself wrote into a directory (a checklist) is none.
  private static func documents(_ candidates: [Candidate]) throws(FileProblem) -> [SourceFile] {
    let read = Parallel.map(candidates) { candidate -> Result<SourceFile?, FileProblem> in
      do throws(FileProblem) {
        let file = try Files.read(candidate.path)
        return .success(candidate.isNamed || !GeneratedFile.isMarked(file.bytes.prefix(200)) ? file : nil)
      } catch {
        return .failure(error)
      }
    }
    var documents: [SourceFile] = []
    for result in read {
      if let file = try result.get() { documents.append(file) }
    }
    return documents
  }

  /// True for a path that a document may have.
  static func isDocument(_ path: String) -> Bool {
    (path.hasSuffix(".rst") || path.hasSuffix(".yaml") || path.hasSuffix(".yml")) && !SettingsFile.isOne(path)
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

  /// Reads and checks everything, with the severities of the command line and, for other codes, of the project.
  func compile(deny: Set<String> = [], allow: Set<String> = []) -> Compilation {
    Compiler.check(documents: documents, systems: systems, today: Clock.today)
      .applying(deny: deny, allow: allow, settings: settings)
  }
}
