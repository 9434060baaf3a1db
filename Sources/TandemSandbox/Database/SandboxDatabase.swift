import Foundation
import GRDB
import TandemRuntime
import TandemSQLite
import TandemValues

/// A database file that stands in for a real system: made from the entities' descriptions, with the keys, versions, times,
/// rules and deletions of such systems, whoever edits it.
///
/// The editing functions are a **user's** edits, made behind the connector's back; they are what tests and demonstrations
/// change records with. `sqlite3 FILE` works as well.
public final class SandboxDatabase: Sendable {
  /// The file.
  public let path: String
  /// The entities that have a table in it.
  public let entities: [EntitySchema]

  private let queue: DatabaseQueue

  private init(path: String, entities: [EntitySchema], queue: DatabaseQueue) {
    self.path = path
    self.entities = entities
    self.queue = queue
  }

  /// Makes a new database file, in place of one that is there.
  ///
  /// - Throws: an error of the database when the file cannot be written, or when `style` holds SQL that fails.
  public static func create(
    at path: String, entities: [EntitySchema], style: SandboxStyle = .standard
  ) throws -> SandboxDatabase {
    for ending in ["", "-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.removeItem(atPath: path + ending)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE \(SandboxTable.counter) (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL);
          INSERT INTO \(SandboxTable.counter) VALUES (1, 0);
          CREATE TABLE \(SQLiteNames.deletedRecords) (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            entity TEXT NOT NULL,
            key NOT NULL,
            deleted_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
          );
          CREATE INDEX deleted_records_entity ON \(SQLiteNames.deletedRecords) (entity, sequence);
          """)
      for entity in entities {
        for statement in SandboxTable(schema: entity, style: style).statements { try database.execute(sql: statement) }
      }
      for statement in style.additionalSQL { try database.execute(sql: statement) }
    }
    return SandboxDatabase(path: path, entities: entities, queue: queue)
  }

  /// Opens a database that was made before.
  public static func open(at path: String, entities: [EntitySchema]) throws -> SandboxDatabase {
    SandboxDatabase(
      path: path, entities: entities, queue: try DatabaseQueue(path: path, configuration: configuration))
  }

  /// Creates records as a user does, in one transaction, and returns their keys. A value that is
  /// ``TandemValues/Value/absent`` is left to the system.
  public func insert(_ records: [[Value]], into entity: EntitySchema) throws -> [RecordKey] {
    try queue.write { database in
      try records.map { values in
        let given = values.enumerated().filter { $0.element != .absent }
        let columns = given.map { SQLiteNames.quoted(entity.properties[$0.offset].name) }
        let assigned =
          given.isEmpty
          ? "DEFAULT VALUES"
          : "(\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
        let statement = try database.cachedStatement(
          sql: "INSERT INTO \(SQLiteNames.table(entity.reference)) \(assigned)")
        let arguments = try given.map { try SQLiteColumn.encode($0.element, as: entity.properties[$0.offset].type) }
        try statement.execute(arguments: StatementArguments(arguments))
        let key = SQLiteNames.quoted(entity.properties[entity.key].name)
        let select = try database.cachedStatement(
          sql: "SELECT \(key) FROM \(SQLiteNames.table(entity.reference)) WHERE rowid = ?")
        let row = try Row.fetchOne(select, arguments: [database.lastInsertedRowID])
        return RecordKey(
          try row.map { try SQLiteColumn.decode($0, 0, as: entity.properties[entity.key].type) } ?? .null)
      }
    }
  }

  /// Changes properties of a record as a user does; true when there is such a record.
  @discardableResult
  public func update(_ key: RecordKey, of entity: EntitySchema, set values: [PropertyValue]) throws -> Bool {
    let columns = values.map { SQLiteNames.quoted(entity.properties[$0.property].name) + " = ?" }
    return try change(
      "UPDATE \(SQLiteNames.table(entity.reference)) SET \(columns.joined(separator: ", "))",
      try values.map { try SQLiteColumn.encode($0.value, as: entity.properties[$0.property].type) }, key, entity)
  }

  /// Deletes a record as a user does, in the system's own way: the row goes, or its flag is set.
  @discardableResult
  public func delete(_ key: RecordKey, of entity: EntitySchema) throws -> Bool {
    if case .flag(let property) = entity.changes.deletions {
      return try update(key, of: entity, set: [PropertyValue(property: property, value: .boolean(true))])
    }
    return try change("DELETE FROM \(SQLiteNames.table(entity.reference))", [], key, entity)
  }

  /// How many rows the entity's table holds, those that are marked as deleted included.
  public func count(of entity: EntitySchema) throws -> Int {
    try queue.read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(SQLiteNames.table(entity.reference))") ?? 0
    }
  }

  /// Runs any SQL, as `sqlite3 FILE` does.
  public func execute(_ sql: String) throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  private func change(
    _ verb: String, _ arguments: [DatabaseValue], _ key: RecordKey, _ entity: EntitySchema
  ) throws -> Bool {
    let property = entity.properties[entity.key]
    let value = try SQLiteColumn.encode(key.value, as: property.type)
    return try queue.write { database in
      try database.execute(
        sql: "\(verb) WHERE \(SQLiteNames.quoted(property.name)) = ?",
        arguments: StatementArguments(arguments + [value]))
      return database.changesCount > 0
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "sandbox"
    configuration.busyMode = .timeout(5)
    return configuration
  }
}
