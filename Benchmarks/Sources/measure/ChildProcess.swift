import Glibc

/// Runs another program and says what it cost.
enum ChildProcess {
  /// What one run cost.
  struct Cost {
    /// From the start to the end, in seconds.
    var wall: Double
    /// Spent in user mode and in the kernel, over all threads, in seconds.
    var processor: Double
    /// The most memory that was resident at once, in kilobytes.
    var peakMemory: Int
    /// The status that the program ended with.
    var status: Int32
  }

  /// Runs a program with its output thrown away and waits for its end; `nil` when it could not be started.
  static func run(_ arguments: [String], in directory: String) -> Cost? {
    // Nothing else runs in this program, so its own directory can be the child's.
    guard chdir(directory) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var pointers = arguments.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    var child = pid_t()
    let start = now()
    guard let program = arguments.first, posix_spawnp(&child, program, &actions, nil, pointers, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    let wall = now() - start
    // A status below 128 in the second byte is the program's own; a signal stands in the first one.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    return Cost(
      wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMemory: usage.ru_maxrss,
      status: code)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
