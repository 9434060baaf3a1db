#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs git, which knows the revisions of files.
enum Git {
  /// What git prints.
  ///
  /// - Parameters:
  ///   - arguments: Behind the name of the program.
  ///   - message: What is wrong when git ends without success.
  static func run(_ arguments: [String], orElse message: String) throws(FileProblem) -> [UInt8] {
    guard let program = find() else {
      throw FileProblem(description: "'git' is not installed, or not found through PATH; revisions are read with it")
    }
    guard let outcome = start(program, arguments) else {
      throw FileProblem(description: "'\(program)' cannot be started; look at its permissions")
    }
    guard outcome.status == 0 else { throw FileProblem(description: message) }
    return outcome.output
  }

  /// The path of the program.
  private static func find() -> String? {
    guard let path = getenv("PATH") else { return nil }
    return String(cString: path).split(separator: ":").map { "\($0)/git" }.first { access($0, X_OK) == 0 }
  }

  private static func start(_ program: String, _ arguments: [String]) -> (status: Int32, output: [UInt8])? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    // What git says about a fault is said again in our words.
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let isStarted = posix_spawn(&process, program, &actions, nil, words, environ) == 0
    close(ends[1])
    defer { close(ends[0]) }
    guard isStarted else { return nil }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBufferPointer { SystemCalls.read(ends[0], $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let isExit = status & 0x7F == 0
    return (isExit ? (status >> 8) & 0xFF : 128, output)
  }
}
