import TandemRuntime

/// How the names of a system description stand in SQL: a table is named as its entity, a column as its property.
public enum SQLiteNames {
  /// The table that lists deletions for entities whose feed tells of them: `entity`, `key`, and a growing `sequence`.
  public static let deletedRecords = "deleted_records"
  /// The table that keeps the identities of creates for entities without a property for them.
  public static let operations = "tandem_operations"
  /// A table in which a system may keep the last row version that it gave out, in `last`; it tells a restored database
  /// from one whose newest record was deleted.
  public static let rowVersionCounter = "sandbox_row_version"

  /// A name in quotes, whatever it holds.
  public static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// The name of the file that stands for a system where an environment names none: `Custom CRM` is `custom-crm`, without
  /// an ending.
  public static func file(of system: String) -> String {
    system.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// The quoted name of an entity's table.
  public static func table(_ entity: EntityReference) -> String { quoted(entity.entity) }
}
