import GRDB
import TandemRuntime
import TandemValues

/// Changing and deleting records, compared with the version that the write was made for.
extension WriteBatch {
  func update(
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

  func delete(_ key: RecordKey, ifVersion version: RecordVersion?) throws {
    _ = try existing(key, ifVersion: version)
    let verb =
      table.flag.map { "UPDATE \(table.name) SET \(table.columns[$0]) = 1 WHERE" } ?? "DELETE FROM \(table.name) WHERE"
    try change(verb, [], key, ifVersion: version, ignored: "the database ignored the deletion")
  }

  /// Runs a statement on the record with a key, compared with its version in the same statement.
  func change(
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
  func existing(_ key: RecordKey, ifVersion version: RecordVersion?) throws -> Row {
    let statement = try database.cachedStatement(sql: "\(table.select) WHERE \(table.whereKey)\(table.andPresent)")
    guard let row = try Row.fetchOne(statement, arguments: StatementArguments(forms(key))) else { throw Refusal(.gone) }
    if let version, table.version(version) != row[table.schema.changes.cursor] as DatabaseValue {
      throw Refusal(.stale)
    }
    return row
  }
}
