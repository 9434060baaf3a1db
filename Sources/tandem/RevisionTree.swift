import TandemSyntax

/// The files of one revision of a repository.
struct RevisionTree {
  /// The revision as the user named it.
  let revision: String
  /// The root of the working copy.
  private let top: String
  /// The paths of all files, from the root, in order.
  private let paths: [String]
  private let known: Set<String>

  /// Lists a revision of the repository that holds the path, or the working directory where nothing is there any more.
  init(revision: String, near path: String) throws(FileProblem) {
    // A revision that begins like an option must not become one.
    guard !revision.hasPrefix("-"), !revision.isEmpty else {
      throw FileProblem(description: "'\(revision)' is no revision of git; write one as in HEAD~1")
    }
    self.revision = revision
    let directory = Files.isDirectory(path) ? path : Files.directory(of: path)
    let start = Files.isDirectory(directory) ? directory : "."
    let root = try Git.run(
      ["-C", start, "rev-parse", "--show-toplevel"], orElse: "'\(path)' is in no repository of git")
    top = String(decoding: root.prefix { $0 != 0x0A }, as: UTF8.self)
    let listed = try Git.run(
      ["-C", top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", "--end-of-options", revision],
      orElse: "there is no revision '\(revision)' in the repository '\(top)'")
    paths = listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.sorted()
    known = Set(paths)
  }

  /// The path of a file or directory from the root of the repository; empty for the root itself.
  func path(of path: String) throws(FileProblem) -> String {
    // What is gone from the disk keeps the place of the directory that held it.
    var rest: [String] = []
    var existing = path
    while !Files.exists(existing) {
      rest.insert(String(existing.split(separator: "/").last ?? ""), at: 0)
      existing = Files.directory(of: existing)
    }
    let absolute = Files.realPath(existing)
    let root = Files.realPath(top)
    guard absolute == root || absolute.hasPrefix(root + "/") else {
      throw FileProblem(description: "'\(path)' is outside of the repository '\(top)'")
    }
    let inside = absolute.dropFirst(root.count).split(separator: "/").map(String.init)
    return (inside + rest).joined(separator: "/")
  }

  /// True for a file of the revision.
  func contains(_ path: String) -> Bool { known.contains(path) }

  /// True when neither a file nor a directory of the revision has the path.
  func isMissing(_ path: String) -> Bool { !path.isEmpty && !contains(path) && files(below: path).isEmpty }

  /// The files of the revision below a directory.
  func files(below directory: String) -> [String] {
    directory.isEmpty ? paths : paths.filter { $0.hasPrefix(directory + "/") }
  }

  /// A file's text; its path in messages is `REVISION:PATH`.
  func read(_ path: String) throws(FileProblem) -> SourceFile {
    let bytes = try Git.run(
      ["-C", top, "cat-file", "blob", "\(revision):\(path)"],
      orElse: "the file '\(path)' of the revision '\(revision)' cannot be read")
    return SourceFile(path: "\(revision):\(path)", bytes: bytes)
  }

  /// The directory `systems` below the root, or beside or above a document, else that of `Specs`.
  func systemsDirectory(near document: String, root: String?) -> String? {
    var candidates = [root.map { Self.join($0, "systems") }].compactMap(\.self)
    var directory = document
    while !directory.isEmpty {
      directory = directory.lastIndex(of: "/").map { String(directory[..<$0]) } ?? ""
      candidates.append(Self.join(directory, "systems"))
    }
    return (candidates + ["Specs/systems"]).first { !files(below: $0).isEmpty }
  }

  /// The files of the nearest directory `environments` at or above a path.
  func environments(above path: String) -> [String] {
    var directory = path
    while true {
      let found = files(below: Self.join(directory, EnvironmentFiles.directoryName)).filter(EnvironmentFiles.isOne)
      if !found.isEmpty || directory.isEmpty { return found }
      directory = directory.lastIndex(of: "/").map { String(directory[..<$0]) } ?? ""
    }
  }

  static func join(_ directory: String, _ name: String) -> String {
    directory.isEmpty ? name : "\(directory)/\(name)"
  }
}
