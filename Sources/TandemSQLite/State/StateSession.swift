import Foundation
import GRDB
import TandemRuntime

/// One transaction on the state: the statements behind each operation, prepared once per connection.
///
/// The operations stand in extensions, one file per group of tables.
final class StateSession: StateWriter {
  let database: Database
  let identities: StateIdentities

  init(database: Database, identities: StateIdentities) {
    self.database = database
    self.identities = identities
  }

  // MARK: Statements

  func execute(_ sql: String, _ arguments: [DatabaseValue]) throws {
    let statement = try database.cachedStatement(sql: sql)
    statement.setUncheckedArguments(StatementArguments(arguments))
    try statement.execute()
  }

  func all<Element>(
    _ sql: String, _ arguments: [DatabaseValue], _ decode: (Row) throws -> Element
  ) throws -> [Element] {
    let statement = try database.cachedStatement(sql: sql)
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var result: [Element] = []
    while let row = try rows.next() { result.append(try decode(row)) }
    return result
  }

  func first<Element>(
    _ sql: String, _ arguments: [DatabaseValue], _ decode: (Row) throws -> Element
  ) throws -> Element? {
    let statement = try database.cachedStatement(sql: sql)
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    guard let row = try rows.next() else { return nil }
    return try decode(row)
  }

  // MARK: Numbers of flows, entities and indexes

  func number(of flow: FlowIdentifier) throws -> Int64? {
    if let number = identities.flows[flow] { return number }
    guard
      let number = try first(
        "SELECT id FROM flow WHERE identifier = ?", [flow.text.databaseValue], { $0[0] as Int64 })
    else { return nil }
    identities.flows[flow] = number
    identities.flowsByNumber[number] = flow
    return number
  }

  func numberAdding(_ flow: FlowIdentifier) throws -> Int64 {
    if let number = try number(of: flow) { return number }
    try execute("INSERT INTO flow (identifier) VALUES (?)", [flow.text.databaseValue])
    let number = database.lastInsertedRowID
    identities.flows[flow] = number
    identities.flowsByNumber[number] = flow
    return number
  }

  func flow(_ number: Int64) throws -> FlowIdentifier {
    if let flow = identities.flowsByNumber[number] { return flow }
    guard
      let text = try first("SELECT identifier FROM flow WHERE id = ?", [number.databaseValue], { $0[0] as String })
    else { throw StateError.unreadable("a row names a flow that is missing") }
    let flow = FlowIdentifier(text)
    identities.flows[flow] = number
    identities.flowsByNumber[number] = flow
    return flow
  }

  func number(of entity: EntityReference) throws -> Int64? {
    if let number = identities.entities[entity] { return number }
    guard
      let number = try first(
        "SELECT id FROM entity WHERE system = ? AND name = ?",
        [entity.system.databaseValue, entity.entity.databaseValue], { $0[0] as Int64 })
    else { return nil }
    identities.entities[entity] = number
    return number
  }

  func numberAdding(_ entity: EntityReference) throws -> Int64 {
    if let number = try number(of: entity) { return number }
    try execute(
      "INSERT INTO entity (system, name) VALUES (?, ?)",
      [entity.system.databaseValue, entity.entity.databaseValue])
    let number = database.lastInsertedRowID
    identities.entities[entity] = number
    return number
  }
}

/// Bytes for the database.
func blob(_ bytes: [UInt8]) -> DatabaseValue { Data(bytes).databaseValue }

/// Text that machines made, as bytes for the database.
func blob(_ text: String) -> DatabaseValue { Data(text.utf8).databaseValue }

extension Row {
  /// The bytes of a column; none where the column is empty.
  func bytes(_ index: Int) -> [UInt8] { [UInt8](self[index] as Data? ?? Data()) }

  /// The text that machines made, which stands as bytes in a column.
  func machineText(_ index: Int) -> String { String(decoding: self[index] as Data? ?? Data(), as: UTF8.self) }

  /// The key of a record in a column.
  func key(_ index: Int) throws -> RecordKey { try StateKeys.decode(self[index] as DatabaseValue) }

  /// The side in a column.
  func side(_ index: Int) throws -> Side {
    guard let side = Side(rawValue: self[index] as UInt8) else {
      throw StateError.unreadable("a row names a side that does not exist")
    }
    return side
  }
}

extension Side {
  var databaseValue: DatabaseValue { rawValue.databaseValue }
}

extension RecordKey {
  var databaseValue: DatabaseValue { StateKeys.encode(self) }
}
