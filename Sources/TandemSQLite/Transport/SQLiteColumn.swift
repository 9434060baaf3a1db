import GRDB
import TandemValues

/// How values stand in columns, for programs beside the connector that read and write the same tables.
public enum SQLiteColumn {
  /// A value that does not stand for its declared type; says why, without the value.
  public struct Problem: Error, Sendable, CustomStringConvertible {
    /// The reason.
    public let description: String
  }

  /// The value as a column holds it.
  public static func encode(_ value: Value, as type: ValueType) throws(Problem) -> DatabaseValue {
    do {
      return try ColumnCoding.encode(value, as: type)
    } catch {
      throw Problem(description: error.reason)
    }
  }

  /// The value in a column of a row.
  public static func decode(_ row: Row, _ index: Int, as type: ValueType) throws(Problem) -> Value {
    do {
      return try ColumnCoding.decode(row, index, as: type)
    } catch {
      throw Problem(description: error.reason)
    }
  }
}
