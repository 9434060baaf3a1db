extension YAMLScanner {
  /// Reads a scalar between quotation marks.
  ///
  /// - Returns: `nil` after a fault; the place is then the opening mark when it was never closed, and behind the closing
  ///   one otherwise.
  mutating func quotedScalar(kind: SyntaxToken.Kind, parentIndent: Int, isKey: Bool = false) -> YAMLScalar? {
    let start = position
    let startLine = lineStart
    let quote = bytes[start]
    let isDouble = quote == UInt8(ascii: "\"")
    var text = FoldedText(bytes)
    text.append(start + 1..<start + 1)
    var isClean = true
    var isClosed = false
    position += 1
    while true {
      let piece = position
      while position < bytes.count, bytes[position] != quote, !isLineEnd(at: position),
        !(isDouble && bytes[position] == UInt8(ascii: "\\"))
      {
        position += 1
      }
      if isLineEnd(at: position) {
        // Blanks before and after a line end do not count.
        var end = position
        while end > piece, YAMLScanner.isBlank(bytes[end - 1]) { end -= 1 }
        text.append(piece..<end)
        guard !isKey, let breaks = foldedBreaks(parentIndent: parentIndent) else { break }
        text.appendBreaks(breaks, at: end)
        continue
      }
      text.append(piece..<position)
      if bytes[position] == quote {
        guard !isDouble, byte(at: position + 1) == quote else {
          isClosed = true
          break
        }
        text.append([quote], at: position)
        position += 2
        continue
      }
      if isLineEnd(at: position + 1), position + 1 < bytes.count {
        let backslash = position
        position += 1
        guard !isKey, let breaks = foldedBreaks(parentIndent: parentIndent) else { break }
        text.append(repeatElement(0x0A, count: breaks - 1), at: backslash)
        continue
      }
      isClean = escape(into: &text) && isClean
    }
    guard isClosed else {
      report(YAMLUnclosedQuotationMark.diagnostic(self, start..<lineContentEnd(from: start)))
      position = start
      lineStart = startLine
      return nil
    }
    position += 1
    guard isClean else { return nil }
    let range = start..<position
    mark(kind, range)
    return text.scalar(style: isDouble ? .doubleQuoted : .singleQuoted, span: span(range))
  }

  /// Goes over line ends and the blanks around them; their number, or `nil` when the text cannot go on behind them.
  private mutating func foldedBreaks(parentIndent: Int) -> Int? {
    var breaks = 0
    while !isAtEnd, isLineEnd(at: position) {
      skipLine()
      breaks += 1
      skipBlanks()
    }
    guard !isAtEnd, column > parentIndent, !(column == 0 && isDocumentMark(at: position)) else { return nil }
    return breaks
  }

  /// Reads an escape of a text between double quotation marks.
  private mutating func escape(into text: inout FoldedText) -> Bool {
    let start = position
    let letter = byte(at: start + 1)
    position = min(start + 2, bytes.count)
    if let plain = YAMLScanner.escapes[letter] {
      text.append(plain.utf8, at: start)
      return true
    }
    let digits: Int
    switch letter {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: digits = 0
    }
    var value: UInt32 = 0
    var count = 0
    while count < digits, let digit = YAMLScanner.hexadecimalDigit(byte) {
      value = value << 4 | digit
      position += 1
      count += 1
    }
    guard digits > 0, count == digits, let scalar = Unicode.Scalar(value) else {
      // A character of several bytes is shown as a whole.
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      report(YAMLUnknownEscape.diagnostic(self, start..<position))
      return false
    }
    text.append(String(Character(scalar)).utf8, at: start)
    return true
  }

  private static let escapes: [UInt8: String] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "t"): "\t",
    0x09: "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", 0x20: " ", UInt8(ascii: "\""): "\"",
    UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
    UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: return UInt32(byte - 0x30)
    case 0x41...0x46: return UInt32(byte - 0x37)
    case 0x61...0x66: return UInt32(byte - 0x57)
    default: return nil
    }
  }
}
