/// Prints texts as YAML scalars, with quotation marks only where they are needed.
enum YAMLText {
  /// A text; plain where every reader of YAML takes it for this text.
  ///
  /// - Parameter inFlow: True between brackets, where commas and brackets end a plain text.
  static func scalar(_ text: String, inFlow: Bool) -> String {
    isPlain(Array(text.utf8), inFlow: inFlow) ? text : quoted(text)
  }

  /// A text in double quotation marks, or in single ones where that saves escapes.
  static func quoted(_ text: String) -> String {
    let needsEscapes = text.unicodeScalars.contains { $0 == "\"" || $0 == "\\" }
    if needsEscapes, !text.unicodeScalars.contains(where: { $0 == "'" || needsEscape($0) }) { return "'\(text)'" }
    return doubleQuoted(text)
  }

  /// Executable text, always in quotation marks: single ones, because its own are double.
  static func expression(_ text: String) -> String {
    if text.unicodeScalars.contains(where: needsEscape) { return doubleQuoted(text) }
    guard text.unicodeScalars.contains("'") else { return "'\(text)'" }
    if !text.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" }) { return "\"\(text)\"" }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let length = scalar.value > 0xFFFF ? 8 : scalar.value > 0xFF ? 4 : 2
        let letter = length == 8 ? "U" : length == 4 ? "u" : "x"
        result += "\\" + letter + String(repeating: "0", count: length - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Characters that end lines or that nobody sees.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value >= 0x7F && scalar.value <= 0xA0 || scalar.value == 0x2028
      || scalar.value == 0x2029 || scalar.value == 0xFEFF
  }

  // MARK: - Plain texts

  private static func isPlain(_ bytes: [UInt8], inFlow: Bool) -> Bool {
    guard let first = bytes.first, let last = bytes.last, !SourceLine.isBlank(last), bytes.count < 512 else {
      return false
    }
    // `-`, `?` and `:` may begin a plain text before a letter; whoever sees them there has to think.
    // A quotation mark at the end looks like one whose partner is lost.
    if last == UInt8(ascii: "\"") { return false }
    if opening.contains(first) || last == UInt8(ascii: ":") || meansSomethingElse(bytes) { return false }
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      switch byte {
      case 0..<0x20, 0x7F: return false
      // Beyond ASCII only letters stand plainly; the first bytes of U+0080 to U+00BF and U+2000 to U+2FFF are these.
      case 0xC2, 0xE2, 0xEF: return false
      case UInt8(ascii: ":"):
        if SourceLine.isBlank(next) || inFlow && flowSigns.contains(next) { return false }
      case UInt8(ascii: "#"):
        if index > 0, SourceLine.isBlank(bytes[index - 1]) { return false }
      case _ where inFlow && flowSigns.contains(byte): return false
      default: break
      }
    }
    return true
  }

  private static let opening = Set(" -?:,[]{}#&*!|>'\"%@`=<~.".utf8)
  private static let flowSigns = Set(",[]{}".utf8)
  private static let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]

  /// True for what other readers of YAML take for a flag, a number, a date or nothing.
  private static func meansSomethingElse(_ bytes: [UInt8]) -> Bool {
    if bytes.count <= 5, words.contains(String(decoding: bytes, as: UTF8.self).lowercased()) { return true }
    guard let first = bytes.first, first >= 0x30 && first <= 0x39 || first == UInt8(ascii: "+") else { return false }
    return bytes.allSatisfy(numberBytes.contains)
  }

  private static let numberBytes = Set("0123456789+-._:abcdefABCDEFxXoOTtZz ".utf8)
}
