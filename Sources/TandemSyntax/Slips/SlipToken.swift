/// A word or a sign of a line, as a pen slips on them.
struct SlipToken {
  /// Where it stands in the file.
  var range: Range<Int>
  /// False for signs such as `:` or `{`; two back quotes are one sign.
  var isWord: Bool

  /// The tokens of a line, at most as many as a person would look through.
  static func tokens(of line: Range<Int>, in bytes: [UInt8]) -> [SlipToken] {
    var result: [SlipToken] = []
    var position = line.lowerBound
    while position < line.upperBound, result.count < maximum {
      let start = position
      if SourceLine.isBlank(bytes[position]) {
        position += 1
        continue
      }
      if isWordByte(bytes[position]) {
        while position < line.upperBound, isWordByte(bytes[position]) { position += 1 }
        result.append(SlipToken(range: start..<position, isWord: true))
      } else {
        position += 1
        let backQuote = UInt8(ascii: "`")
        if bytes[start] == backQuote, position < line.upperBound, bytes[position] == backQuote { position += 1 }
        result.append(SlipToken(range: start..<position, isWord: false))
      }
    }
    return result
  }

  private static let maximum = 80

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
  }
}
