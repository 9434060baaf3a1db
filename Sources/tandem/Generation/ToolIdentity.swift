#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which build of the tool this is.
enum ToolIdentity {
  /// The file of the running program as the system knows it: its number, size, and the times of its last change, of which
  /// nobody can set the second. A new build or another installation differs in them. `nil` where the file is not found.
  static let current: String? = {
    var path = "/proc/self/exe"
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      path = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #endif
    guard let status = Files.status(path) else { return nil }
    #if canImport(Darwin)
      let times = [status.st_mtimespec, status.st_ctimespec]
    #else
      let times = [status.st_mtim, status.st_ctim]
    #endif
    return
      ([Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino), Int(status.st_size)]
      + times.flatMap { [Int($0.tv_sec), Int($0.tv_nsec)] }).map(String.init).joined(separator: " ")
  }()
}
