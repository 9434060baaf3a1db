import TandemSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading and writing whole files.
extension Files {
  /// Reads a file whatever its bytes are.
  static func read(_ path: String) throws(FileProblem) -> SourceFile { SourceFile(path: path, bytes: try bytes(path)) }

  /// The bytes of a file.
  static func bytes(_ path: String) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw FileProblem(description: "there is no file '\(path)'") }
      throw FileProblem(description: "the file '\(path)' cannot be read; look at its permissions")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileProblem(description: "the file '\(path)' cannot be read; look at its permissions")
    }
    if isDirectory(status) { throw FileProblem(description: "'\(path)' is a directory, a file is expected here") }
    guard Int(status.st_size) < maximumSize else {
      throw FileProblem(description: "the file '\(path)' is too large; a document has less than 2 gigabytes")
    }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    guard let bytes = contents(of: descriptor, size: isRegular ? Int(status.st_size) : nil) else {
      throw FileProblem(description: "the file '\(path)' cannot be read; look at its permissions")
    }
    return bytes
  }

  /// What can be read from a descriptor: at most `size` bytes, or up to the end of what has no size, such as a pipe.
  private static func contents(of descriptor: Int32, size: Int?) -> [UInt8]? {
    var result: [UInt8] = []
    var hasFailed = false
    while true {
      let room = size.map { $0 - result.count } ?? 65_536
      if room <= 0 { return result }
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var received = SystemCalls.read(descriptor, buffer.baseAddress, room)
        while received < 0 && errno == EINTR { received = SystemCalls.read(descriptor, buffer.baseAddress, room) }
        hasFailed = received < 0
        count = max(0, received)
      }
      if hasFailed || result.count > maximumSize { return nil }
      if piece.isEmpty { return result }
      if result.isEmpty { result = piece } else { result += piece }
    }
  }

  /// The hash of a file's contents; `nil` when it cannot be read.
  ///
  /// - Parameter buffer: Room that is used again for each file.
  static func hash(_ path: String, buffer: inout [UInt8]) -> ContentHash? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < maximumSize else {
      return nil
    }
    let size = Int(status.st_size)
    if buffer.count < size { buffer = [UInt8](repeating: 0, count: max(size, buffer.count * 2, 65_536)) }
    return buffer.withUnsafeMutableBytes { room in
      var filled = 0
      while filled < size {
        let count = SystemCalls.read(
          descriptor, room.baseAddress?.advanced(by: filled).assumingMemoryBound(to: UInt8.self), size - filled)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return nil }
        filled += count
      }
      return ContentHash(UnsafeRawBufferPointer(rebasing: room[..<size]))
    }
  }

  /// Places in a text are counted with 32 bits.
  private static let maximumSize = 1 << 31

  /// Writes a file unless it has these contents already, through a sibling, so that nobody ever sees half of it.
  ///
  /// - Returns: True when the file was written.
  static func writeIfChanged(_ path: String, bytes: [UInt8]) throws(FileProblem) -> Bool {
    if let status = status(path), status.st_size == bytes.count, (try? self.bytes(path)) == bytes { return false }
    let parent = directory(of: path)
    if exists(parent) && !isDirectory(parent) {
      throw FileProblem(description: "'\(parent)' is a file, a directory is expected here")
    }
    guard makeDirectory(parent), replace(path, with: bytes) else {
      throw FileProblem(description: "the file '\(path)' cannot be written; look at the directory and the space left")
    }
    return true
  }

  /// Replaces a file's bytes, through a sibling, so that nobody ever sees half of it. A link stays one.
  static func write(_ path: String, _ bytes: [UInt8]) throws(FileProblem) {
    guard replace(realPath(path), with: bytes) else {
      throw FileProblem(description: "the file '\(path)' cannot be written; look at the directory and the space left")
    }
  }

  /// Writes a new file and makes the directories that hold it.
  static func create(_ path: String, _ bytes: [UInt8]) throws(FileProblem) {
    guard makeDirectory(directory(of: path)), replace(path, with: bytes) else {
      throw FileProblem(description: "the file '\(path)' cannot be written; look at the directory and the space left")
    }
  }

  static func remove(_ path: String) throws(FileProblem) {
    guard unlink(path) == 0 else { throw FileProblem(description: "the file '\(path)' cannot be removed") }
  }

  /// Makes a directory and those that hold it; false when one of them cannot be made.
  private static func makeDirectory(_ path: String) -> Bool {
    if isDirectory(path) { return true }
    let parent = directory(of: path)
    guard parent == path || makeDirectory(parent) else { return false }
    return mkdir(path, 0o777) == 0 || errno == EEXIST && isDirectory(path)
  }

  private static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let sibling = "\(path).\(getpid()).new"
    let former = status(path)
    unlink(sibling)
    let descriptor = open(sibling, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    var isWritten = writeAll(bytes, to: descriptor)
    // Who may read a file stays as it was.
    if let former { isWritten = fchmod(descriptor, former.st_mode & 0o7777) == 0 && isWritten }
    isWritten = close(descriptor) == 0 && isWritten
    if isWritten, rename(sibling, path) == 0 { return true }
    unlink(sibling)
    return false
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let written = SystemCalls.write(descriptor, rest.baseAddress, rest.count)
        if written < 0 && errno == EINTR { continue }
        if written <= 0 { return false }
        offset += written
      }
      return true
    }
  }
}
