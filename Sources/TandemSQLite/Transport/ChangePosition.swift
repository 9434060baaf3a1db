import GRDB
import TandemRuntime
import TandemValues

/// How far the changes of an entity have been read: the text of a cursor.
///
/// A reading walks through the records from a bound in the order of (cursor column, key), then through the deletions. When
/// it has seen everything it rests; the next reading begins a new walk at the highest version seen, or for times so much
/// before it as the description says, because a transaction may commit with an earlier time than one that was read.
struct ChangePosition: Equatable {
  /// Where in a reading this is.
  enum Stage: Int64 {
    /// Between two readings.
    case resting = 0
    /// Among the records whose cursor column is empty; they cannot be used, and must not go unseen.
    case unversioned = 1
    /// Among the records in the order of the cursor column.
    case records = 2
    /// Among the deletions.
    case deletions = 3
  }

  var stage = Stage.resting
  /// The highest version seen; null before the first.
  var mark = DatabaseValue.null
  /// The last record of this walk: its version and key; null at the beginning of a stage.
  var version = DatabaseValue.null
  var key = DatabaseValue.null
  /// The sequence of the last deletion seen.
  var deletion: Int64 = 0

  init() {}

  /// The position in a cursor; `nil` for a text that is none.
  init?(_ cursor: ChangeCursor) {
    guard let values = CursorText.read(cursor.text), values.count == 5,
      let stage = Int64.fromDatabaseValue(values[0]).flatMap(Stage.init(rawValue:)),
      let deletion = Int64.fromDatabaseValue(values[4])
    else { return nil }
    self.stage = stage
    mark = values[1]
    version = values[2]
    key = values[3]
    self.deletion = deletion
  }

  var cursor: ChangeCursor {
    ChangeCursor(CursorText.write([stage.rawValue.databaseValue, mark, version, key, deletion.databaseValue]))
  }

  mutating func enter(_ stage: Stage) {
    self.stage = stage
    version = .null
    key = .null
  }

  /// Raises the mark to a version that was read.
  mutating func see(_ version: DatabaseValue) {
    switch (mark.storage, version.storage) {
    case (.null, _): mark = version
    case (.int64(let old), .int64(let new)) where new > old: mark = version
    case (.string(let old), .string(let new)) where old.utf8.lexicographicallyPrecedes(new.utf8): mark = version
    default: break
    }
  }
}
