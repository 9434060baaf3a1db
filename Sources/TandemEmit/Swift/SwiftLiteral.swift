import TandemValues

/// Swift literals for text and values. Whatever the text holds, it stays inside its literal or comment.
enum SwiftLiteral {
  /// A string literal.
  static func string(_ text: String) -> String {
    if PlainText.isPlain(text), !text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      return "\"\(text)\""
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if isInvisible(scalar) {
          result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Text for a line comment: one line, without anything that could end or reorder it.
  static func comment(_ text: String) -> String {
    if PlainText.isPlain(text) { return text.split(separator: " ").joined(separator: " ") }
    var result = ""
    for scalar in text.unicodeScalars {
      if isInvisible(scalar) || scalar == "\n" || scalar == "\r" || scalar == "\t" {
        result += " "
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }

  /// A value as an expression of type `Value`.
  static func value(_ value: Value) -> String {
    switch value {
    case .absent: return ".absent"
    case .null: return ".null"
    case .string(let text): return ".string(\(string(text)))"
    case .integer(let number): return ".integer(\(number))"
    case .decimal(let number):
      // The initialiser can fail for other numbers, so the literal goes through the function that takes an optional.
      return "Field.value(decimal: DecimalNumber(coefficient: \(number.coefficient), scale: \(number.scale)))"
    case .float(let number): return ".float(\(float(number)))"
    case .boolean(let truth): return ".boolean(\(truth))"
    case .date(let date): return ".date(CalendarDate(daysSinceEpoch: \(date.daysSinceEpoch)))"
    case .time(let time): return ".time(TimeOfDay(microseconds: \(time.microseconds)))"
    case .datetime(let moment): return ".datetime(Timestamp(microseconds: \(moment.microseconds)))"
    case .guid(let guid): return ".guid(GUID(bits: \(guid.bits)))"
    case .binary(let bytes): return ".binary(\(bytes))"
    case .list(let elements): return ".list([\(elements.map(Self.value).joined(separator: ", "))])"
    case .object(let members): return ".object([\(members.map(Self.value).joined(separator: ", "))])"
    }
  }

  /// A value as a literal of its own Swift type, or of an optional of it.
  static func typed(_ value: Value) -> String {
    switch value {
    case .absent, .null: return "nil"
    case .string(let text): return string(text)
    case .integer(let number): return "\(number)"
    case .decimal(let number): return "DecimalNumber(coefficient: \(number.coefficient), scale: \(number.scale))"
    case .float(let number): return float(number)
    case .boolean(let truth): return "\(truth)"
    case .date(let date): return "CalendarDate(daysSinceEpoch: \(date.daysSinceEpoch))"
    case .time(let time): return "TimeOfDay(microseconds: \(time.microseconds))"
    case .datetime(let moment): return "Timestamp(microseconds: \(moment.microseconds))"
    case .guid(let guid): return "GUID(bits: \(guid.bits))"
    case .binary(let bytes): return "\(bytes)"
    case .list, .object: return Self.value(value)
    }
  }

  /// A floating-point number; those that have no digits have names.
  static func float(_ number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.infinity" : ".infinity" }
    return "\(number)"
  }

  /// A type as an expression of type `ValueType`.
  static func type(_ type: ValueType) -> SwiftCall {
    switch type {
    case .string(let maximum):
      return SwiftCall(".string", [("maximumLength", .text(maximum.map(String.init) ?? "nil"))])
    case .decimal(let precision, let scale):
      return SwiftCall(
        ".decimal",
        [("precision", .text(precision.map(String.init) ?? "nil")), ("scale", .text(scale.map(String.init) ?? "nil"))])
    case .enumeration(let values, let open):
      return SwiftCall(
        ".enumeration", [("values", .list(values.map { .text(string($0)) })), ("open", .text(String(open)))])
    case .object(let members):
      let items = members.map { member in
        SwiftCall.Argument.call(
          SwiftCall(
            "ValueType.Member", [("name", .text(string(member.name))), ("type", .call(Self.type(member.type)))]))
      }
      return SwiftCall(".object", [("", .list(items))])
    case .list(let element):
      return SwiftCall(".list", [("", .call(Self.type(element)))])
    case .integer, .float, .boolean, .date, .time, .datetime, .guid, .binary, .json:
      return SwiftCall(".\(type.word)", nil)
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20, scalar.value < 0x7F { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
