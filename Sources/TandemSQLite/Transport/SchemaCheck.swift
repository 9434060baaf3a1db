import GRDB
import TandemRuntime

/// Compares a table with the description of its entity, once and completely, so that an operator gets one list.
enum SchemaCheck {
  /// The table of an entity; throws with everything that is missing. Additional columns do not matter.
  static func table(
    of schema: EntitySchema, in database: Database, path: String
  ) throws -> EntityTable {
    let system = schema.reference.system
    let entity = schema.reference.entity
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT type, wr FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE",
        arguments: [entity])
    else {
      let others = try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name LIMIT 20")
      let found = others.isEmpty ? "it has no tables" : "it has \(others.joined(separator: ", "))"
      throw SystemError(
        system: system, kind: .schema,
        message:
          "\(path) has no table '\(entity)' (\(found)); create it, or correct the entity's name in the description")
    }
    var columns = Set<String>()
    for name in try String.fetchAll(database, sql: "SELECT name FROM pragma_table_xinfo(?)", arguments: [entity]) {
      columns.insert(name.lowercased())
    }
    let missing = schema.properties.map(\.name).filter { !columns.contains($0.lowercased()) }
    guard missing.isEmpty else {
      let list = missing.map { "'\($0)'" }.joined(separator: ", ")
      throw SystemError(
        system: system, kind: .schema,
        message: "the table '\(entity)' in \(path) has no \(missing.count == 1 ? "column" : "columns") \(list); add "
          + "\(missing.count == 1 ? "it, or take it" : "them, or take them") out of the description of \(entity)")
    }
    if schema.changes.deletions == .feed {
      let feed = try String.fetchAll(
        database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [SQLiteNames.deletedRecords])
      let missing = ["entity", "key", "sequence"].filter { !feed.contains($0) }
      guard missing.isEmpty else {
        let what =
          feed.isEmpty
          ? "has no table '\(SQLiteNames.deletedRecords)'"
          : "has a table '\(SQLiteNames.deletedRecords)' without \(missing.map { "'\($0)'" }.joined(separator: ", "))"
        throw SystemError(
          system: system, kind: .schema,
          message: "\(path) \(what), from which deletions of \(entity) are to be read; create "
            + "\(SQLiteNames.deletedRecords) (entity, key, sequence), or describe its deletions as found by listing keys"
        )
      }
    }
    return EntityTable(schema, hasRowIdentifiers: row["type"] == "table" && row["wr"] == 0)
  }
}
