/// JSON as a value that prints itself: objects keep the order of their members.
public indirect enum JSONText: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// Text.
  case string(String)
  /// A list.
  case array([JSONText])
  /// Members in order.
  case object([(String, JSONText)])

  /// The text, indented by two blanks a level.
  public var text: String {
    var result = ""
    write(to: &result, margin: "")
    return result
  }

  private func write(to result: inout String, margin: String) {
    switch self {
    case .null: result += "null"
    case .boolean(let truth): result += truth ? "true" : "false"
    case .integer(let number): result += String(number)
    case .string(let text): result += Self.quote(text)
    case .array(let elements):
      Self.write(elements.map { ("", $0) }, "[", "]", to: &result, margin: margin)
    case .object(let members):
      Self.write(members.map { (Self.quote($0.0) + ": ", $0.1) }, "{", "}", to: &result, margin: margin)
    }
  }

  private static func write(
    _ items: [(String, JSONText)], _ open: String, _ close: String, to result: inout String, margin: String
  ) {
    result += open
    let inner = margin + "  "
    for (index, item) in items.enumerated() {
      result += (index == 0 ? "\n" : ",\n") + inner + item.0
      item.1.write(to: &result, margin: inner)
    }
    result += items.isEmpty ? close : "\n" + margin + close
  }

  private static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
