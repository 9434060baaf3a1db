import TandemRuntime
import TandemSQLite
import TandemValues

/// The SQL that makes one entity's table behave like the real system's: it assigns keys, versions and times, enforces
/// what the description declares, and tells of deletions, also when someone edits it with `sqlite3`.
struct SandboxTable {
  let schema: EntitySchema
  let style: SandboxStyle

  static let counter = SQLiteNames.rowVersionCounter
  private static let now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

  private var table: String { SQLiteNames.table(schema.reference) }
  private var name: String { schema.reference.entity }

  private func column(_ position: Int) -> String { SQLiteNames.quoted(schema.properties[position].name) }

  private var cursor: String { column(schema.changes.cursor) }
  private var isRowVersion: Bool { schema.changes.kind == .rowVersion }

  private var flag: Int? {
    if case .flag(let property) = schema.changes.deletions { return property }
    return nil
  }

  /// All statements, in order.
  var statements: [String] { [create] + indexes + triggers }

  // MARK: Columns

  private var create: String {
    let columns = schema.properties.indices.map { "  " + definition($0) }
    return "CREATE TABLE \(table) (\n\(columns.joined(separator: ",\n"))\n)"
  }

  private func definition(_ position: Int) -> String {
    let property = schema.properties[position]
    var parts = [column(position), affinity(of: property.type)]
    if position == schema.key {
      parts.append(keyDefinition(property.type))
    } else if position == schema.changes.cursor && isRowVersion {
      parts.append("NOT NULL DEFAULT 0")
    } else if position == schema.changes.cursor || position == schema.modified {
      parts.append("NOT NULL DEFAULT (\(Self.now))")
    } else if position == flag {
      parts.append("NOT NULL DEFAULT 0")
    } else if property.isRequired {
      parts.append("NOT NULL")
    }
    if let rule = rule(position, property.type) {
      parts.append("CONSTRAINT \(SQLiteNames.quoted(property.name + " " + rule.words)) CHECK (\(rule.condition))")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func affinity(of type: ValueType) -> String {
    switch type {
    case .integer, .boolean: return "INTEGER"
    // Beyond 15 digits a number would be rounded to binary; as text it stays as it is.
    case .decimal(let precision, _): return precision ?? .max <= 15 ? "NUMERIC" : "TEXT"
    case .float: return "REAL"
    case .binary: return "BLOB"
    default: return "TEXT"
    }
  }

  private func keyDefinition(_ type: ValueType) -> String {
    switch type {
    case .integer: return "PRIMARY KEY AUTOINCREMENT"
    case .guid:
      return """
        NOT NULL PRIMARY KEY DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || \
        substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (abs(random()) % 4), 1) || \
        substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))
        """
    case .string(let limit):
      let length = min(limit ?? style.keyLength, style.keyLength)
      let prefix = String(style.keyPrefix(of: schema.reference).prefix(max(length - 6, 0)))
      let rest = length - prefix.count
      return """
        NOT NULL PRIMARY KEY DEFAULT ('\(prefix.split(separator: "'").joined(separator: "''"))' || \
        substr(hex(randomblob(\(rest))), 1, \(rest)))
        """
    default: return "NOT NULL PRIMARY KEY"
    }
  }

  /// What the column enforces, with words for the message that a refused record gets.
  private func rule(_ position: Int, _ type: ValueType) -> (words: String, condition: String)? {
    switch type {
    case .string(let limit?):
      return ("has at most \(limit) characters", "length(\(column(position))) <= \(limit)")
    case .boolean:
      return ("is 0 or 1", "\(column(position)) IN (0, 1)")
    case .enumeration(let values, open: false):
      let list = values.map {
        "'" + $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
      }
      return ("is one of its values", "\(column(position)) IN (\(list.joined(separator: ", ")))")
    default: return nil
    }
  }

  // MARK: Indexes

  private var indexes: [String] {
    var result = [
      "CREATE INDEX \(SQLiteNames.quoted(name + " changes")) ON \(table) (\(cursor), \(column(schema.key)))"
    ]
    if let externalKey = schema.externalKey {
      result.append(
        "CREATE UNIQUE INDEX \(SQLiteNames.quoted(name + " external key")) ON \(table) (\(column(externalKey)))")
    }
    // The key is unique in any case; SQLite lets any number of rows hold none.
    for (position, property) in schema.properties.enumerated()
    where property.isUnique && position != schema.key && position != schema.externalKey {
      let title = SQLiteNames.quoted(name + " unique " + property.name)
      result.append("CREATE UNIQUE INDEX \(title) ON \(table) (\(column(position)))")
    }
    return result
  }

  // MARK: Triggers

  private func trigger(_ what: String, _ event: String, when condition: String? = nil, _ body: [String]) -> String {
    let statements = body.map { "  \($0);\n" }.joined()
    let when = condition.map { " WHEN \($0)" } ?? ""
    return "CREATE TRIGGER \(SQLiteNames.quoted(name + " " + what)) \(event) ON \(table)\(when) BEGIN\n\(statements)END"
  }

  private var triggers: [String] {
    var result = [updated]
    if isRowVersion {
      result.append(
        trigger(
          "inserted", "AFTER INSERT",
          [
            "UPDATE \(Self.counter) SET last = last + 1",
            "UPDATE \(table) SET \(cursor) = (SELECT last FROM \(Self.counter)) WHERE rowid = NEW.rowid",
          ]))
    }
    switch schema.changes.deletions {
    case .feed:
      result.append(
        trigger(
          "deleted", "AFTER DELETE",
          ["INSERT INTO \(SQLiteNames.deletedRecords) (entity, key) VALUES (\(entityText), OLD.\(column(schema.key)))"])
      )
    case .flag(let property):
      result.append(
        trigger(
          "deleted", "BEFORE DELETE",
          [
            "UPDATE \(table) SET \(column(property)) = 1 WHERE rowid = OLD.rowid AND \(column(property)) IS NOT 1",
            "SELECT RAISE(IGNORE)",
          ]))
    case .keyListing: break
    }
    return result
  }

  private var entityText: String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Moves the version with every edit that did not set it, and the time of the last edit unless the statement set it.
  private var updated: String {
    var assignments: [String] = []
    var body: [String] = []
    if isRowVersion {
      body.append("UPDATE \(Self.counter) SET last = last + 1")
      assignments.append("\(cursor) = (SELECT last FROM \(Self.counter))")
    } else {
      // Two edits within a millisecond still get different times, so that a version never stands for two contents.
      let later = "strftime('%Y-%m-%dT%H:%M:%fZ', OLD.\(cursor), '+0.001 seconds')"
      assignments.append("\(cursor) = max(\(Self.now), coalesce(\(later), ''))")
    }
    if let modified = schema.modified, modified != schema.changes.cursor {
      let time = column(modified)
      assignments.append("\(time) = CASE WHEN NEW.\(time) IS NOT OLD.\(time) THEN NEW.\(time) ELSE \(Self.now) END")
    }
    body.append("UPDATE \(table) SET \(assignments.joined(separator: ", ")) WHERE rowid = NEW.rowid")
    return trigger("updated", "AFTER UPDATE", when: "NEW.\(cursor) IS OLD.\(cursor)", body)
  }
}
