/// Completes the tokens of a YAML text.
enum YAMLTokens {
  /// Tokens that cover the whole file: the marks where they stand, and in the gaps between them line ends, blanks,
  /// comments, and what fits nowhere.
  ///
  /// A mark that overlaps an earlier one loses, so that the result is lossless whatever the marks are.
  static func fill(_ marks: [SyntaxToken], in file: SourceFile) -> [SyntaxToken] {
    var ordered = marks
    // Marks are nearly always in order already.
    for index in ordered.indices.dropFirst() where ordered[index].range.lowerBound < ordered[index - 1].range.lowerBound
    {
      ordered.sort { $0.range.lowerBound < $1.range.lowerBound }
      break
    }
    var tokens: [SyntaxToken] = []
    tokens.reserveCapacity(marks.count * 2 + file.lineStarts.count)
    var position = 0
    for mark in ordered where mark.range.lowerBound >= position && !mark.range.isEmpty {
      fillGap(position..<mark.range.lowerBound, in: file.bytes, into: &tokens)
      tokens.append(mark)
      position = mark.range.upperBound
    }
    fillGap(position..<file.bytes.count, in: file.bytes, into: &tokens)
    return tokens
  }

  private static func fillGap(_ gap: Range<Int>, in bytes: [UInt8], into tokens: inout [SyntaxToken]) {
    var position = gap.lowerBound
    while position < gap.upperBound {
      let start = position
      let byte = bytes[position]
      let atLineStart = start == 0 || bytes[start - 1] == 0x0A
      if byte == 0x0A {
        position += 1
        tokens.append(SyntaxToken(.lineEnd, start..<position))
      } else if byte == 0x0D, position + 1 < gap.upperBound, bytes[position + 1] == 0x0A {
        position += 2
        tokens.append(SyntaxToken(.lineEnd, start..<position))
      } else if byte == 0x20 || byte == 0x09 {
        while position < gap.upperBound, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        tokens.append(SyntaxToken(atLineStart ? .indentation : .blank, start..<position))
      } else if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), gap.upperBound >= 3 {
        position = 3
        tokens.append(SyntaxToken(.byteOrderMark, start..<position))
      } else {
        let isComment = byte == UInt8(ascii: "#") && (atLineStart || YAMLScanner.isBlank(bytes[start - 1]))
        position = contentEnd(from: start, to: gap.upperBound, in: bytes, stopAtComment: !isComment)
        tokens.append(SyntaxToken(isComment ? .comment : .unexpected, start..<position))
      }
    }
  }

  /// The end of the text on a line, without blanks behind it, or where a comment begins.
  private static func contentEnd(from start: Int, to end: Int, in bytes: [UInt8], stopAtComment: Bool) -> Int {
    var position = start
    var contentEnd = start + 1
    while position < end {
      let byte = bytes[position]
      if byte == 0x0A { break }
      if stopAtComment, byte == UInt8(ascii: "#"), position > start, YAMLScanner.isBlank(bytes[position - 1]) { break }
      let isReturn = byte == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
      position += 1
      if byte != 0x20, byte != 0x09, !isReturn { contentEnd = position }
    }
    return contentEnd
  }
}
