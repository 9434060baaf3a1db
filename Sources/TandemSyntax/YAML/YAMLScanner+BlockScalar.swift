extension YAMLScanner {
  /// Reads a text of whole lines below `|` (line ends stay) or `>` (lines are joined).
  mutating func blockScalar(parentIndent: Int) -> YAMLNode {
    let start = position
    let isLiteral = byte == UInt8(ascii: "|")
    position += 1
    var chomping = UInt8(ascii: " ")
    var increment = 0
    while !isBlankOrEnd(at: position) {
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), chomping == UInt8(ascii: " ") {
        chomping = byte
      } else if byte >= UInt8(ascii: "1"), byte <= UInt8(ascii: "9"), increment == 0 {
        increment = Int(byte - UInt8(ascii: "0"))
      } else {
        break
      }
      position += 1
    }
    let headerEnd = position
    guard isBlankOrEnd(at: position), skipRestOfLine() else {
      report(YAMLMalformedBlockText.header(span(start..<lineContentEnd(from: start))))
      skipItem(deeperThan: parentIndent)
      return broken(start..<headerEnd)
    }
    mark(.punctuation, start..<headerEnd)
    skipLine()
    let first = position
    let least = max(parentIndent + 1, 1)
    let indent = increment > 0 ? max(parentIndent, 0) + increment : max(detectedIndent(), least)
    var text = FoldedText(bytes)
    text.append(first..<first)
    var end = first
    var pending = blockBreaks(indent: indent)
    if increment == 0, column == indent, byte == 0x09, !isAtEnd {
      report(YAMLTabInIndentation.diagnostic(self, lineStart..<position + 1, tab: position))
      skipItem(deeperThan: parentIndent)
      return broken(start..<headerEnd)
    }
    var lineBreak: Int?
    var wasIndented = false
    while position < bytes.count, column == indent, !isLineEnd(at: position) {
      let isIndented = YAMLScanner.isBlank(byte)
      if let place = lineBreak {
        if isLiteral || wasIndented || isIndented {
          text.append([0x0A], at: place)
        } else if pending == 0 {
          text.append([0x20], at: place)
        }
      }
      text.append(repeatElement(0x0A, count: pending), at: end)
      let lineBegin = position
      while position < bytes.count, !isLineEnd(at: position) { position += 1 }
      text.append(lineBegin..<position)
      end = position
      wasIndented = isIndented
      lineBreak = isAtEnd ? nil : position
      skipLine()
      pending = blockBreaks(indent: indent)
    }
    if chomping != UInt8(ascii: "-"), let lineBreak { text.append([0x0A], at: lineBreak) }
    if chomping == UInt8(ascii: "+") { text.append(repeatElement(0x0A, count: pending), at: end) }
    reportTab(first: first, end: end, parentIndent: parentIndent)
    position = lineStart
    if end > first { mark(.scalar, contentStart(from: first, before: end)..<end) }
    let whole = span(start..<max(end, headerEnd))
    let scalar = text.scalar(style: isLiteral ? .literal : .folded, span: whole)
    return YAMLNode(.scalar(scalar), whole)
  }

  /// The deepest indentation of the lines up to the first that is not blank.
  private func detectedIndent() -> Int {
    var index = position
    var deepest = 0
    while index < bytes.count {
      let begin = index
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      deepest = max(deepest, index - begin)
      guard index < bytes.count, isLineEnd(at: index) else { return deepest }
      while bytes[index] != 0x0A { index += 1 }
      index += 1
    }
    return deepest
  }

  /// Goes over the indentation and over empty lines; the number of the latter.
  private mutating func blockBreaks(indent: Int) -> Int {
    var breaks = 0
    while position < bytes.count {
      while position < bytes.count, column < indent, bytes[position] == 0x20 { position += 1 }
      guard position < bytes.count, isLineEnd(at: position) else { break }
      skipLine()
      breaks += 1
    }
    return breaks
  }

  /// A tab in the place of the indentation would end the text without a word.
  private mutating func reportTab(first: Int, end: Int, parentIndent: Int) {
    guard byte == 0x09, !isAtEnd else { return }
    position = lineStart
    skipToContent(in: parentIndent)
  }

  private func contentStart(from first: Int, before end: Int) -> Int {
    var index = first
    while index < end, isBlankOrEnd(at: index) { index += 1 }
    return index
  }
}
