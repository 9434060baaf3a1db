import Foundation
import GRDB
import TandemRuntime
import TandemValues

/// How keys of records stand in the state: numbers and text as themselves, so that SQLite orders them and people can read
/// them; identifiers and everything else as bytes that begin with the number of their form.
enum StateKeys {
  private static let identifierForm: UInt8 = 1
  private static let codedForm: UInt8 = 2

  static func encode(_ key: RecordKey) -> DatabaseValue {
    switch key.value {
    case .integer(let number): return number.databaseValue
    case .string(let text): return text.databaseValue
    case .guid(let identifier):
      var bytes = Data(count: 17)
      bytes[0] = identifierForm
      for index in 0..<16 { bytes[index + 1] = UInt8(truncatingIfNeeded: identifier.bits >> UInt128(120 - 8 * index)) }
      return bytes.databaseValue
    default:
      return Data([codedForm] + ValueCoding.encode([key.value])).databaseValue
    }
  }

  static func decode(_ stored: DatabaseValue) throws(StateError) -> RecordKey {
    switch stored.storage {
    case .int64(let number): return RecordKey(.integer(number))
    case .string(let text): return RecordKey(.string(text))
    case .blob(let data):
      let bytes = [UInt8](data)
      if bytes.count == 17 && bytes[0] == identifierForm {
        return RecordKey(.guid(GUID(bits: bytes[1...].reduce(0) { $0 << 8 | UInt128($1) })))
      }
      if bytes.first == codedForm, let value = try ValueCoding.decode(Array(bytes[1...])).first {
        return RecordKey(value)
      }
      throw .unreadable("the key of a record is damaged")
    case .null, .double: throw .unreadable("the key of a record is damaged")
    }
  }
}
