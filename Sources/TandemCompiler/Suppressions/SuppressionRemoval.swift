import TandemSyntax

/// Takes a comment that allows something out of its file.
enum SuppressionRemoval {
  /// The fix that removes a comment with its reason and leaves all others.
  ///
  /// Lines that are indented further than the first go on with the reason. Where a line at its margin follows and the reason
  /// has no full stop, only the author knows whether it goes on there, so that the fix is not a safe one.
  static func fix(_ message: String, _ suppression: Suppression) -> Diagnostic.Fix {
    let reason = Reason(suppression)
    return Diagnostic.Fix(message, safe: reason.isCertain, edits: [edit(suppression, through: reason.last)])
  }

  /// The lines of a comment over which a reason goes.
  private struct Reason {
    /// The last of its lines.
    var last: Int
    /// False when the line behind it may belong to it as well.
    var isCertain = true

    init(_ suppression: Suppression) {
      let places = suppression.comment.places
      last = suppression.line
      let margin = Self.indentation(places[last])
      while last + 1 < places.count, !places[last + 1].range.isEmpty,
        SuppressionRemoval.isGap(
          places[last].upperBound..<places[last + 1].lowerBound, in: places[last].file)
      {
        guard Self.indentation(places[last + 1]) > margin else {
          let next = places[last + 1].text.drop { $0 == " " || $0 == "#" }
          let isOver = last > suppression.line || places[last].text.last.map { ".!?".contains($0) } ?? true
          isCertain = isOver || next.isEmpty || next.lowercased().hasPrefix("tandem ")
          return
        }
        last += 1
      }
    }

    private static func indentation(_ place: SourceSpan) -> Int { place.text.prefix { $0 == " " }.count }
  }

  /// The edit that removes some lines of the comment, or the whole comment when it has no others.
  private static func edit(_ suppression: Suppression, through last: Int) -> TextEdit {
    let places = suppression.comment.places
    let line = suppression.line
    let file = suppression.span.file
    let range: Range<Int>
    if last + 1 < places.count, isGap(places[last].upperBound..<places[last + 1].lowerBound, in: file) {
      // What follows takes the place of the line, behind its mark.
      let keepsBlank = !places[last + 1].range.isEmpty || file.bytes[places[line].lowerBound - 1] != 0x20
      range = places[line].lowerBound - (keepsBlank ? 0 : 1)..<places[last + 1].lowerBound
    } else if line == 1, places.count == last + 1, places[0].range.isEmpty {
      // The text of a comment of RST that begins below its full stops.
      range = wholeLines(places[line], through: places[last], in: file)
    } else if line > 0, isGap(places[line - 1].upperBound..<places[line].lowerBound, in: file) {
      range = places[line - 1].upperBound..<places[last].upperBound
    } else {
      range = wholeLines(places[line], through: places[last], in: file)
    }
    return TextEdit(SourceSpan(file: file, range), replacement: "")
  }

  /// True when nothing but line ends, blanks and the mark of a comment stands between two lines of one.
  private static func isGap(_ range: Range<Int>, in file: SourceFile) -> Bool {
    file.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "#") }
  }

  /// A whole comment: with its lines when it stands alone there, and with one of two blank lines around it.
  private static func wholeLines(
    _ place: SourceSpan, through last: SourceSpan, in file: SourceFile
  ) -> Range<Int> {
    let bytes = file.bytes
    let number = place.start.line - 1
    let end = last.start.line - 1
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
      return lower..<last.upperBound
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
    var upper = lineStart(end + 1)
    if isRST, first > 0, isBlank(first - 1) {
      if upper < bytes.count, isBlank(end + 1) {
        upper = lineStart(end + 2)
      } else {
        lower = lineStart(first - 1)
      }
    } else if isRST, upper < bytes.count, isBlank(end + 1) {
      upper = lineStart(end + 2)
    }
    return lower..<upper
  }
}
