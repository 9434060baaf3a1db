import GRDB
import TandemRuntime

extension SystemError {
  /// What an error of SQLite means for the system in a file. Holds no values: SQLite's messages name tables and columns.
  static func of(_ error: any Error, system: String, path: String) -> SystemError {
    if let error = error as? SystemError { return error }
    guard let error = error as? DatabaseError else {
      return SystemError(system: system, kind: .unavailable, message: "\(path): \(error)")
    }
    let message = error.message ?? "no reason given"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return SystemError(
        system: system, kind: .busy,
        message: "another program is writing to \(path); wait until it is done, then run again")
    case .SQLITE_NOTADB:
      return SystemError(
        system: system, kind: .unavailable,
        message: "\(path) is no SQLite database; correct the path of \(system) in the environment")
    case .SQLITE_CORRUPT:
      return SystemError(
        system: system, kind: .unavailable, message: "\(path) is damaged (\(message)); restore it from a backup")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return SystemError(
        system: system, kind: .access, message: "\(path) may not be written (\(message)); allow this user to write it")
    case .SQLITE_CANTOPEN:
      return SystemError(
        system: system, kind: .access,
        message: "\(path) cannot be opened (\(message)); allow this user to read and write it and its directory")
    case .SQLITE_FULL:
      return SystemError(system: system, kind: .unavailable, message: "the disk that holds \(path) is full; make room")
    case .SQLITE_ERROR, .SQLITE_SCHEMA:
      return SystemError(
        system: system, kind: .schema, message: "\(path): \(message); compare the table with the description")
    default:
      return SystemError(
        system: system, kind: .unavailable,
        message: "\(path): \(message) (SQLite \(error.extendedResultCode.rawValue))")
    }
  }
}

/// Why a table refused a record, from SQLite's words; they name columns, and the values of none.
struct ConstraintFailure {
  enum Kind { case unique, missing, check, reference, other }

  let kind: Kind
  /// The columns at fault, where SQLite names them.
  let columns: [String]
  /// A sentence for the operator.
  let reason: String

  /// `nil` for errors that do not concern one record only.
  init?(_ error: DatabaseError) {
    let message = error.message ?? ""
    let detail = message.split(separator: ": ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    let columns = detail.split(separator: ", ").map { String($0.split(separator: ".", maxSplits: 1).last ?? $0) }
    let list = columns.map { "'\($0)'" }.joined(separator: ", ")
    switch (error.resultCode, error.extendedResultCode) {
    case (_, .SQLITE_CONSTRAINT_UNIQUE), (_, .SQLITE_CONSTRAINT_PRIMARYKEY), (_, .SQLITE_CONSTRAINT_ROWID):
      self.init(.unique, columns, "another record has the same \(list)")
    case (_, .SQLITE_CONSTRAINT_NOTNULL):
      self.init(.missing, columns, "\(list) must have a value")
    case (_, .SQLITE_CONSTRAINT_CHECK):
      self.init(.check, [], "the table's rule is broken: \(detail)")
    case (_, .SQLITE_CONSTRAINT_FOREIGNKEY):
      self.init(.reference, [], "it refers to a record that does not exist, or others refer to it")
    case (_, .SQLITE_CONSTRAINT_TRIGGER):
      self.init(.other, [], message)
    case (.SQLITE_CONSTRAINT, _):
      self.init(.other, [], message)
    case (.SQLITE_MISMATCH, _):
      self.init(.other, [], "a value is of another type than its column")
    case (.SQLITE_TOOBIG, _):
      self.init(.other, [], "a value is too large for the database")
    default: return nil
    }
  }

  private init(_ kind: Kind, _ columns: [String], _ reason: String) {
    self.kind = kind
    self.columns = columns
    self.reason = reason
  }
}
