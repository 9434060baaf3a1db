#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What can go wrong with files; the description is a sentence for the user that says what to do.
struct FileProblem: Error, CustomStringConvertible {
  var description: String
}

/// The only place of the compiler that touches a disk.
///
/// Written on the system's own calls: a check of a few documents takes less time than loading a library for them would.
enum Files {
  static func exists(_ path: String) -> Bool { status(path) != nil }

  static func isDirectory(_ path: String) -> Bool { status(path).map(isDirectory) ?? false }

  /// True when nobody may write a file, whatever the rights of who asks.
  static func isReadOnly(_ path: String) -> Bool { status(path).map { $0.st_mode & 0o222 == 0 } ?? false }

  /// The files below a directory, in the order of their paths; hidden ones are left out, and a directory that links
  /// reach again is not entered again.
  static func files(below directory: String) throws(FileProblem) -> [String] {
    var visited: Set<String> = []
    return try files(below: directory, visited: &visited)
  }

  private static func files(below directory: String, visited: inout Set<String>) throws(FileProblem) -> [String] {
    guard visited.insert(realPath(directory)).inserted else { return [] }
    guard let entries = entries(of: directory) else {
      throw FileProblem(description: "the directory '\(directory)' cannot be read; look at its permissions")
    }
    var result: [String] = []
    for entry in entries.sorted(by: { $0.name < $1.name }) where !entry.name.hasPrefix(".") {
      let path = join(directory, entry.name)
      if entry.isDirectory ?? isDirectory(path) {
        result += try files(below: path, visited: &visited)
      } else if entry.isDirectory == false || status(path).map(isRegular) ?? true {
        // Reading a pipe or a device could wait without an end; a link to nothing is told when it is read.
        result.append(path)
      }
    }
    return result
  }

  /// The names in a directory; `nil` when it cannot be read. Whether a link leads to a directory is not known yet.
  private static func entries(of directory: String) -> [(name: String, isDirectory: Bool?)]? {
    guard let stream = opendir(directory) else { return nil }
    defer { closedir(stream) }
    var result: [(name: String, isDirectory: Bool?)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      switch Int(entry.pointee.d_type) {
      case Int(DT_DIR): result.append((name, true))
      case Int(DT_REG): result.append((name, false))
      default: result.append((name, nil))
      }
    }
    return result
  }

  /// True for a directory in which nothing stands.
  static func isEmptyDirectory(_ path: String) -> Bool {
    isDirectory(path) && (entries(of: path) ?? []).allSatisfy { $0.name == "." || $0.name == ".." }
  }

  /// What tells a file from all others of the machine, however its path is spelled. Two names may stand for one file.
  struct Identity: Hashable {
    private let device: UInt64
    private let number: UInt64

    fileprivate init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  /// The identity of a file; `nil` when there is none at the path.
  static func identity(of path: String) -> Identity? { status(path).map(Identity.init) }

  /// The path without links, by which two spellings of one file are recognised.
  static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func join(_ directory: String, _ name: String) -> String {
    if directory == "." || directory.isEmpty { return name }
    return directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }

  /// The directory that holds a path; `.` for a plain name.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path: `b` of `a/b` and of `a/b/`.
  static func lastPart(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// What the system knows of a file, links followed; `nil` when there is none.
  static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  static func isDirectory(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  private static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }
}
