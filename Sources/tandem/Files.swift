import FoundationEssentials
import TandemSyntax

/// What can go wrong with files; the description is a sentence for the user that says what to do.
struct FileProblem: Error, CustomStringConvertible {
  var description: String
}

/// The only place of the compiler that touches a disk.
enum Files {
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func isDirectory(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  /// Reads a file whatever its bytes are.
  static func read(_ path: String) throws(FileProblem) -> SourceFile {
    guard exists(path) else { throw FileProblem(description: "there is no file '\(path)'") }
    if isDirectory(path) { throw FileProblem(description: "'\(path)' is a directory, a file is expected here") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileProblem(description: "the file '\(path)' cannot be read; look at its permissions")
    }
    return SourceFile(path: path, bytes: Array(data))
  }

  /// True when nobody may write a file, whatever the rights of who asks.
  static func isReadOnly(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: realPath(path))
    guard let permissions = attributes?[.posixPermissions] as? any BinaryInteger else { return false }
    return Int(permissions) & 0o222 == 0
  }

  /// The files below a directory, in the order of their paths; hidden ones are left out, and a directory that links
  /// reach again is not entered again.
  static func files(below directory: String) throws(FileProblem) -> [String] {
    var visited: Set<String> = []
    return try files(below: directory, visited: &visited)
  }

  private static func files(below directory: String, visited: inout Set<String>) throws(FileProblem) -> [String] {
    guard visited.insert(realPath(directory)).inserted else { return [] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: directory)
    } catch {
      throw FileProblem(description: "the directory '\(directory)' cannot be read; look at its permissions")
    }
    var result: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = join(directory, name)
      if isDirectory(path) { result += try files(below: path, visited: &visited) } else { result.append(path) }
    }
    return result
  }

  /// The path without links, by which two spellings of one file are recognised.
  static func realPath(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }

  static func join(_ directory: String, _ name: String) -> String {
    if directory == "." || directory.isEmpty { return name }
    return directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }

  /// The directory that holds a path; `.` for a plain name.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes a file unless it has these contents already, through a sibling, so that nobody ever sees half of it.
  ///
  /// - Returns: True when the file was written.
  static func writeIfChanged(_ path: String, _ contents: String) throws(FileProblem) -> Bool {
    let data = Data(contents.utf8)
    if FileManager.default.contents(atPath: path) == data { return false }
    let parent = directory(of: path)
    if exists(parent) && !isDirectory(parent) {
      throw FileProblem(description: "'\(parent)' is a file, a directory is expected here")
    }
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try data.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FileProblem(description: "the file '\(path)' cannot be written; look at the directory and the space left")
    }
    return true
  }

  /// Replaces a file's bytes, through a sibling, so that nobody ever sees half of it. A link stays one, and the
  /// file keeps its rights.
  static func write(_ path: String, _ bytes: [UInt8]) throws(FileProblem) {
    let target = realPath(path)
    let permissions = (try? FileManager.default.attributesOfItem(atPath: target))?[.posixPermissions]
    do {
      try Data(bytes).write(to: URL(filePath: target), options: .atomic)
      if let permissions {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: target)
      }
    } catch {
      throw FileProblem(description: "the file '\(path)' cannot be written; look at the directory and the space left")
    }
  }

  static func remove(_ path: String) throws(FileProblem) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw FileProblem(description: "the file '\(path)' cannot be removed")
    }
  }
}
