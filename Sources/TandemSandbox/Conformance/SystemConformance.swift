import TandemRuntime
import TandemValues

/// Checks that a connector does what ``TandemRuntime/SystemConnector`` promises. Each check gets an empty system of its
/// own.
public struct SystemConformance: Sendable {
  typealias Check = @Sendable (SystemFixture, ConformanceReport) async throws -> Void

  private let makeFixture: @Sendable () async throws -> SystemFixture

  /// A suite for the systems that the function makes, each of them without records of the entity and independent of the
  /// others.
  public init(makeFixture: @escaping @Sendable () async throws -> SystemFixture) {
    self.makeFixture = makeFixture
  }

  /// The names of all checks, in the order in which they run.
  public static var checks: [String] { all.map(\.name) }

  /// Runs all checks, or those with the given names, and returns what failed.
  public func run(only names: Set<String>? = nil) async -> [ConformanceFailure] {
    var failures: [ConformanceFailure] = []
    for (name, check) in Self.all where names?.contains(name) ?? true {
      let report = ConformanceReport(check: name)
      do {
        try await check(try await makeFixture(), report)
      } catch {
        report.fail("threw \(error)")
      }
      failures += report.failures
    }
    return failures
  }

  static let all: [(name: String, check: Check)] = [
    ("a create answers with the record and its key", create),
    ("changes arrive in pages and end", pages),
    ("a quiet system has no new changes", quiet),
    ("a user's edit arrives with another version", userEdit),
    ("edits while pages are read are not lost", editsBetweenPages),
    ("a deletion arrives as the entity says", deletion),
    ("keys are listed in pages and completely", keyListing),
    ("records are read by key, without those that do not exist", byKey),
    ("an update sets what it names and nothing else", update),
    ("null clears a property", clearing),
    ("an update of an older version is stale and changes nothing", staleUpdate),
    ("of two updates of one version one is done", race),
    ("a deletion of an older version is stale", staleDeletion),
    ("writes to a record that is gone are refused as gone", gone),
    ("a refused write leaves the others of its batch alone", batch),
    ("a create that is sent twice makes one record", repetition),
    ("an earlier create is resolved", resolution),
  ]
}

/// What the checks do with a fixture again and again.
extension SystemFixture {
  static func operation(_ number: Int) -> OperationIdentifier {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(12 - digits.utf8.count, 0))
    return OperationIdentifier("00000000-0000-4000-8000-\(zeros)\(digits)")
  }

  func write(_ action: WriteRequest.Action, _ operation: Int = 1) async throws -> WriteOutcome {
    let request = WriteRequest(operation: Self.operation(operation), action: action)
    guard let outcome = try await connector.write([request], to: entity).first else {
      throw ConformanceFailure(check: "write", message: "a write had no outcome")
    }
    return outcome
  }

  func create(_ number: Int) async throws -> Record {
    guard case .done(let record?) = try await write(.create(sample(number)), number) else {
      throw ConformanceFailure(check: "write", message: "sample \(number) could not be created")
    }
    return record
  }

  /// Reads to the last page; returns the changes and the cursor behind them.
  func changes(
    after cursor: ChangeCursor? = nil, limit: Int = 100
  ) async throws -> (changes: [RecordChange], cursor: ChangeCursor) {
    var changes: [RecordChange] = []
    var cursor = cursor
    for _ in 0..<10_000 {
      let page = try await connector.changes(of: entity, after: cursor, limit: limit)
      changes += page.changes.map(plain)
      cursor = page.next
      if page.isLast { return (changes, page.next) }
    }
    throw ConformanceFailure(check: "changes", message: "the feed does not end")
  }

  /// A record whose flag says that it is deleted counts as a deletion: connectors may tell it either way.
  private func plain(_ change: RecordChange) -> RecordChange {
    if case .flag(let property) = entity.changes.deletions, case .upsert(let record) = change,
      record.values[property] == .boolean(true)
    {
      return .deletion(record.key)
    }
    return change
  }

  func keys(limit: Int) async throws -> [RecordKey] {
    var keys: [RecordKey] = []
    var cursor: ChangeCursor?
    for _ in 0..<10_000 {
      let page = try await connector.keys(of: entity, after: cursor, limit: limit)
      keys += page.keys
      guard let next = page.next else { return keys }
      cursor = next
    }
    throw ConformanceFailure(check: "keys", message: "the listing does not end")
  }

  func read(_ key: RecordKey) async throws -> Record? { try await connector.records(of: entity, keys: [key]).first }

  func textValue(_ text: String) -> PropertyValue { PropertyValue(property: self.text, value: .string(text)) }
}

extension [RecordChange] {
  /// What is known of each record after these changes: the last record, or `nil` for one that was deleted.
  var outcome: [RecordKey: Record?] {
    var result: [RecordKey: Record?] = [:]
    for change in self {
      switch change {
      case .upsert(let record): result[record.key] = .some(record)
      case .deletion(let key), .unreadable(let key, _): result[key] = .some(nil)
      }
    }
    return result
  }
}

extension WriteOutcome {
  var rejection: Rejection? {
    if case .rejected(let rejection) = self { return rejection }
    return nil
  }

  var record: Record? {
    if case .done(let record) = self { return record }
    return nil
  }
}
