import Foundation

/// Keeps the input that makes the program trap or run without an end: the last thing that the program does.
enum CrashKeeper {
  // Handlers of signals see global memory alone, and only one thread runs mutants.
  nonisolated(unsafe) private static var input: UnsafeMutableRawPointer?
  nonisolated(unsafe) private static var count = 0
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?

  /// No small input needs longer, in seconds.
  private static let limit: UInt32 = 20

  /// Remembers the input that is looked at from here on.
  ///
  /// - Parameters:
  ///   - bytes: The input.
  ///   - path: The file that it is written to when the program is ended; empty when it is kept already.
  static func watch(_ bytes: [UInt8], keptIn path: String) {
    if input == nil {
      for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM] { signal(number, handler) }
    }
    input?.deallocate()
    free(self.path)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memory.copyMemory(from: base, byteCount: bytes.count) } }
    input = memory
    count = bytes.count
    self.path = strdup(path)
    alarm(limit)
  }

  /// Ends watching.
  static func stop() { _ = alarm(0) }

  private static let handler: @convention(c) (Int32) -> Void = { number in
    var message: StaticString = "the program trapped; the input is kept in .build/fuzz\n"
    if number == SIGALRM { message = "an input needs longer than 20 s; it is kept in .build/fuzz\n" }
    write(2, message.utf8Start, message.utf8CodeUnitCount)
    if let path = CrashKeeper.path, let input = CrashKeeper.input, path.pointee != 0 {
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      if file >= 0 { write(file, input, CrashKeeper.count) }
    }
    _exit(number == SIGALRM ? 4 : 3)
  }
}
