import TandemSyntax

/// Takes a comment that allows something out of its file.
enum SuppressionRemoval {
  /// The edit that removes the line of the comment, or the whole comment when it has no other.
  static func edit(_ suppression: Suppression) -> TextEdit {
    let places = suppression.comment.places
    let line = suppression.line
    let file = suppression.span.file
    let range: Range<Int>
    if line + 1 < places.count, isGap(places[line].upperBound..<places[line + 1].lowerBound, in: file) {
      // What follows takes the place of the line, behind its mark.
      range = places[line].lowerBound..<places[line + 1].lowerBound
    } else if line == 1, places.count == 2, places[0].range.isEmpty {
      // The text of a comment of RST that begins below its full stops.
      range = wholeLines(places[line], in: file)
    } else if line > 0, isGap(places[line - 1].upperBound..<places[line].lowerBound, in: file) {
      range = places[line - 1].upperBound..<places[line].upperBound
    } else {
      range = wholeLines(places[line], in: file)
    }
    return TextEdit(SourceSpan(file: file, range), replacement: "")
  }

  /// True when nothing but line ends, blanks and the mark of a comment stands between two lines of one.
  private static func isGap(_ range: Range<Int>, in file: SourceFile) -> Bool {
    file.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "#") }
  }

  /// A comment of one line: with its line when it stands alone there, and with one of two blank lines around it.
  private static func wholeLines(_ place: SourceSpan, in file: SourceFile) -> Range<Int> {
    let bytes = file.bytes
    let number = place.start.line - 1
    let start = file.lineStarts[number]
    func isMark(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".")
    }
    guard bytes[start..<place.lowerBound].allSatisfy(isMark) else {
      // Beside something: from the blanks before the mark.
      var lower = place.lowerBound
      while lower > start, bytes[lower - 1] != UInt8(ascii: "#") { lower -= 1 }
      lower = max(start, lower - 1)
      while lower > start, bytes[lower - 1] == 0x20 || bytes[lower - 1] == 0x09 { lower -= 1 }
      return lower..<place.upperBound
    }
    func lineStart(_ line: Int) -> Int { line < file.lineStarts.count ? file.lineStarts[line] : bytes.count }
    func isBlank(_ line: Int) -> Bool {
      bytes[lineStart(line)..<lineStart(line + 1)].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }
    // Two full stops may stand on the line before.
    var first = number
    let opening = number > 0 ? file.line(number).filter { $0 != " " } : ""
    if opening == "..", !bytes[start..<place.lowerBound].contains(UInt8(ascii: "#")) { first -= 1 }
    let isRST = bytes[lineStart(first)..<place.lowerBound].contains(UInt8(ascii: "."))
    var lower = lineStart(first)
    var upper = lineStart(number + 1)
    if isRST, first > 0, isBlank(first - 1) {
      if upper < bytes.count, isBlank(number + 1) {
        upper = lineStart(number + 2)
      } else {
        lower = lineStart(first - 1)
      }
    } else if isRST, upper < bytes.count, isBlank(number + 1) {
      upper = lineStart(number + 2)
    }
    return lower..<upper
  }
}
