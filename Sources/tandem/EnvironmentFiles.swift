import TandemSyntax

/// Where the files of environments are, which say how systems are reached.
enum EnvironmentFiles {
  static let directoryName = "environments"

  /// True for a path of an environment, which is no document.
  static func isOne(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count > 1 && parts[parts.count - 2] == directoryName
      && (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
  }

  /// The files of the nearest directory `environments` at or above a path.
  static func find(above path: String) throws(FileProblem) -> [SourceFile] {
    var directory = Files.isDirectory(path) ? path : Files.directory(of: path)
    while true {
      let candidate = Files.join(directory, directoryName)
      if Files.isDirectory(candidate) {
        var files: [SourceFile] = []
        for path in try Files.files(below: candidate) where isOne(path) { files.append(try Files.read(path)) }
        return files
      }
      // A repository ends where its root is; above it stand other people's files.
      if Files.exists(Files.join(directory, ".git")) { return [] }
      let parent = Files.directory(of: directory)
      if parent == directory { return [] }
      directory = parent
    }
  }
}
