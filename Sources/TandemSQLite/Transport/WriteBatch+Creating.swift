import GRDB
import TandemRuntime
import TandemValues

/// Creating records, each at most once.
extension WriteBatch {
  func create(_ values: [PropertyValue], _ operation: OperationIdentifier) throws -> Record? {
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
      guard let row = try Row.fetchOne(statement, arguments: [try identity(operation, externalKey)]) else {
        return .none
      }
      return .record(record(row))
    }
    // GRDB's own memory of which tables exist outlives a transaction that is rolled back at its end.
    let exists = try database.cachedStatement(sql: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
    guard try Bool.fetchOne(exists, arguments: [SQLiteNames.operations]) ?? false else { return .none }
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
  func holder(of columns: [String], _ values: [PropertyValue]) throws -> RecordKey? {
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

  func prepareOperations(_ requests: [WriteRequest]) throws {
    let creates = requests.contains { if case .create = $0.action { true } else { false } }
    guard creates else { return }
    try database.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS \(SQLiteNames.operations) (
          operation TEXT NOT NULL PRIMARY KEY, entity TEXT NOT NULL, key NOT NULL, created_at TEXT NOT NULL
        )
        """)
  }

  func identity(_ operation: OperationIdentifier, _ externalKey: Int) throws -> DatabaseValue {
    if table.schema.properties[externalKey].type == .guid, GUID(operation.text) == nil {
      throw Refusal(.invalid(reason: "the operation's identity is no guid, as '\(table.columns[externalKey])' needs"))
    }
    return operation.text.databaseValue
  }
}
