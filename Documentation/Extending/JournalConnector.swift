import TandemRuntime
import TandemValues

/// A hand-written connector: a system that writes down every event and never forgets one. What a record looks like
/// follows from its events, and the feed of changes is the journal itself.
public actor JournalConnector: SystemConnector {
  /// The system that it stands for.
  public nonisolated let system: String

  private struct Event {
    var entity: EntityReference
    var key: RecordKey
    /// The record after the event; `nil` where the event is its deletion.
    var values: [Value]?
    /// The operation that created the record.
    var operation: OperationIdentifier?
    var time: Timestamp
  }

  private var journal: [Event] = []
  private var created = 0
  private let clock: any SyncClock

  /// An empty journal of a system; the clock gives each event its time.
  public init(_ system: String, clock: any SyncClock = MachineClock()) {
    self.system = system
    self.clock = clock
  }

  /// The journal knows every operation that it has seen.
  public nonisolated func createGuarantee(for entity: EntitySchema) -> CreateGuarantee { .idempotencyKey }
  /// How many writes one call may hold.
  public nonisolated func batchLimit(for entity: EntitySchema) -> Int { 100 }

  // MARK: Reading

  /// The events after a cursor, which is a place in the journal.
  public func changes(
    of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int
  ) async throws(SystemError) -> ChangePage {
    let start = cursor.flatMap { Int($0.text) } ?? 0
    var changes: [RecordChange] = []
    var end = min(start, journal.count)
    while end < journal.count, changes.count < limit {
      let event = journal[end]
      end += 1
      guard event.entity == entity.reference else { continue }
      changes.append(record(of: end - 1, entity).map(RecordChange.upsert) ?? .deletion(event.key))
    }
    return ChangePage(changes: changes, next: ChangeCursor(String(end)), isLast: end == journal.count)
  }

  /// All keys, in the order of creation.
  public func keys(
    of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int
  ) async throws(SystemError) -> KeyPage {
    let all = live(entity).map(\.key)
    let start = min(cursor.flatMap { Int($0.text) } ?? 0, all.count)
    let end = min(start + limit, all.count)
    return KeyPage(keys: Array(all[start..<end]), next: end == all.count ? nil : ChangeCursor(String(end)))
  }

  /// The records of some keys, as their last events left them.
  public func records(of entity: EntitySchema, keys: [RecordKey]) async throws(SystemError) -> [Record] {
    keys.compactMap { key in last(key, entity).flatMap { record(of: $0, entity) } }
  }

  // MARK: Writing

  /// Writes, each on its own.
  public func write(_ requests: [WriteRequest], to entity: EntitySchema) async throws(SystemError) -> [WriteOutcome] {
    requests.map { carryOut($0, entity) }
  }

  /// What became of an earlier create.
  public func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution {
    // What was created and deleted since was created all the same.
    guard let event = journal.first(where: { $0.operation == operation }),
      let last = journal.lastIndex(where: { $0.key == event.key && $0.entity == entity.reference && $0.values != nil }),
      let record = record(of: last, entity)
    else { return .notCreated }
    return .created(record)
  }

  /// Carries out one write, of the sync or of a user.
  public func carryOut(_ request: WriteRequest, _ entity: EntitySchema) -> WriteOutcome {
    switch request.action {
    case .create(let pairs):
      if let known = journal.first(where: { $0.operation == request.operation }) {
        return .done(last(known.key, entity).flatMap { record(of: $0, entity) })
      }
      created += 1
      let key = key(created, entity)
      var values = [Value](repeating: .null, count: entity.properties.count)
      values[entity.key] = key.value
      return append(key, values, pairs, request.operation, entity)
    case .update(let key, let pairs, let version):
      guard let last = last(key, entity), let values = journal[last].values else { return .rejected(.gone) }
      if let version, version != self.version(last) { return .rejected(.stale) }
      return append(key, values, pairs, nil, entity)
    case .delete(let key, let version):
      guard let last = last(key, entity), journal[last].values != nil else { return .rejected(.gone) }
      if let version, version != self.version(last) { return .rejected(.stale) }
      journal.append(Event(entity: entity.reference, key: key, values: nil, operation: nil, time: clock.now))
      return .done(nil)
    }
  }

  private func append(
    _ key: RecordKey, _ old: [Value], _ pairs: [PropertyValue], _ operation: OperationIdentifier?,
    _ entity: EntitySchema
  ) -> WriteOutcome {
    var values = old
    for pair in pairs {
      guard values.indices.contains(pair.property) else { return .rejected(.invalid(reason: "no such property")) }
      let property = entity.properties[pair.property]
      if let reason = pair.value.conforms(to: property.type) {
        return .rejected(.invalid(reason: "\(property.name) \(reason)"))
      }
      values[pair.property] = pair.value
    }
    journal.append(
      Event(entity: entity.reference, key: key, values: values, operation: operation, time: clock.now))
    return .done(record(of: journal.count - 1, entity))
  }

  // MARK: Records

  private func version(_ index: Int) -> RecordVersion { RecordVersion(String(index + 1)) }

  private func last(_ key: RecordKey, _ entity: EntitySchema) -> Int? {
    journal.lastIndex { $0.key == key && $0.entity == entity.reference }
  }

  private func live(_ entity: EntitySchema) -> [Record] {
    var seen: Set<RecordKey> = []
    let keys = journal.filter { $0.entity == entity.reference }.map(\.key).filter { seen.insert($0).inserted }
    return keys.compactMap { key in last(key, entity).flatMap { record(of: $0, entity) } }
  }

  /// The record after an event, with what the system itself fills in.
  private func record(of index: Int, _ entity: EntitySchema) -> Record? {
    guard var values = journal[index].values else { return nil }
    let time = journal[index].time
    if let modified = entity.modified { values[modified] = .datetime(time) }
    values[entity.changes.cursor] = .integer(Int64(index + 1))
    return Record(key: journal[index].key, version: version(index), modified: time, values: values)
  }

  private func key(_ number: Int, _ entity: EntitySchema) -> RecordKey {
    switch entity.properties[entity.key].type {
    case .integer: return RecordKey(.integer(Int64(number)))
    case .guid: return RecordKey(.guid(GUID(bits: UInt128(number))))
    default: return RecordKey(.string(String(number)))
    }
  }
}
