/// The lines that continue a plain or quoted text.
enum YAMLScalarLines {
  /// A line behind the first.
  struct Line {
    /// From the end of the text on the line before to the first byte of this line's text.
    var gap: Range<Int>
    /// The text without blanks around it; with those at its end that an escape keeps.
    var content: Range<Int>
    /// The blanks that belong before it.
    var indentation: Int
    /// The line ends in the gap: between a text's lines each one counts.
    var lineEnds: Int
  }

  /// The lines of a text of several lines; none for a text of one.
  static func lines(of piece: YAMLPiece, _ bytes: [UInt8]) -> [Line] {
    let range = piece.range
    guard bytes[range].contains(0x0A) else { return [] }
    let isDouble = bytes[range.lowerBound] == UInt8(ascii: "\"")
    var result: [Line] = []
    var end = contentEnd(from: range.lowerBound, to: range.upperBound, bytes, isDouble: isDouble)
    while end < range.upperBound {
      var position = end
      var lineEnds = 0
      var lineStart = end
      while position < range.upperBound, bytes[position] <= 0x20 {
        if bytes[position] == 0x0A {
          lineEnds += 1
          lineStart = position + 1
        }
        position += 1
      }
      let indentation = position - lineStart + piece.holder.new - piece.holder.old
      let next = contentEnd(from: position, to: range.upperBound, bytes, isDouble: isDouble)
      result.append(
        Line(
          gap: end..<position, content: position..<next, indentation: max(indentation, piece.holder.new + 1, 0),
          lineEnds: lineEnds))
      end = next
    }
    return result
  }

  /// The end of the text on a line, before blanks that mean nothing.
  private static func contentEnd(from start: Int, to limit: Int, _ bytes: [UInt8], isDouble: Bool) -> Int {
    var lineEnd = start
    while lineEnd < limit, bytes[lineEnd] != 0x0A { lineEnd += 1 }
    if lineEnd == limit { return limit }
    if lineEnd > start, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
    var end = lineEnd
    while end > start, SourceLine.isBlank(bytes[end - 1]) { end -= 1 }
    guard isDouble, end < lineEnd else { return end }
    // Behind a backslash the first blank is text.
    var backslashes = 0
    while end - backslashes > start, bytes[end - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
    return backslashes.isMultiple(of: 2) ? end : end + 1
  }
}
