import GRDB
import TandemRuntime
import TandemValues

extension SQLiteConnector {
  /// Reads the changes after a cursor: records in the order of their version, then deletions, in one snapshot per page.
  /// Throws ``TandemRuntime/SystemError/Kind/restored`` for a database that is certainly older than the cursor.
  public func changes(
    of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int
  ) async throws(SystemError) -> ChangePage {
    var start = ChangePosition()
    if let cursor {
      guard let position = ChangePosition(cursor) else {
        throw SystemError(
          system: system, kind: .schema,
          message: "the position in the changes of \(entity.reference.entity) is of another kind of system; read all "
            + "changes anew")
      }
      start = position
    }
    return try await perform(on: entity) { [start, path] database, table in
      try snapshot(database) {
        try RestoreCheck(table: table, database: database, path: path).check(start)
        var reading = ChangeReading(table: table, database: database, position: start, limit: max(limit, 1))
        return try reading.page()
      }
    }
  }

  /// Lists all keys, without the records that are marked as deleted.
  public func keys(
    of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int
  ) async throws(SystemError) -> KeyPage {
    let after = cursor.flatMap { CursorText.read($0.text) }
    let limit = max(limit, 1)
    return try await perform(on: entity) { database, table in
      try snapshot(database) {
        let bound = after == nil ? "\(table.key) IS NOT NULL" : "\(table.key) > ?"
        let statement = try database.cachedStatement(
          sql: "SELECT \(table.key) FROM \(table.name) WHERE \(bound)\(table.andPresent) ORDER BY \(table.key) LIMIT ?")
        let rows = try DatabaseValue.fetchAll(
          statement, arguments: StatementArguments((after ?? []) + [limit.databaseValue]))
        return KeyPage(
          keys: rows.map { table.recordKey($0) ?? RecordKey(ColumnCoding.rawKey($0)) },
          next: rows.count == limit ? rows.last.map { ChangeCursor(CursorText.write([$0])) } : nil)
      }
    }
  }

  /// Reads records by key. A record that exists but cannot be used is an error, because leaving it out would say that it
  /// is gone.
  public func records(of entity: EntitySchema, keys: [RecordKey]) async throws(SystemError) -> [TandemRuntime.Record] {
    try await perform(on: entity) { [system, path] database, table in
      try snapshot(database) {
        var records: [TandemRuntime.Record] = []
        for key in keys {
          switch try table.change(ofKey: key, in: database) {
          case .upsert(let record)?: records.append(record)
          case .deletion?, nil: break
          case .unreadable(_, let reason)?:
            throw SystemError(
              system: system, kind: .schema,
              message:
                "a record of \(table.schema.reference.entity) in \(path) cannot be used: \(reason); correct it there")
          }
        }
        return records
      }
    }
  }
}

/// Runs a body in one read transaction, so that everything it reads belongs together.
func snapshot<Result>(_ database: Database, _ body: () throws -> Result) throws -> Result {
  var result: Result?
  try database.inTransaction(.deferred) {
    result = try body()
    return .commit
  }
  guard let result else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
  return result
}

extension EntityTable {
  /// What the database says of a record; `nil` when there is none with the key.
  func change(ofKey key: RecordKey, in database: Database) throws -> RecordChange? {
    let statement = try database.cachedStatement(sql: "\(select) WHERE \(whereKey)")
    let arguments = StatementArguments(ColumnCoding.keyForms(key.value, as: keyType))
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    return try rows.next().map(change)
  }
}

/// One page of changes on its way through the stages of a reading.
private struct ChangeReading {
  let table: EntityTable
  let database: Database
  var position: ChangePosition
  let limit: Int
  var changes: [RecordChange] = []

  private var rest: Int { limit - changes.count }

  init(table: EntityTable, database: Database, position: ChangePosition, limit: Int) {
    self.table = table
    self.database = database
    self.position = position
    self.limit = limit
  }

  mutating func page() throws -> ChangePage {
    if position.stage == .resting { position.enter(.unversioned) }
    if position.stage == .unversioned, try readUnversioned() { position.enter(.records) }
    if position.stage == .records, try readRecords() { position.enter(.deletions) }
    if position.stage == .deletions, try readDeletions() { position.enter(.resting) }
    return ChangePage(changes: changes, next: position.cursor, isLast: position.stage == .resting)
  }

  /// Reads records without a version; true when there are no more.
  private mutating func readUnversioned() throws -> Bool {
    let bound = position.key.isNull ? "" : " AND \(table.key) > ?"
    let arguments = position.key.isNull ? [] : [position.key]
    return try read("\(table.cursor) IS NULL\(bound)", arguments, order: table.key)
  }

  /// Reads records in the order of their version; true when there are no more.
  private mutating func readRecords() throws -> Bool {
    let order = "\(table.cursor), \(table.key)"
    if !position.version.isNull {
      return try read("(\(order)) > (?, ?)", [position.version, position.key], order: order)
    }
    switch (position.mark.storage, table.schema.changes.kind) {
    case (.int64, .rowVersion):
      return try read("\(table.cursor) > ?", [position.mark], order: order)
    case (.string(let text), .timestamp(let lookback)):
      return try read("\(table.cursor) >= ?", [Self.bound(text, lookback: lookback).databaseValue], order: order)
    default:
      return try read("\(table.cursor) IS NOT NULL", [], order: order)
    }
  }

  /// The text before every time that is at most `lookback` seconds earlier than the mark, to the whole second: without
  /// a fraction and a `Z` it comes before all spellings of its second.
  private static func bound(_ mark: String, lookback: Int) -> String {
    guard let moment = Timestamp(mark) else { return "" }
    let (start, isOutside) = moment.microseconds.subtractingReportingOverflow(Int64(clamping: lookback) &* 1_000_000)
    return isOutside ? "" : String(Timestamp(microseconds: start).description.prefix(19))
  }

  private mutating func read(_ condition: String, _ arguments: [DatabaseValue], order: String) throws -> Bool {
    guard rest > 0 else { return false }
    let statement = try database.cachedStatement(sql: "\(table.select) WHERE \(condition) ORDER BY \(order) LIMIT ?")
    let wanted = rest
    var found = 0
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments + [wanted.databaseValue]))
    while let row = try rows.next() {
      found += 1
      changes.append(table.change(of: row))
      position.version = row[table.schema.changes.cursor]
      position.key = row[table.schema.key]
      if table.token(position.version) != nil { position.see(position.version) }
    }
    return found < wanted
  }

  /// Reads deletions of records that have not come back since; true when there are no more.
  private mutating func readDeletions() throws -> Bool {
    guard table.schema.changes.deletions == .feed else { return true }
    guard rest > 0 else { return false }
    let deleted = SQLiteNames.deletedRecords
    let statement = try database.cachedStatement(
      sql: """
        SELECT sequence, key, EXISTS (SELECT 1 FROM \(table.name) WHERE \(table.key) = \(deleted).key) FROM \(deleted)
        WHERE entity = ? AND sequence > ? ORDER BY sequence LIMIT ?
        """)
    let wanted = rest
    var found = 0
    let rows = try Row.fetchCursor(
      statement, arguments: [table.schema.reference.entity, position.deletion, wanted])
    while let row = try rows.next() {
      found += 1
      position.deletion = row[0]
      if row[2] as Bool { continue }
      if let key = table.recordKey(row[1]) { changes.append(.deletion(key)) }
    }
    return found < wanted
  }
}
