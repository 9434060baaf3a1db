/// One line of a text, taken apart into indentation, content, trailing blanks and line end.
public struct SourceLine: Sendable, Hashable {
  /// The offset of the first byte; after a mark of the byte order on the first line.
  public var start: Int
  /// Where the content begins, after blanks and tabs. The end of the line when there is none.
  public var contentStart: Int
  /// Where the content ends, before trailing blanks and tabs.
  public var contentEnd: Int
  /// Where the line end (LF or CR LF) begins.
  public var terminator: Int
  /// The offset after the line end.
  public var end: Int

  /// The content without blanks around it.
  public var content: Range<Int> { contentStart..<contentEnd }
  /// True when there is nothing but blanks.
  public var isBlank: Bool { contentStart == contentEnd }
  /// The number of bytes before the content.
  public var indentation: Int { contentStart - start }

  /// The lines of a file, in order. Every byte is in exactly one line, except a mark of the byte order at the start.
  public static func split(_ file: SourceFile) -> [SourceLine] {
    let bytes = file.bytes
    var lines: [SourceLine] = []
    lines.reserveCapacity(file.lineStarts.count)
    for (number, lineStart) in file.lineStarts.enumerated() {
      let start = number == 0 && hasByteOrderMark(bytes) ? 3 : lineStart
      let end = number + 1 < file.lineStarts.count ? file.lineStarts[number + 1] : bytes.count
      // After a final line end there is no further line.
      if start == end, number > 0 || start == bytes.count { continue }
      var terminator = end
      if terminator > start, bytes[terminator - 1] == 0x0A {
        terminator -= 1
        if terminator > start, bytes[terminator - 1] == 0x0D { terminator -= 1 }
      }
      var contentStart = start
      while contentStart < terminator, isBlank(bytes[contentStart]) { contentStart += 1 }
      var contentEnd = terminator
      while contentEnd > contentStart, isBlank(bytes[contentEnd - 1]) { contentEnd -= 1 }
      lines.append(
        SourceLine(
          start: start, contentStart: contentStart, contentEnd: contentEnd, terminator: terminator, end: end))
    }
    return lines
  }

  /// True when the bytes begin with a mark of the byte order.
  public static func hasByteOrderMark(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }

  /// True for a blank or a tab.
  public static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension SourceLine {
  /// The words of a range, without the blanks between them.
  static func words(in range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for index in range {
      if SourceLine.isBlank(bytes[index]) {
        if let begin = start { result.append(begin..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let begin = start { result.append(begin..<range.upperBound) }
    return result
  }
}
