import TandemValues

/// A system in memory: tables with versions, a feed of changes and deletions, preconditions, and creates that happen at
/// most once per operation. Users edit it through ``create(_:in:at:)``, ``edit(_:_:in:at:)`` and ``delete(_:in:at:)``;
/// faults are injected with ``setFault(_:)``.
public actor MemorySystem: SystemConnector {
  /// The system's name.
  public nonisolated let system: String
  private nonisolated let guarantee: CreateGuarantee
  private nonisolated let limit: Int

  private var tables: [EntityReference: Table] = [:]
  private var fault: (@Sendable (EntitySchema, WriteRequest) -> Fault?)?
  private var normalise: (@Sendable (EntitySchema, [Value]) -> [Value])?
  private var clock: Int64 = 1_000_000_000_000
  /// Every write that changed something, in order; for tests.
  public private(set) var journal: [String] = []

  /// What can go wrong with one write.
  public enum Fault: Sendable {
    /// The system refuses it.
    case reject(WriteOutcome.Rejection)
    /// It happens, but the answer is lost.
    case loseAnswer
    /// It does not happen, and the answer is lost.
    case loseRequest
    /// The system cannot be used.
    case fail(SystemError)
  }

  private struct Table {
    var rows: [RecordKey: Row] = [:]
    var order: [RecordKey] = []
    var nextKey: Int64 = 1
    var sequence: Int64 = 0
    var operations: [OperationIdentifier: RecordKey] = [:]
  }

  private struct Row {
    var record: Record
    var isDeleted = false
    var sequence: Int64
    var isUnreadable = false
  }

  /// Makes an empty system.
  public init(_ system: String, guarantee: CreateGuarantee = .idempotencyKey, batchLimit: Int = 100) {
    self.system = system
    self.guarantee = guarantee
    self.limit = max(1, batchLimit)
  }

  /// How creates are made to happen at most once, as given.
  public nonisolated func createGuarantee(for entity: EntitySchema) -> CreateGuarantee { guarantee }
  /// How many writes one call may hold, as given.
  public nonisolated func batchLimit(for entity: EntitySchema) -> Int { limit }

  // MARK: What users do

  /// A user creates a record; values that are not given are null.
  @discardableResult
  public func create(_ values: [Int: Value], in entity: EntitySchema, at time: Int64? = nil) -> RecordKey {
    insert(values, in: entity, at: time)
  }

  /// A user changes some values of a record.
  public func edit(_ key: RecordKey, _ values: [Int: Value], in entity: EntitySchema, at time: Int64? = nil) {
    guard var row = tables[entity.reference]?.rows[key] else { return }
    for (position, value) in values { row.record.values[position] = value }
    store(row, in: entity, at: time)
  }

  /// A user deletes a record.
  public func delete(_ key: RecordKey, in entity: EntitySchema) {
    guard var row = tables[entity.reference]?.rows[key] else { return }
    row.isDeleted = true
    if case .flag(let property) = entity.changes.deletions { row.record.values[property] = .boolean(true) }
    store(row, in: entity, at: nil)
  }

  /// Brings a deleted record back.
  public func restore(_ key: RecordKey, in entity: EntitySchema) {
    guard var row = tables[entity.reference]?.rows[key], row.isDeleted else { return }
    row.isDeleted = false
    if case .flag(let property) = entity.changes.deletions { row.record.values[property] = .boolean(false) }
    store(row, in: entity, at: nil)
  }

  /// Makes a record unreadable, or readable again.
  public func setUnreadable(_ key: RecordKey, _ isUnreadable: Bool, in entity: EntitySchema) {
    guard var row = tables[entity.reference]?.rows[key] else { return }
    row.isUnreadable = isUnreadable
    store(row, in: entity, at: nil)
  }

  /// Decides for every write whether something goes wrong.
  public func setFault(_ fault: (@Sendable (EntitySchema, WriteRequest) -> Fault?)?) { self.fault = fault }

  /// What the system makes of values that are written into it.
  public func setNormalisation(_ normalise: (@Sendable (EntitySchema, [Value]) -> [Value])?) {
    self.normalise = normalise
  }

  /// The records that exist, by key.
  public func contents(of entity: EntitySchema) -> [Record] {
    live(entity).sorted { $0.record.key < $1.record.key }.map(\.record)
  }

  // MARK: Reading

  /// Reads the changes after a cursor.
  public func changes(
    of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int
  ) async throws(SystemError) -> ChangePage {
    let after = cursor.flatMap { Int64($0.text) } ?? 0
    let rows = (tables[entity.reference]?.rows.values.filter { $0.sequence > after } ?? [])
      .sorted { $0.sequence < $1.sequence }
    let page = rows.prefix(limit)
    let changes: [RecordChange] = page.compactMap { row in
      if row.isUnreadable { return .unreadable(row.record.key, reason: "the value of a property cannot be read") }
      if !row.isDeleted { return .upsert(row.record) }
      switch entity.changes.deletions {
      case .feed: return .deletion(row.record.key)
      case .flag: return .upsert(row.record)
      case .keyListing: return nil
      }
    }
    let next = page.last.map { ChangeCursor(String($0.sequence)) } ?? ChangeCursor(String(after))
    return ChangePage(changes: changes, next: next, isLast: page.count == rows.count)
  }

  /// Lists all keys.
  public func keys(
    of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int
  ) async throws(SystemError) -> KeyPage {
    let keys = live(entity).map(\.record.key).sorted()
    let rest = keys.drop { key in cursor.map { ValueCoding.text(of: key) <= $0.text } ?? false }
    let page = Array(rest.prefix(limit))
    let isLast = page.count == rest.count
    return KeyPage(keys: page, next: isLast ? nil : page.last.map { ChangeCursor(ValueCoding.text(of: $0)) })
  }

  /// Reads records by key.
  public func records(of entity: EntitySchema, keys: [RecordKey]) async throws(SystemError) -> [Record] {
    keys.compactMap { key in
      tables[entity.reference]?.rows[key].flatMap { $0.isDeleted ? nil : $0.record }
    }
  }

  // MARK: Writing

  /// Carries out writes, each on its own.
  public func write(
    _ requests: [WriteRequest], to entity: EntitySchema
  ) async throws(SystemError) -> [WriteOutcome] {
    var outcomes: [WriteOutcome] = []
    for request in requests {
      switch fault?(entity, request) {
      case .fail(let error):
        if outcomes.isEmpty { throw error }
        outcomes.append(.unknown(reason: error.message))
      case .reject(let rejection): outcomes.append(.rejected(rejection))
      case .loseRequest: outcomes.append(.unknown(reason: "no answer"))
      case .loseAnswer:
        _ = carryOut(request, entity)
        outcomes.append(.unknown(reason: "no answer"))
      case nil: outcomes.append(carryOut(request, entity))
      }
    }
    return outcomes
  }

  /// Tells what became of a create.
  public func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution {
    if guarantee == .none { return .unknown }
    let table = tables[entity.reference]
    guard let key = table?.operations[operation], let row = table?.rows[key] else { return .notCreated }
    return .created(row.record)
  }

  private func carryOut(_ request: WriteRequest, _ entity: EntitySchema) -> WriteOutcome {
    switch request.action {
    case .create(let pairs):
      if let key = tables[entity.reference]?.operations[request.operation],
        let row = tables[entity.reference]?.rows[key]
      {
        return .done(row.record)
      }
      let values = Dictionary(pairs.map { ($0.property, $0.value) }, uniquingKeysWith: { $1 })
      let key = insert(values, in: entity, at: nil)
      tables[entity.reference]?.operations[request.operation] = key
      journal.append("create \(entity.reference)")
      return .done(tables[entity.reference]?.rows[key]?.record)
    case .update(let key, let pairs, let version):
      guard var row = tables[entity.reference]?.rows[key], !row.isDeleted else { return .rejected(.gone) }
      if let version, version != row.record.version { return .rejected(.stale) }
      for pair in pairs { row.record.values[pair.property] = pair.value }
      journal.append("update \(entity.reference) \(ValueCoding.text(of: key))")
      return .done(store(row, in: entity, at: nil))
    case .delete(let key, let version):
      guard let row = tables[entity.reference]?.rows[key], !row.isDeleted else { return .rejected(.gone) }
      if let version, version != row.record.version { return .rejected(.stale) }
      delete(key, in: entity)
      journal.append("delete \(entity.reference) \(ValueCoding.text(of: key))")
      return .done(nil)
    }
  }

  // MARK: Rows

  private func live(_ entity: EntitySchema) -> [Row] {
    tables[entity.reference]?.rows.values.filter { !$0.isDeleted } ?? []
  }

  private func insert(_ values: [Int: Value], in entity: EntitySchema, at time: Int64?) -> RecordKey {
    let number = tables[entity.reference, default: Table()].nextKey
    tables[entity.reference, default: Table()].nextKey += 1
    var row: [Value] = entity.properties.indices.map { values[$0] ?? .null }
    let key: Value
    switch entity.properties[entity.key].type {
    case .integer: key = .integer(number)
    case .guid: key = .guid(GUID(bits: UInt128(number)))
    default: key = .string("\(entity.reference.entity)-\(number)")
    }
    if row[entity.key].isMissing { row[entity.key] = key }
    let record = Record(
      key: RecordKey(row[entity.key]), version: RecordVersion(""), modified: nil, values: row)
    store(Row(record: record, sequence: 0), in: entity, at: time)
    return record.key
  }

  @discardableResult
  private func store(_ row: Row, in entity: EntitySchema, at time: Int64?) -> Record {
    var row = row
    if let normalise { row.record.values = normalise(entity, row.record.values) }
    clock += 1
    let sequence = tables[entity.reference, default: Table()].sequence + 1
    tables[entity.reference, default: Table()].sequence = sequence
    row.sequence = sequence
    row.record.version = RecordVersion(String(sequence))
    row.record.modified = Timestamp(microseconds: time ?? clock)
    if let modified = entity.modified {
      row.record.values[modified] = row.record.modified.map { .datetime($0) } ?? .null
    }
    if case .integer = entity.properties[entity.changes.cursor].type, entity.changes.cursor != entity.key {
      row.record.values[entity.changes.cursor] = .integer(sequence)
    }
    tables[entity.reference, default: Table()].rows[row.record.key] = row
    return row.record
  }
}
