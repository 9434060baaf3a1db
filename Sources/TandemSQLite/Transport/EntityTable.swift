import GRDB
import TandemRuntime
import TandemValues

/// An entity's table, checked once against its description: names in quotes and the statements that every call repeats.
struct EntityTable: Sendable {
  let schema: EntitySchema
  /// False for a table without row identifiers, where the key of a new record comes from the insert itself.
  let hasRowIdentifiers: Bool
  /// The quoted name of the table.
  let name: String
  /// The quoted names of the columns, in the order of the properties.
  let columns: [String]
  /// `SELECT` all properties `FROM` the table.
  let select: String

  init(_ schema: EntitySchema, hasRowIdentifiers: Bool) {
    self.schema = schema
    self.hasRowIdentifiers = hasRowIdentifiers
    name = SQLiteNames.table(schema.reference)
    columns = schema.properties.map { SQLiteNames.quoted($0.name) }
    select = "SELECT \(columns.joined(separator: ", ")) FROM \(name)"
  }

  var key: String { columns[schema.key] }
  var keyType: ValueType { schema.properties[schema.key].type }
  var cursor: String { columns[schema.changes.cursor] }

  /// The column that marks a record as deleted.
  var flag: Int? {
    if case .flag(let property) = schema.changes.deletions { return property }
    return nil
  }

  /// ` AND` the record is not marked as deleted; nothing for entities without such a mark.
  var andPresent: String { flag.map { " AND \(columns[$0]) IS NOT 1" } ?? "" }

  /// The record has a key; takes as many arguments as ``ColumnCoding/keyForms(_:as:)`` gives.
  var whereKey: String { keyType == .guid ? "\(key) IN (?, ?)" : "\(key) = ?" }

  // MARK: Rows

  /// What a row says: the record, or why it cannot be used.
  func change(of row: Row) -> RecordChange {
    let storedKey = row[schema.key] as DatabaseValue
    guard let recordKey = recordKey(storedKey) else {
      return .unreadable(
        RecordKey(ColumnCoding.rawKey(storedKey)),
        reason: "the key '\(schema.properties[schema.key].name)' is no \(keyType.word) in its usual form")
    }
    if let flag {
      switch (row[flag] as DatabaseValue).storage {
      case .int64(1): return .deletion(recordKey)
      case .int64(0), .null: break
      default:
        return .unreadable(recordKey, reason: "'\(schema.properties[flag].name)' is neither 0 nor 1")
      }
    }
    do {
      return .upsert(try record(row, key: recordKey))
    } catch {
      return .unreadable(recordKey, reason: error.reason)
    }
  }

  /// The record in a row, also where it is marked as deleted.
  func record(_ row: Row, key: RecordKey) throws(CodingProblem) -> Record {
    var values: [Value] = []
    values.reserveCapacity(columns.count)
    for (index, property) in schema.properties.enumerated() {
      do {
        values.append(try ColumnCoding.decode(row, index, as: property.type))
      } catch {
        throw CodingProblem("'\(property.name)' \(error.reason)")
      }
    }
    let stored = row[schema.changes.cursor] as DatabaseValue
    guard let token = token(stored) else {
      throw CodingProblem("'\(schema.properties[schema.changes.cursor].name)' \(versionProblem)")
    }
    var modified: Timestamp?
    if let position = schema.modified, case .datetime(let moment) = values[position] { modified = moment }
    return Record(key: key, version: RecordVersion(token), modified: modified, values: values)
  }

  /// The key in a column; `nil` where it is of the wrong type, or spelled so that it could not be found again.
  func recordKey(_ stored: DatabaseValue) -> RecordKey? {
    let value: Value
    switch (stored.storage, keyType) {
    case (.int64(let number), .integer): value = .integer(number)
    case (.string(let text), .string), (.string(let text), .enumeration): value = .string(text)
    default:
      guard case .string(let text) = stored.storage, let parsed = keyType.parse(text) else { return nil }
      value = parsed
    }
    return ColumnCoding.keyForms(value, as: keyType).contains(stored) ? RecordKey(value) : nil
  }

  // MARK: Versions

  /// The token of a version in the cursor column; `nil` where it is empty or of the wrong kind.
  func token(_ stored: DatabaseValue) -> String? {
    switch (schema.changes.kind, stored.storage) {
    case (.rowVersion, .int64(let number)): return String(number)
    case (.timestamp, .string(let text)):
      // The column is walked along in the order of its text, so all times must have one form.
      let bytes = Array(text.utf8)
      guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z"), Timestamp(text) != nil
      else { return nil }
      return text
    default: return nil
    }
  }

  /// The version with a token as it stands in the cursor column; `nil` for a token of another kind of system.
  func version(_ token: RecordVersion) -> DatabaseValue? {
    switch schema.changes.kind {
    case .rowVersion: return Int64(token.token)?.databaseValue
    case .timestamp: return token.token.databaseValue
    }
  }

  private var versionProblem: String {
    switch schema.changes.kind {
    case .rowVersion: return "holds no whole number, so changes of the record cannot be found"
    case .timestamp:
      return "holds no time like 2026-01-31T12:00:00.000Z, so changes of the record cannot be found"
    }
  }
}

/// GRDB has a class of the same name.
typealias Record = TandemRuntime.Record
