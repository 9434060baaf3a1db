import Foundation
import GRDB
import TandemValues

/// How values stand in columns: dates and identifiers as ISO text, decimals as text or numbers and never rounded, booleans
/// as 0 and 1, structured values as JSON. What does not read back as its declared type is an error, never a guess.
enum ColumnCoding {
  // MARK: Reading

  /// The value in a column of a row.
  static func decode(_ row: Row, _ index: Int, as type: ValueType) throws(CodingProblem) -> Value {
    let stored = row[index] as DatabaseValue
    guard case .string(let text) = stored.storage else { return try decode(stored, as: type) }
    return try decode(text: try wholeText(row, index, read: text), as: type)
  }

  /// The text of a column: what was handed over ends at the first NUL and has broken characters replaced, so its length
  /// is compared with that of the stored bytes.
  private static func wholeText(_ row: Row, _ index: Int, read: String) throws(CodingProblem) -> String {
    let isWhole = (try? row.withUnsafeData(atIndex: index) { $0?.count ?? 0 }) == read.utf8.count
    // The sign that stands for a broken character begins with this byte, as other rare characters do.
    if isWhole && !read.utf8.contains(0xEF) { return read }
    let bytes = (try? row.withUnsafeData(atIndex: index) { $0.map { [UInt8]($0) } ?? [] }) ?? []
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CodingProblem("holds text that is no valid UTF-8")
    }
    return text
  }

  private static func decode(_ stored: DatabaseValue, as type: ValueType) throws(CodingProblem) -> Value {
    switch (stored.storage, type) {
    case (.null, _): return .null
    case (.int64(let number), .integer): return .integer(number)
    case (.int64(let number), .decimal): return .decimal(DecimalNumber(number))
    case (.int64(let number), .float):
      if let float = Double(exactly: number) { return .float(float) }
    case (.int64(0), .boolean): return .boolean(false)
    case (.int64(1), .boolean): return .boolean(true)
    case (.double(let number), .float): return .float(number)
    case (.double(let number), .decimal):
      // The database keeps the number in binary; its shortest decimal spelling is what was entered.
      if let decimal = DecimalNumber(number) { return .decimal(decimal) }
    case (.blob(let data), .binary): return .binary([UInt8](data))
    default: break
    }
    throw CodingProblem("holds \(kind(of: stored)), but is declared as \(type.word)")
  }

  private static func decode(text: String, as type: ValueType) throws(CodingProblem) -> Value {
    switch type {
    case .string: return .string(text)
    case .enumeration(let values, let isOpen):
      guard isOpen || values.contains(text) else {
        throw CodingProblem("holds text that is none of its declared values")
      }
      return .string(text)
    case .decimal:
      if let number = DecimalNumber(text) { return .decimal(number) }
    case .date:
      if let date = CalendarDate(text) { return .date(date) }
    case .time:
      if let time = TimeOfDay(text) { return .time(time) }
    case .datetime:
      if let moment = Timestamp(text) { return .datetime(moment) }
    case .guid:
      if let identifier = GUID(text) { return .guid(identifier) }
    case .json:
      if JSONNode(text) != nil { return .string(text) }
    case .object, .list:
      guard let node = JSONNode(text) else { break }
      return try JSONCoding.decode(node, as: type)
    case .integer, .float, .boolean, .binary: break
    }
    throw CodingProblem("holds text that is no \(type.word)")
  }

  private static func kind(of stored: DatabaseValue) -> String {
    switch stored.storage {
    case .null: return "nothing"
    case .int64: return "a whole number"
    case .double: return "a number with a fraction"
    case .string: return "text"
    case .blob: return "bytes"
    }
  }

  // MARK: Writing

  /// The value for a column; `stored` is the JSON that a structured value is laid over.
  static func encode(
    _ value: Value, as type: ValueType, over stored: JSONNode? = nil
  ) throws(CodingProblem) -> DatabaseValue {
    switch (value, type) {
    case (.null, _): return .null
    case (.string(let text), .string), (.string(let text), .enumeration):
      guard !text.utf8.contains(0) else {
        throw CodingProblem("is given text with a NUL character, which SQLite cuts off")
      }
      return text.databaseValue
    case (.string(let text), .json):
      guard JSONNode(text) != nil else { throw CodingProblem("is given text that is no JSON") }
      return text.databaseValue
    case (.integer(let number), .integer), (.integer(let number), .decimal): return number.databaseValue
    case (.decimal(let number), .decimal): return number.description.databaseValue
    case (.float(let number), .float): return number.databaseValue
    case (.boolean(let flag), .boolean): return flag.databaseValue
    case (.date, .date), (.time, .time), (.datetime, .datetime), (.guid, .guid): return value.displayText.databaseValue
    case (.binary(let bytes), .binary): return Data(bytes).databaseValue
    case (.list, .list), (.object, .object):
      return try JSONCoding.encode(value, as: type, over: stored).text.databaseValue
    default: throw CodingProblem("is given a value that is no \(type.word)")
    }
  }

  // MARK: Keys

  /// The forms in which a key may stand in its column: identifiers in lower and in upper case.
  static func keyForms(_ key: Value, as type: ValueType) -> [DatabaseValue] {
    guard type == .guid else { return [(try? encode(key, as: type)) ?? .null] }
    guard case .guid(let identifier) = key else { return [.null, .null] }
    let text = identifier.description
    return [text.databaseValue, text.uppercased().databaseValue]
  }

  /// A key as it stands in its column, for messages about records whose key is of the wrong type.
  static func rawKey(_ stored: DatabaseValue) -> Value {
    switch stored.storage {
    case .null: return .null
    case .int64(let number): return .integer(number)
    case .double(let number): return .float(number)
    case .string(let text): return .string(text)
    case .blob(let data): return .binary([UInt8](data))
    }
  }
}
