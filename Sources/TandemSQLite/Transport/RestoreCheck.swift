import GRDB
import TandemRuntime

/// Recognises a database that is older than what was read from it before: a backup that was restored, or another file in
/// its place. Reading on from the cursor would find nothing until the old versions are reached again, and nobody would
/// know.
///
/// Only certain evidence counts, because a false alarm stops a system. The highest version among the records proves
/// nothing by itself, since the newest record may have been deleted. It is certain when
/// - the system keeps a counter of versions, which never goes down, and it stands below the cursor; or
/// - deletions are told in a feed, and the feed shows fewer than were read from it, or none at all: then no record can
///   have vanished, and the one with the version of the cursor is missing all the same.
///
/// Where deletions are found by a flag or by listing keys and there is no counter, and where the cursor is a time, it
/// cannot be known.
struct RestoreCheck {
  let table: EntityTable
  let database: Database
  let path: String

  /// Throws when the database is older than the position.
  func check(_ position: ChangePosition) throws {
    guard position.stage == .resting, table.schema.changes.kind == .rowVersion,
      case .int64(let read) = position.mark.storage
    else { return }
    let highest = try Int64.fetchOne(database, sql: "SELECT max(\(table.cursor)) FROM \(table.name)") ?? 0
    if highest >= read { return }
    if let counter = try counter() {
      if counter < read { throw restored(max(counter, highest), read) }
      return
    }
    guard table.schema.changes.deletions == .feed else { return }
    if try lastDeletion() < max(position.deletion, 1) { throw restored(highest, read) }
  }

  /// The last version that the system gave out, where it keeps a count.
  private func counter() throws -> Int64? {
    guard try database.tableExists(SQLiteNames.rowVersionCounter) else { return nil }
    return try Int64.fetchOne(
      database, sql: "SELECT max(last) FROM \(SQLiteNames.quoted(SQLiteNames.rowVersionCounter))")
  }

  /// The sequence of the last deletion in the feed, also where old entries have been cleared away.
  private func lastDeletion() throws -> Int64 {
    let feed = SQLiteNames.deletedRecords
    let listed = try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM \(feed)") ?? 0
    guard try database.tableExists("sqlite_sequence") else { return listed }
    let given = try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [feed])
    return max(listed, given ?? 0)
  }

  private func restored(_ highest: Int64, _ read: Int64) -> SystemError {
    SystemError(
      system: table.schema.reference.system, kind: .restored,
      message: """
        \(path) is older than what was read from it before: version \(highest) is the last that it shows for \
        \(table.schema.reference.entity), and \(read) had been read. It was restored from a backup, or another file \
        stands in its place. Its flows stopped; nothing is written to it, and the state is kept. Put the newer file \
        back; or, if this one is to stay, restore the copy of the state from the same time. Without such a copy move \
        the state away and look at `sync plan` first: records that match by a merge table are linked again, all others \
        would be created again
        """)
  }
}
