/// Texts in the YAML files of a new package.
enum YAMLText {
  /// A scalar: as it is where nothing else could be meant, else between quotation marks.
  static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F, 0x20, 0x2D: return true
      default: return false
      }
    }
    if isPlain, let first = text.utf8.first, let last = text.utf8.last, first >= 0x41, last != 0x20,
      !otherMeanings.contains(text.lowercased())
    {
      return text
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF
        || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A relative path of letters, digits, `/`, `-` and `.` as it is; any other as ``scalar(_:)``.
  static func path(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F, 0x2D...0x2F: return true
      default: return false
      }
    }
    return isPlain ? text : scalar(text)
  }

  /// Words that YAML reads as something else than text.
  private static let otherMeanings: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
}
