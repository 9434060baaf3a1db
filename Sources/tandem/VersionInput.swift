import TandemCompiler
import TandemEmit
import TandemSyntax

/// The files of one version of documents and descriptions, on the disk or in a revision.
struct VersionInput {
  /// The documents.
  private(set) var documents: [SourceFile] = []
  /// The descriptions of systems.
  private(set) var systems: [SourceFile] = []
  /// The files of environments, which say how systems are reached.
  private(set) var environments: [SourceFile] = []

  /// The version that an argument names: a path, or `REVISION:PATH`. A file of that name comes first.
  init(_ argument: String, systems: String?) throws(FileProblem) {
    guard !Files.exists(argument), let colon = argument.firstIndex(of: ":"), colon != argument.startIndex else {
      try self.init(path: argument, systems: systems)
      return
    }
    let path = String(argument[argument.index(after: colon)...])
    try self.init(revision: String(argument[..<colon]), path: path.isEmpty ? "." : path, systems: systems)
  }

  /// What stands on the disk.
  private init(path: String, systems: String?) throws(FileProblem) {
    var input = InputOptions()
    input.paths = [path]
    input.systems = systems
    input.quiet = true
    let loaded = try input.load()
    documents = loaded.documents
    self.systems = loaded.systems
    environments = try EnvironmentFiles.find(above: path)
  }

  /// What stood in a revision.
  ///
  /// - Parameter systems: The directory of the descriptions at that revision; by default looked for as on the disk.
  init(revision: String, path: String, systems: String?) throws(FileProblem) {
    let tree = try RevisionTree(revision: revision, near: path)
    var root = try tree.path(of: path)
    // Whoever writes REVISION:PATH for git itself counts from the root of the repository.
    if tree.isMissing(root), !path.hasPrefix("/"), !tree.isMissing(path) { root = path }
    let isDirectory = root.isEmpty || !tree.contains(root)
    let below = tree.files(below: root)
    guard !isDirectory || !below.isEmpty else {
      throw FileProblem(description: "there is no '\(path)' in the revision '\(revision)'")
    }
    let ownSystems = RevisionTree.join(root, "systems") + "/"
    let paths =
      isDirectory
      ? below.filter { !$0.hasPrefix(ownSystems) && InputOptions.isDocument($0) && !EnvironmentFiles.isOne($0) }
      : [root]
    for path in paths {
      let file = try tree.read(path)
      if !isDirectory || !GeneratedFile.isMarked(file.bytes.prefix(200)) { documents.append(file) }
    }
    guard let first = paths.first else {
      throw FileProblem(description: "no document was found in '\(path)' of the revision '\(revision)'")
    }
    let directory: String
    if let systems {
      directory = try tree.path(of: systems)
    } else if let found = tree.systemsDirectory(near: first, root: isDirectory ? root : nil) {
      directory = found
    } else {
      throw FileProblem(
        description:
          "no directory 'systems' stands beside or above '\(path)' in the revision '\(revision)'; name one with --systems"
      )
    }
    for path in tree.files(below: directory) where path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      self.systems.append(try tree.read(path))
    }
    for path in tree.environments(above: root) { environments.append(try tree.read(path)) }
  }
}
