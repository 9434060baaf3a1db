import TandemRuntime
import TandemValues

/// Checks that a state store does what ``TandemRuntime/StateStore`` promises. Each check gets an empty store of its own.
///
/// ```swift
/// let failures = await StoreConformance { try SQLiteStateStore(path: fresh(), environment: "test") }.run()
/// ```
public struct StoreConformance: Sendable {
  typealias Check = @Sendable (any StateStore, ConformanceReport) async throws -> Void

  private let makeStore: @Sendable () async throws -> any StateStore

  /// A suite for the stores that the function makes, each of them empty and independent of the others.
  public init(makeStore: @escaping @Sendable () async throws -> any StateStore) {
    self.makeStore = makeStore
  }

  /// The names of all checks, in the order in which they run.
  public static var checks: [String] { all.map(\.name) }

  /// Runs all checks, or those with the given names, and returns what failed.
  public func run(only names: Set<String>? = nil) async -> [ConformanceFailure] {
    var failures: [ConformanceFailure] = []
    for (name, check) in Self.all where names?.contains(name) ?? true {
      let report = ConformanceReport(check: name)
      do {
        try await check(try await makeStore(), report)
      } catch {
        report.fail("threw \(error)")
      }
      failures += report.failures
    }
    return failures
  }

  static let all: [(name: String, check: Check)] = [
    ("flow states come back in order", flowStates),
    ("cursors come back", cursors),
    ("observations come back as they were set", observations),
    ("keys of every type come back", keys),
    ("observed keys are listed in pages, without deleted ones", observedKeys),
    ("links come back from both sides", linksFromBothSides),
    ("links are exclusive per flow", exclusivity),
    ("a link that is set again for its source replaces the first", replacement),
    ("tombstones free the target and are found", tombstones),
    ("tombstones of several sources outlive a new link", severalTombstones),
    ("links are listed in pages and counted", linkPages),
    ("records to look at keep their place", pending),
    ("waiting records are woken once", waiting),
    ("indexes move with their record", indexes),
    ("intents stay open until they are closed", intents),
    ("quarantine and queue hold one entry per record", people),
    ("conflicts and runs come back newest first", history),
    ("nothing is kept when the body throws", rollback),
    ("a reader sees nothing of an empty state", emptiness),
    ("an overlay does not touch its original", overlay),
    ("concurrent transactions are all kept", concurrency),
  ]
}
