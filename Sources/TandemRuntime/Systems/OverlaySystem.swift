import TandemValues

/// A system on which a plan is tried out: reads go to the real one, writes stay in memory and are found again by later
/// reads of the same run. Created records get keys that stand for those that the system will give.
public actor OverlaySystem: SystemConnector {
  /// The system's name.
  public nonisolated let system: String
  private nonisolated let base: any SystemConnector
  private var written: [MemoryState.EntityKey: Record] = [:]
  private var deleted: Set<MemoryState.EntityKey> = []
  private var createdCount = 0

  /// Lays an overlay over a system.
  public init(_ base: any SystemConnector) {
    self.base = base
    system = base.system
  }

  /// As in the real system.
  public nonisolated func createGuarantee(for entity: EntitySchema) -> CreateGuarantee {
    base.createGuarantee(for: entity)
  }

  /// As in the real system.
  public nonisolated func batchLimit(for entity: EntitySchema) -> Int { base.batchLimit(for: entity) }

  /// The changes of the real system.
  public func changes(
    of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int
  ) async throws(SystemError) -> ChangePage {
    try await base.changes(of: entity, after: cursor, limit: limit)
  }

  /// The keys of the real system.
  public func keys(of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int) async throws(SystemError)
    -> KeyPage
  {
    try await base.keys(of: entity, after: cursor, limit: limit)
  }

  /// The records as they would be.
  public func records(of entity: EntitySchema, keys: [RecordKey]) async throws(SystemError) -> [Record] {
    var result: [Record] = []
    var unknown: [RecordKey] = []
    for key in keys {
      let place = MemoryState.EntityKey(entity: entity.reference, key: key)
      if let record = written[place] {
        result.append(record)
      } else if !deleted.contains(place) {
        unknown.append(key)
      }
    }
    if !unknown.isEmpty { result += try await base.records(of: entity, keys: unknown) }
    return result
  }

  /// Keeps the writes in memory.
  public func write(
    _ requests: [WriteRequest], to entity: EntitySchema
  ) async throws(SystemError) -> [WriteOutcome] {
    var outcomes: [WriteOutcome] = []
    for request in requests {
      switch request.action {
      case .create(let pairs):
        createdCount += 1
        var values: [Value] = Array(repeating: .null, count: entity.properties.count)
        for pair in pairs { values[pair.property] = pair.value }
        if values[entity.key].isMissing { values[entity.key] = Self.symbolicKey(createdCount, entity) }
        let record = Record(
          key: RecordKey(values[entity.key]), version: RecordVersion("planned"), modified: nil, values: values)
        written[.init(entity: entity.reference, key: record.key)] = record
        outcomes.append(.done(record))
      case .update(let key, let pairs, let version):
        guard var record = try await records(of: entity, keys: [key]).first else {
          outcomes.append(.rejected(.gone))
          continue
        }
        if let version, version != record.version {
          outcomes.append(.rejected(.stale))
          continue
        }
        for pair in pairs { record.values[pair.property] = pair.value }
        written[.init(entity: entity.reference, key: key)] = record
        outcomes.append(.done(record))
      case .delete(let key, _):
        written[.init(entity: entity.reference, key: key)] = nil
        deleted.insert(.init(entity: entity.reference, key: key))
        outcomes.append(.done(nil))
      }
    }
    return outcomes
  }

  /// What the real system knows.
  public func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution {
    try await base.resolve(operation, values: values, in: entity)
  }

  /// A key of the declared type that no system gives out, because mappings read keys by their type.
  private static func symbolicKey(_ number: Int, _ entity: EntitySchema) -> Value {
    switch entity.properties[entity.key].type {
    case .integer: return .integer(Int64.min + Int64(number))
    case .decimal: return .decimal(DecimalNumber(Int64.min + Int64(number)))
    case .guid: return .guid(GUID(bits: UInt128.max - UInt128(number)))
    default: return .string("to be created: \(entity.reference) #\(number)")
    }
  }
}
