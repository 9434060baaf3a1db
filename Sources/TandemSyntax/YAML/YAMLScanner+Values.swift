extension YAMLScanner {
  /// Reads a value that begins in the middle of a line, or a scalar or flow collection on a line of its own, up to the
  /// end of its last line.
  mutating func inlineValue(parentIndent: Int) -> YAMLNode {
    let start = position
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let node = flowCollection(parentIndent: parentIndent)
      return node.isBroken ? node : finishLine(after: node, parentIndent: parentIndent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let scalar = quotedScalar(kind: .scalar, parentIndent: parentIndent) else {
        skipItem(deeperThan: parentIndent)
        return broken(start..<start + 1)
      }
      return finishLine(after: YAMLNode(.scalar(scalar), scalar.span), parentIndent: parentIndent)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return blockScalar(parentIndent: parentIndent)
    default:
      if let fault = faultyStart(inFlow: false) {
        report(fault)
        skipItem(deeperThan: parentIndent)
        return broken(start..<start + 1)
      }
      return plainValue(parentIndent: parentIndent)
    }
  }

  /// What is wrong with a scalar that begins like this; `nil` when a plain one may.
  func faultyStart(inFlow: Bool) -> Diagnostic? {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): return YAMLAnchor.diagnostic(self, wordRange)
    case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: ">"):
      return YAMLReservedCharacter.diagnostic(self, position)
    case UInt8(ascii: "#"): return YAMLReservedCharacter.diagnostic(self, position)
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return YAMLReservedCharacter.diagnostic(self, position)
    case UInt8(ascii: "?"):
      guard inFlow || isBlankOrEnd(at: position + 1) else { return nil }
      return YAMLComplexKey.questionMark(span(position..<position + 1))
    case UInt8(ascii: ":"):
      guard inFlow || isBlankOrEnd(at: position + 1) else { return nil }
      return YAMLReservedCharacter.diagnostic(self, position)
    case UInt8(ascii: "-"):
      guard isBlankOrEnd(at: position + 1) else { return nil }
      return YAMLMisplacedList.behindKey(span(position..<position + 1))
    default: return nil
    }
  }

  /// Nothing but a comment may stand behind a quoted text or a flow collection.
  private mutating func finishLine(after node: consuming YAMLNode, parentIndent: Int) -> YAMLNode {
    if skipRestOfLine() { return node }
    let rest = span(position..<lineContentEnd(from: position))
    switch node.content {
    case .mapping, .sequence:
      if byte == UInt8(ascii: ":") {
        report(YAMLComplexKey.collection(node.span))
      } else {
        report(YAMLTextAfterValue.diagnostic(rest, after: "the closing bracket"))
      }
    default: report(YAMLTextAfterValue.diagnostic(rest, after: "the closing quotation mark"))
    }
    skipItem(deeperThan: parentIndent)
    return broken(node.span.range)
  }

  // MARK: - Plain text

  /// The end of the key that begins at an offset, before its colon; `nil` when no key begins there.
  func keyEnd(from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let first = bytes[start]
    let limit = min(bytes.count, start + YAMLScanner.longestKey)
    var index = start
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      index += 1
      while index < limit, !isLineEnd(at: index) {
        if bytes[index] == first {
          // Two single quotation marks stand for one.
          guard first == UInt8(ascii: "'"), byte(at: index + 1) == first else { break }
          index += 1
        } else if first == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\") {
          index += 1
        }
        index += 1
      }
      guard index < limit, bytes[index] == first else { return nil }
      index += 1
      let end = index
      while index < bytes.count, YAMLScanner.isBlank(bytes[index]) { index += 1 }
      return byte(at: index) == UInt8(ascii: ":") && isBlankOrEnd(at: index + 1) ? end : nil
    }
    guard canStartPlain(at: start) else { return nil }
    var end = start
    while index < limit, !isLineEnd(at: index) {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":"), isBlankOrEnd(at: index + 1) { return end > start ? end : nil }
      if byte == UInt8(ascii: "#"), index > start, YAMLScanner.isBlank(bytes[index - 1]) { return nil }
      index += 1
      if !YAMLScanner.isBlank(byte) { end = index }
    }
    return nil
  }

  /// Keys are not longer than this, in bytes.
  static let longestKey = 1_024

  /// True when a plain scalar of block structure may begin at the offset.
  private func canStartPlain(at offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): return !isBlankOrEnd(at: offset + 1)
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), 0x20, 0x09, 0x0A, 0x0D:
      return false
    default: return true
    }
  }

  /// A plain scalar on one line.
  mutating func plainScalar(_ range: Range<Int>, kind: SyntaxToken.Kind) -> YAMLScalar {
    mark(kind, range)
    return YAMLScalar(
      text: String(decoding: bytes[range], as: UTF8.self), style: .plain, span: span(range), places: .exact(range))
  }

  /// Reads a plain scalar of block structure with the lines that continue it.
  private mutating func plainValue(parentIndent: Int) -> YAMLNode {
    let start = position
    var text = FoldedText(bytes)
    while true {
      let lineBegin = position
      let end = plainLineEnd()
      if byte == UInt8(ascii: ":"), !isAtEnd {
        report(YAMLTextAfterValue.colon(self, start: start, colon: position))
        skipItem(deeperThan: parentIndent)
        return broken(start..<end)
      }
      text.append(lineBegin..<end)
      if isComment {
        if cutsText(start..<end) {
          report(YAMLCommentCutsText.diagnostic(self, text: start..<end, comment: position))
          skipItem(deeperThan: parentIndent)
          return broken(start..<end)
        }
        break
      }
      guard let (next, nextLineStart, breaks) = continuation(parentIndent: parentIndent) else { break }
      text.appendBreaks(breaks, at: end)
      position = next
      lineStart = nextLineStart
    }
    let scalar = text.scalar(style: .plain, span: span(start..<text.end))
    mark(.scalar, scalar.span.range)
    if let stray = YAMLStrayQuotationMark.diagnostic(self, scalar.span.range) {
      report(stray)
      skipItem(deeperThan: parentIndent)
      return broken(scalar.span.range)
    }
    return YAMLNode(.scalar(scalar), scalar.span)
  }

  /// Goes to the end of the line, to a comment, or to a colon that looks like a key's; the end of the text before it.
  private mutating func plainLineEnd() -> Int {
    var end = position
    while true {
      skipPlainBytes(&end)
      guard position < bytes.count, !isLineEnd(at: position) else { return end }
      let byte = bytes[position]
      if byte == UInt8(ascii: ":"), isBlankOrEnd(at: position + 1) { return end }
      if byte == UInt8(ascii: "#"), YAMLScanner.isBlank(bytes[position - 1]) { return end }
      position += 1
      if !YAMLScanner.isBlank(byte) { end = position }
    }
  }

  /// Where the next line that continues a plain scalar begins, and the line ends before it.
  ///
  /// A deeper line that is a key or a list item does not continue a text: its indentation is wrong.
  private func continuation(parentIndent: Int) -> (start: Int, lineStart: Int, breaks: Int)? {
    var index = position
    var breaks = 0
    while index < bytes.count {
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      guard index < bytes.count else { return nil }
      index += 1
      breaks += 1
      let begin = index
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      let indent = index - begin
      let hasTab = index < bytes.count && bytes[index] == 0x09
      while index < bytes.count, YAMLScanner.isBlank(bytes[index]) { index += 1 }
      if isLineEnd(at: index) { continue }
      guard indent > parentIndent, !hasTab, bytes[index] != UInt8(ascii: "#"), !isDocumentMark(at: begin) else {
        return nil
      }
      let isItem = bytes[index] == UInt8(ascii: "-") && isBlankOrEnd(at: index + 1)
      return isItem || keyEnd(from: index) != nil ? nil : (index, begin, breaks)
    }
    return nil
  }

  /// True when a comment cuts a text between quotation marks: what stands before it holds an odd number of them.
  func cutsText(_ range: Range<Int>) -> Bool {
    var isOpen = false
    for index in range where bytes[index] == UInt8(ascii: "\"") { isOpen.toggle() }
    return isOpen
  }
}
