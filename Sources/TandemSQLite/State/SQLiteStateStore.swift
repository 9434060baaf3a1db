import GRDB
import TandemRuntime

/// The state of an environment in one SQLite file, for one process at a time.
///
/// Everything a transaction wrote is on the disk when it returns (write-ahead log, `synchronous = FULL`), and nothing of a
/// transaction that threw or was killed. Transactions run one after the other on the calling thread; they hold no
/// suspension, so they cannot wait for each other in a circle. The file and its companions (`-wal`, `-shm`, `.lock`) are
/// readable by their user only, because they hold records.
public final class SQLiteStateStore: StateStore {
  /// How a state is opened.
  public enum Access: Sendable, Hashable {
    /// To run a sync: no other process may hold the state this way.
    case exclusive
    /// To look at it, also while another process runs a sync; ``SQLiteStateStore/write(_:)`` throws.
    case readOnly
  }

  /// The file; `:memory:` for a copy in memory.
  public let path: String
  /// The environment that the state belongs to.
  public let environment: String

  let queue: DatabaseQueue
  /// The file that errors name.
  private let origin: String
  private let access: Access
  private let identities = StateIdentities()
  private let lock: StateLock?

  /// Opens the state in a file, and creates the file where there is none (unless `access` is read-only).
  ///
  /// - Throws: ``TandemRuntime/StateError/locked(_:)`` when another process runs a sync on it (the message names it),
  ///   ``TandemRuntime/StateError/otherEnvironment(found:expected:)``, ``TandemRuntime/StateError/unreadable(_:)`` for a
  ///   file that is no state or one of a newer program, ``TandemRuntime/StateError/storage(_:)`` where the file or its
  ///   directory cannot be written.
  public init(path: String, environment: String, access: Access = .exclusive) throws(StateError) {
    let contents = try StateFile.examine(path)
    let isReadOnly = access == .readOnly
    if isReadOnly {
      guard contents == .database else {
        throw .unreadable("there is no state at \(path): nothing has run in the environment '\(environment)' yet")
      }
      lock = nil
    } else {
      try StateFile.checkWritable(path)
      lock = try StateLock(statePath: StateFile.resolved(path))
      if contents == .nothing { try StateFile.create(path) }
    }
    self.path = path
    origin = path
    self.environment = environment
    self.access = access
    do {
      queue = try DatabaseQueue(path: path, configuration: SQLiteStateStore.configuration(isReadOnly: isReadOnly))
      try StateFile.prepare(queue, path: path, environment: environment, isReadOnly: isReadOnly)
      if !isReadOnly {
        // The database switches to the weaker NORMAL together with the log, so FULL is set afterwards.
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      }
    } catch {
      throw SQLiteStateStore.stateError(error, path: path)
    }
  }

  /// - Parameter original: The file that the memory is a copy of, to be named when the copy turns out to be damaged.
  private init(memory: DatabaseQueue, of original: String, environment: String) {
    path = ":memory:"
    origin = original
    self.environment = environment
    queue = memory
    access = .exclusive
    lock = nil
  }

  /// Writes everything back into the one file and lets go of it; the store cannot be used afterwards.
  public func close() throws(StateError) {
    do {
      try queue.close()
    } catch {
      throw SQLiteStateStore.stateError(error, path: path)
    }
    lock?.release()
  }

  /// Reads a consistent state.
  public func read<Result: Sendable>(
    _ body: @Sendable (any StateReader) throws -> Result
  ) async throws -> Result {
    try readOnCallingThread(body)
  }

  /// Reads and writes a consistent state; nothing is kept when the body throws.
  public func write<Result: Sendable>(
    _ body: @Sendable (any StateWriter) throws -> Result
  ) async throws -> Result {
    guard access == .exclusive else {
      throw StateError.storage("\(path) was opened for reading only")
    }
    return try writeOnCallingThread(body)
  }

  /// A copy in memory, on which a plan can be tried out without touching the original.
  public func overlay() async throws -> any StateStore {
    do {
      let memory = try DatabaseQueue(configuration: SQLiteStateStore.configuration(isReadOnly: false, isInMemory: true))
      try queue.backup(to: memory)
      return SQLiteStateStore(memory: memory, of: origin, environment: environment)
    } catch {
      throw SQLiteStateStore.stateError(error, path: origin)
    }
  }

  private func readOnCallingThread<Result>(_ body: (any StateReader) throws -> Result) throws -> Result {
    do {
      return try queue.read { database in
        try body(StateSession(database: database, identities: identities))
      }
    } catch let error as DatabaseError {
      throw StateError.of(error, path: origin)
    }
  }

  private func writeOnCallingThread<Result>(_ body: (any StateWriter) throws -> Result) throws -> Result {
    do {
      return try queue.write { database in
        try body(StateSession(database: database, identities: identities))
      }
    } catch {
      // What the transaction numbered anew is gone with it.
      queue.unsafeReentrantRead { _ in identities.forget() }
      if let error = error as? DatabaseError { throw StateError.of(error, path: origin) }
      throw error
    }
  }

  private static func configuration(isReadOnly: Bool, isInMemory: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.label = "state"
    configuration.readonly = isReadOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    if !isReadOnly && !isInMemory { configuration.journalMode = .wal }
    configuration.prepareDatabase { database in
      // A log of 40 MB between checkpoints and a cache of 64 MB: bulk loads write and read each page fewer times.
      try database.execute(
        sql: "PRAGMA wal_autocheckpoint = 10000; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  private static func stateError(_ error: any Error, path: String) -> StateError {
    switch error {
    case let error as StateError: return error
    case let error as DatabaseError: return .of(error, path: path)
    default: return .storage("\(path): \(error)")
    }
  }
}
