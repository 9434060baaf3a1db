import TandemValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The time as the engine sees it; tests give their own.
public protocol SyncClock: Sendable {
  /// The moment now.
  var now: Timestamp { get }
  /// Waits for a time, or throws `CancellationError`.
  func sleep(for duration: Duration) async throws
}

/// The clock of this machine.
public struct MachineClock: SyncClock {
  /// The clock.
  public init() {}

  /// The moment now.
  public var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }

  /// Waits for a time.
  public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

/// A clock that stands still until it is told the time.
public struct FixedClock: SyncClock {
  /// The moment now.
  public var now: Timestamp

  /// A clock that shows a moment.
  public init(now: Timestamp) { self.now = now }

  /// Returns at once.
  public func sleep(for duration: Duration) async throws {}
}
