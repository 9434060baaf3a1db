import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error.
enum Terminal {
  /// True when standard error is a terminal and the user did not ask for plain text.
  static var usesColour: Bool { isatty(2) == 1 && getenv("NO_COLOR") == nil }

  /// True when a person reads standard output on a terminal, rather than a file or another program.
  static var isRead: Bool { isatty(1) == 1 }

  /// Writes to standard output without a line end of its own.
  static func output(_ text: String) { write(text, to: 1) }

  /// Writes a line to standard error.
  static func message(_ text: String) { write(text + "\n", to: 2) }

  /// Writes to standard error without a line end of its own.
  static func error(_ text: String) { write(text, to: 2) }

  /// Reads standard input to its end; `nil` when it cannot be read.
  static func input() -> [UInt8]? {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return result }
      result.append(contentsOf: buffer[..<count])
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { SystemCalls.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 {
        // A reader that went away (a closed pipe) is no reason to complain; a full disk is one to fail.
        if errno == EPIPE || descriptor != 1 { return }
        error("tandem: the report cannot be written: \(String(cString: strerror(errno)))\n")
        exit(1)
      }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Ends the program with a message for the user.
  static func fail(_ problem: FileProblem) -> ExitCode {
    message("tandem: \(problem.description)")
    return ExitCode(1)
  }
}
