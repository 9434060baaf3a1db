import GRDB
import TandemRuntime

extension StateError {
  /// What can be done about a state that cannot be used.
  static let remedy = """
    restore a copy of it. Without a copy move the file and its companions (-wal, -shm) away and look at `sync plan` \
    before anything else: the systems keep all their records; those that match by a merge table are linked again, and \
    all others would be created again
    """

  /// What an error of SQLite means for the state at a path. Holds no values: SQLite's messages name tables and columns.
  static func of(_ error: DatabaseError, path: String) -> StateError {
    let message = error.message ?? "no reason given"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return .unreadable(
        "\(path) is damaged or no SQLite database (\(message)); \(remedy)")
    case .SQLITE_FULL:
      return .storage(
        "the disk that holds \(path) is full; make room and start again: nothing that was reported is lost")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return .locked("another program works on \(path); close it and start again")
    case .SQLITE_READONLY, .SQLITE_PERM:
      return .storage("\(path) may not be written (\(message)); allow this user to write the file and its directory")
    case .SQLITE_CANTOPEN:
      return .storage("\(path) cannot be opened (\(message)); allow this user to write the file and its directory")
    default:
      return .storage("\(path): \(message) (SQLite \(error.extendedResultCode.rawValue))")
    }
  }
}
