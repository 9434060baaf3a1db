import TandemValues

/// Values and ways in the words of a failed test.
enum LawText {
  /// A value with its kind: text in quotation marks, `null` for a missing one; long texts are cut.
  static func show(_ value: Value) -> String {
    switch value {
    case .absent, .null: return "null"
    case .string(let text):
      let scalars = text.unicodeScalars
      guard scalars.count > 60 else { return quoted(text) }
      return "\(quoted(String(String.UnicodeScalarView(scalars.prefix(24)))))... (\(scalars.count) characters)"
    case .list(let elements): return "[\(elements.map(show).joined(separator: ", "))]"
    case .object(let members): return "{\(members.map(show).joined(separator: ", "))}"
    default: return value.displayText
    }
  }

  /// `source "x " > shared "x" > target "x"`.
  static func show(_ stations: [LawExample.Station]) -> String {
    stations.map { "\($0.place.rawValue) \(show($0.value))" }.joined(separator: " > ")
  }

  /// True for equal values, and for two that are missing: a typed record holds none either way.
  static func isSame(_ one: Value, _ other: Value) -> Bool { one == other || one.isMissing && other.isMissing }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.properties.generalCategory == .format {
          result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
