import GRDB
import TandemRuntime
import TandemValues

extension SQLiteConnector {
  /// Carries out writes in one transaction, each on its own: what is refused leaves the others alone.
  public func write(
    _ requests: [WriteRequest], to entity: EntitySchema
  ) async throws(SystemError) -> [WriteOutcome] {
    if entity.isReadOnly || access == .readOnly {
      let what = entity.isReadOnly ? entity.reference.entity : system
      return requests.map { _ in .rejected(.invalid(reason: "\(what) may only be read")) }
    }
    let externalKey = externalKey(of: entity)
    return try await perform(on: entity) { database, table in
      let batch = WriteBatch(table: table, database: database, externalKey: externalKey)
      do {
        return try batch.carryOut(requests)
      } catch is BrokenTransaction {
        // One of them broke the transaction as a whole (a deferred reference, a trigger that rolls back). Nothing has
        // happened; alone, each meets its own fate.
        return try requests.map { request in
          do {
            return try batch.carryOut([request])[0]
          } catch let broken as BrokenTransaction {
            return broken.outcome
          }
        }
      }
    }
  }

  /// Looks the operation up in the external key or among the kept identities. A record that was created and is gone by
  /// now is answered with ``TandemRuntime/OperationResolution/unknown``: creating it again would undo a person's deletion.
  public func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution {
    let externalKey = externalKey(of: entity)
    return try await perform(on: entity) { database, table in
      try snapshot(database) {
        let batch = WriteBatch(table: table, database: database, externalKey: externalKey)
        switch try batch.earlier(operation) {
        case .record(let record?): return .created(record)
        case .record(nil), .gone: return .unknown
        case .none: return .notCreated
        }
      }
    }
  }
}

/// The whole transaction is gone, with the outcome for the record that broke it.
private struct BrokenTransaction: Error {
  let outcome: WriteOutcome
}

/// A record that the system does not take.
private struct Refusal: Error {
  let rejection: WriteOutcome.Rejection

  init(_ rejection: WriteOutcome.Rejection) { self.rejection = rejection }
}

/// The writes of one batch.
private struct WriteBatch {
  let table: EntityTable
  let database: Database
  let externalKey: Int?

  /// What is known of an earlier create.
  enum Earlier {
    /// Nothing: it did not happen.
    case none
    /// It happened; the record is `nil` where it cannot be read.
    case record(Record?)
    /// It happened, and the record is gone by now.
    case gone
  }

  func carryOut(_ requests: [WriteRequest]) throws -> [WriteOutcome] {
    var outcomes: [WriteOutcome] = []
    do {
      try database.inTransaction(.immediate) {
        if externalKey == nil { try prepareOperations(requests) }
        for request in requests { outcomes.append(try carryOut(request)) }
        return .commit
      }
    } catch let error as DatabaseError {
      // A rule that the database checks at the end only.
      if let failure = ConstraintFailure(error) {
        throw BrokenTransaction(outcome: .rejected(.invalid(reason: failure.reason)))
      }
      // Whether the end of the transaction reached the disk is not known when the medium fails.
      if error.resultCode == .SQLITE_IOERR && outcomes.count == requests.count {
        return requests.map { _ in .unknown(reason: "the disk failed while the write was completed") }
      }
      throw error
    }
    return outcomes
  }

  private func carryOut(_ request: WriteRequest) throws -> WriteOutcome {
    var outcome = WriteOutcome.done(nil)
    do {
      try database.inSavepoint {
        switch request.action {
        case .create(let values): outcome = .done(try create(values, request.operation))
        case .update(let key, let values, let version): outcome = .done(try update(key, values, ifVersion: version))
        case .delete(let key, let version): try delete(key, ifVersion: version)
        }
        return .commit
      }
      return outcome
    } catch let refusal as Refusal {
      return .rejected(refusal.rejection)
    } catch let error as DatabaseError {
      guard let failure = ConstraintFailure(error) else { throw error }
      let outcome = try rejection(of: failure, for: request)
      guard database.isInsideTransaction else { throw BrokenTransaction(outcome: outcome) }
      return outcome
    }
  }

  private func rejection(of failure: ConstraintFailure, for request: WriteRequest) throws -> WriteOutcome {
    if failure.kind == .unique, case .create(let values) = request.action {
      return .rejected(.duplicate(try holder(of: failure.columns, values)))
    }
    return .rejected(.invalid(reason: failure.reason))
  }

  // MARK: Creating

  private func create(_ values: [PropertyValue], _ operation: OperationIdentifier) throws -> Record? {
    switch try earlier(operation) {
    case .record(let record): return record
    case .gone: throw Refusal(.gone)
    case .none: break
    }
    var columns: [String] = []
    var arguments: [DatabaseValue] = []
    for (position, value) in try encoded(values, isCreate: true, over: nil) where position != externalKey {
      columns.append(table.columns[position])
      arguments.append(value)
    }
    if let externalKey {
      columns.append(table.columns[externalKey])
      arguments.append(try identity(operation, externalKey))
    }
    let assigned =
      columns.isEmpty
      ? "DEFAULT VALUES"
      : "(\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    let insert = "INSERT INTO \(table.name) \(assigned)"
    let row: (condition: String, value: DatabaseValue)
    if table.hasRowIdentifiers {
      let statement = try database.cachedStatement(sql: insert)
      try statement.execute(arguments: StatementArguments(arguments))
      guard database.changesCount > 0 else { throw Refusal(.invalid(reason: "the database ignored the record")) }
      row = ("rowid = ?", database.lastInsertedRowID.databaseValue)
    } else {
      let statement = try database.cachedStatement(sql: "\(insert) RETURNING \(table.key)")
      let keys = try DatabaseValue.fetchAll(statement, arguments: StatementArguments(arguments))
      guard let key = keys.first else { throw Refusal(.invalid(reason: "the database ignored the record")) }
      row = ("\(table.key) = ?", key)
    }
    // Read again, because triggers may have changed what was written.
    let select = try database.cachedStatement(sql: "\(table.select) WHERE \(row.condition)")
    guard let stored = try Row.fetchOne(select, arguments: [row.value]) else { return nil }
    if externalKey == nil {
      let keep = try database.cachedStatement(
        sql: """
          INSERT INTO \(SQLiteNames.operations) (operation, entity, key, created_at)
          VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
          """)
      try keep.execute(
        arguments: [operation.text, table.schema.reference.entity, stored[table.schema.key] as DatabaseValue])
    }
    return record(stored)
  }

  /// What is known of a create with the operation's identity.
  func earlier(_ operation: OperationIdentifier) throws -> Earlier {
    if let externalKey {
      let statement = try database.cachedStatement(sql: "\(table.select) WHERE \(table.columns[externalKey]) = ?")
      guard let row = try Row.fetchOne(statement, arguments: [try identity(operation, externalKey)]) else { return .none }
      return .record(record(row))
    }
    guard try database.tableExists(SQLiteNames.operations) else { return .none }
    let statement = try database.cachedStatement(
      sql: "SELECT key FROM \(SQLiteNames.operations) WHERE operation = ? AND entity = ?")
    guard
      let key = try DatabaseValue.fetchOne(statement, arguments: [operation.text, table.schema.reference.entity])
    else { return .none }
    let select = try database.cachedStatement(sql: "\(table.select) WHERE \(table.key) = ?")
    guard let row = try Row.fetchOne(select, arguments: [key]) else { return .gone }
    return .record(record(row))
  }

  /// The key of the record that holds the values which must be unique.
  private func holder(of columns: [String], _ values: [PropertyValue]) throws -> RecordKey? {
    var conditions: [String] = []
    var arguments: [DatabaseValue] = []
    for column in columns {
      guard let position = table.schema.properties.firstIndex(where: { $0.name.lowercased() == column.lowercased() }),
        let value = values.last(where: { $0.property == position })?.value,
        let stored = try? ColumnCoding.encode(value, as: table.schema.properties[position].type)
      else { return nil }
      conditions.append("\(table.columns[position]) = ?")
      arguments.append(stored)
    }
    guard !conditions.isEmpty else { return nil }
    let found = try DatabaseValue.fetchOne(
      database, sql: "SELECT \(table.key) FROM \(table.name) WHERE \(conditions.joined(separator: " AND "))",
      arguments: StatementArguments(arguments))
    return found.flatMap(table.recordKey)
  }

  private func prepareOperations(_ requests: [WriteRequest]) throws {
    let creates = requests.contains { if case .create = $0.action { true } else { false } }
    guard creates, try !database.tableExists(SQLiteNames.operations) else { return }
    try database.execute(
      sql: """
        CREATE TABLE \(SQLiteNames.operations) (
          operation TEXT NOT NULL PRIMARY KEY, entity TEXT NOT NULL, key NOT NULL, created_at TEXT NOT NULL
        )
        """)
  }

  private func identity(_ operation: OperationIdentifier, _ externalKey: Int) throws -> DatabaseValue {
    if table.schema.properties[externalKey].type == .guid, GUID(operation.text) == nil {
      throw Refusal(.invalid(reason: "the operation's identity is no guid, as '\(table.columns[externalKey])' needs"))
    }
    return operation.text.databaseValue
  }

  // MARK: Updating and deleting

  private func update(
    _ key: RecordKey, _ values: [PropertyValue], ifVersion version: RecordVersion?
  ) throws -> Record? {
    let existing = try existing(key, ifVersion: version)
    let assigned = try encoded(values, isCreate: false, over: existing)
    if !assigned.isEmpty {
      let columns = assigned.map { "\(table.columns[$0.position]) = ?" }.joined(separator: ", ")
      try change(
        "UPDATE \(table.name) SET \(columns) WHERE", assigned.map(\.value), key, ifVersion: version,
        ignored: "the database ignored the change")
    }
    let statement = try database.cachedStatement(sql: "\(table.select) WHERE \(table.whereKey)")
    return try Row.fetchOne(statement, arguments: StatementArguments(forms(key))).flatMap(record)
  }

  private func delete(_ key: RecordKey, ifVersion version: RecordVersion?) throws {
    _ = try existing(key, ifVersion: version)
    let verb = table.flag.map { "UPDATE \(table.name) SET \(table.columns[$0]) = 1 WHERE" } ?? "DELETE FROM \(table.name) WHERE"
    try change(verb, [], key, ifVersion: version, ignored: "the database ignored the deletion")
  }

  /// Runs a statement on the record with a key, compared with its version in the same statement.
  private func change(
    _ verb: String, _ values: [DatabaseValue], _ key: RecordKey, ifVersion version: RecordVersion?, ignored: String
  ) throws {
    var sql = "\(verb) \(table.whereKey)\(table.andPresent)"
    var arguments = values + forms(key)
    if let version {
      sql += " AND \(table.cursor) IS ?"
      arguments.append(table.version(version) ?? .null)
    }
    let statement = try database.cachedStatement(sql: sql)
    try statement.execute(arguments: StatementArguments(arguments))
    if database.changesCount == 0 { throw Refusal(.invalid(reason: ignored)) }
  }

  /// The row of a record that is to be changed, refused when it is gone or has another version.
  private func existing(_ key: RecordKey, ifVersion version: RecordVersion?) throws -> Row {
    let statement = try database.cachedStatement(sql: "\(table.select) WHERE \(table.whereKey)\(table.andPresent)")
    guard let row = try Row.fetchOne(statement, arguments: StatementArguments(forms(key))) else { throw Refusal(.gone) }
    if let version, table.version(version) != row[table.schema.changes.cursor] as DatabaseValue { throw Refusal(.stale) }
    return row
  }

  // MARK: Values

  private func forms(_ key: RecordKey) -> [DatabaseValue] { ColumnCoding.keyForms(key.value, as: table.keyType) }

  private func record(_ row: Row) -> Record? {
    guard let key = table.recordKey(row[table.schema.key]) else { return nil }
    return try? table.record(row, key: key)
  }

  private func encoded(
    _ values: [PropertyValue], isCreate: Bool, over row: Row?
  ) throws -> [(position: Int, value: DatabaseValue)] {
    var result: [(position: Int, value: DatabaseValue)] = []
    for pair in values where pair.value != .absent {
      guard table.schema.properties.indices.contains(pair.property) else {
        throw Refusal(.invalid(reason: "there is no property number \(pair.property + 1)"))
      }
      let property = table.schema.properties[pair.property]
      guard property.access == .readWrite || isCreate && property.access == .createOnly else {
        let when = property.access == .createOnly ? "can be set only when the record is created" : "can only be read"
        throw Refusal(.invalid(reason: "'\(property.name)' \(when)"))
      }
      var stored: JSONNode?
      if case .object = property.type, let row { stored = (row[pair.property] as String?).flatMap(JSONNode.init) }
      do {
        result.append((pair.property, try ColumnCoding.encode(pair.value, as: property.type, over: stored)))
      } catch {
        throw Refusal(.invalid(reason: "'\(property.name)' \(error.reason)"))
      }
    }
    return result
  }
}
