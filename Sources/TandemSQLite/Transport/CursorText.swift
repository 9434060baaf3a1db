import Foundation
import GRDB

/// Values of columns in a line of text and back, for cursors: each with a letter for its kind and its length.
enum CursorText {
  static func write(_ values: [DatabaseValue]) -> String {
    var text = ""
    for value in values {
      switch value.storage {
      case .null: text += "n0:"
      case .int64(let number): text += field("i", String(number))
      case .double(let number): text += field("r", String(number.bitPattern))
      case .string(let string): text += field("t", string)
      case .blob(let data): text += field("b", data.base64EncodedString())
      }
    }
    return text
  }

  /// The values of a text of ``write(_:)``; `nil` for any other text.
  static func read(_ text: String) -> [DatabaseValue]? {
    var rest = text.utf8[...]
    var values: [DatabaseValue] = []
    while let kind = rest.popFirst() {
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), let count = Int(Substring(rest[..<colon])), count >= 0
      else { return nil }
      rest = rest[rest.index(after: colon)...]
      guard rest.count >= count else { return nil }
      let content = String(Substring(rest.prefix(count)))
      rest = rest.dropFirst(count)
      switch kind {
      case UInt8(ascii: "n"): values.append(.null)
      case UInt8(ascii: "i"):
        guard let number = Int64(content) else { return nil }
        values.append(number.databaseValue)
      case UInt8(ascii: "r"):
        guard let bits = UInt64(content) else { return nil }
        values.append(Double(bitPattern: bits).databaseValue)
      case UInt8(ascii: "t"): values.append(content.databaseValue)
      case UInt8(ascii: "b"):
        guard let data = Data(base64Encoded: content) else { return nil }
        values.append(data.databaseValue)
      default: return nil
      }
    }
    return values
  }

  private static func field(_ kind: String, _ content: String) -> String { "\(kind)\(content.utf8.count):\(content)" }
}
