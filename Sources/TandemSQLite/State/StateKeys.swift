import Foundation
import GRDB
import TandemRuntime
import TandemValues

/// How keys of records stand in the state: a letter for the kind and the key's own bytes, which SQLite orders exactly as
/// ``TandemRuntime/RecordKey`` orders keys. `SELECT CAST(source AS TEXT) FROM link` shows numbers and text to people.
enum StateKeys {
  private static let identifier = UInt8(ascii: "g")
  private static let integer = UInt8(ascii: "i")
  private static let string = UInt8(ascii: "s")
  private static let other = UInt8(ascii: "v")

  static func encode(_ key: RecordKey) -> DatabaseValue {
    var bytes: [UInt8]
    switch key.value {
    case .integer(let number):
      bytes = [integer]
      bytes.append(contentsOf: String(number).utf8)
    case .string(let text):
      bytes = [string]
      bytes.append(contentsOf: text.utf8)
    case .guid(let guid):
      bytes = [identifier]
      for shift in stride(from: 120, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: guid.bits >> UInt128(shift)))
      }
    default:
      bytes = [other] + ValueCoding.encode([key.value])
    }
    return Data(bytes).databaseValue
  }

  static func decode(_ stored: DatabaseValue) throws(StateError) -> RecordKey {
    guard case .blob(let data) = stored.storage, let form = data.first else { throw damaged }
    let content = data.dropFirst()
    switch form {
    case integer:
      guard let number = Int64(String(decoding: content, as: UTF8.self)) else { throw damaged }
      return RecordKey(.integer(number))
    case string:
      return RecordKey(.string(String(decoding: content, as: UTF8.self)))
    case identifier where content.count == 16:
      return RecordKey(.guid(GUID(bits: content.reduce(0) { $0 << 8 | UInt128($1) })))
    case other:
      guard let value = try ValueCoding.decode(Array(content)).first else { throw damaged }
      return RecordKey(value)
    default: throw damaged
    }
  }

  private static var damaged: StateError { .unreadable("the key of a record is damaged") }
}
