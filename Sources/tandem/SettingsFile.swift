import TandemCompiler
import TandemSyntax

/// Where the settings of a project are found.
enum SettingsFile {
  /// The file of settings in the nearest directory above a document or directory, else in the working directory; `nil`
  /// where there is none.
  static func find(above path: String) throws(FileProblem) -> SourceFile? {
    let workingDirectory = Files.realPath(".")
    let start = Files.realPath(path)
    var directory = Files.isDirectory(path) ? start : Files.directory(of: start)
    while true {
      if let file = try read(in: directory, seenFrom: workingDirectory) { return file }
      let parent = Files.directory(of: directory)
      if parent == directory || !directory.hasPrefix("/") { break }
      directory = parent
    }
    return try read(in: workingDirectory, seenFrom: workingDirectory)
  }

  private static func read(in directory: String, seenFrom workingDirectory: String) throws(FileProblem) -> SourceFile? {
    var path = Files.join(directory, SettingsReader.fileName)
    guard Files.exists(path) else { return nil }
    if path.hasPrefix(workingDirectory + "/") { path = String(path.dropFirst(workingDirectory.utf8.count + 1)) }
    if Files.isDirectory(path) {
      throw FileProblem(
        description:
          "'\(path)' is a directory; the settings of a project are a file of that name, so rename the directory")
    }
    return try Files.read(path)
  }

  /// True for a file of settings, which is no document.
  static func isOne(_ path: String) -> Bool {
    path == SettingsReader.fileName || path.hasSuffix("/" + SettingsReader.fileName)
  }
}
