extension YAMLScanner {
  /// Reads a collection between brackets, over several lines if need be. After a fault all of it is left out.
  mutating func flowCollection(parentIndent: Int) -> YAMLNode {
    let start = position
    let startLine = lineStart
    let markCount = marks.count
    let before = depth
    if let node = flowNode(parentIndent: parentIndent) { return node }
    depth = before
    marks.removeLast(marks.count - markCount)
    position = start
    lineStart = startLine
    skipBrokenFlow(parentIndent: parentIndent)
    return broken(start..<start + 1)
  }

  /// Reads one node between brackets; `nil` after a fault.
  private mutating func flowNode(parentIndent: Int) -> YAMLNode? {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      guard depth < YAMLDocument.maximumDepth else {
        report(YAMLNestedTooDeep.diagnostic(span(position..<position + 1)))
        return nil
      }
      depth += 1
      defer { depth -= 1 }
      return byte == UInt8(ascii: "[")
        ? flowSequence(parentIndent: parentIndent) : flowMapping(parentIndent: parentIndent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let scalar = quotedScalar(kind: .scalar, parentIndent: parentIndent) else { return nil }
      return YAMLNode(scalar)
    default:
      guard let scalar = flowPlain(kind: .scalar, parentIndent: parentIndent) else { return nil }
      guard let stray = YAMLStrayQuotationMark.diagnostic(self, scalar.span.range) else { return YAMLNode(scalar) }
      report(stray)
      return broken(scalar.span.range)
    }
  }

  private mutating func sign() {
    mark(.punctuation, position..<position + 1)
    position += 1
  }

  private mutating func flowSequence(parentIndent: Int) -> YAMLNode? {
    let open = position
    sign()
    var items: [YAMLNode] = []
    while true {
      guard skipInFlow(open: open, parentIndent: parentIndent) else { return nil }
      if byte == UInt8(ascii: "]") { break }
      guard let item = flowNode(parentIndent: parentIndent) else { return nil }
      items.append(item)
      guard skipInFlow(open: open, parentIndent: parentIndent) else { return nil }
      if byte == UInt8(ascii: ",") {
        sign()
      } else if byte != UInt8(ascii: "]") {
        report(YAMLMalformedFlow.separator(self, isList: true))
        return nil
      }
    }
    sign()
    return YAMLNode(.sequence(items), span(open..<position))
  }

  private mutating func flowMapping(parentIndent: Int) -> YAMLNode? {
    let open = position
    sign()
    var entries = YAMLEntries()
    while true {
      guard skipInFlow(open: open, parentIndent: parentIndent) else { return nil }
      if byte == UInt8(ascii: "}") { break }
      guard let key = flowKey(parentIndent: parentIndent) else { return nil }
      guard skipInFlow(open: open, parentIndent: parentIndent) else { return nil }
      let isEmpty = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")
      guard let value = isEmpty ? empty(at: position) : flowNode(parentIndent: parentIndent) else { return nil }
      add(YAMLNode.Entry(key: key, value: value), to: &entries, isInFlow: true)
      guard skipInFlow(open: open, parentIndent: parentIndent) else { return nil }
      if byte == UInt8(ascii: ",") {
        sign()
      } else if byte != UInt8(ascii: "}") {
        report(YAMLMalformedFlow.separator(self, isList: false))
        return nil
      }
    }
    sign()
    return YAMLNode(.mapping(entries.list), span(open..<position))
  }

  /// Reads a key between brackets, with its colon.
  private mutating func flowKey(parentIndent: Int) -> YAMLScalar? {
    let start = position
    let isQuoted = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    let key: YAMLScalar?
    if isQuoted {
      key = quotedScalar(kind: .key, parentIndent: parentIndent, isKey: true)
    } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
      report(YAMLComplexKey.collection(span(start..<start + 1)))
      return nil
    } else {
      key = flowPlain(kind: .key, parentIndent: parentIndent)
    }
    guard let key else { return nil }
    skipBlanks()
    let next = position + 1
    guard byte == UInt8(ascii: ":"), isQuoted || isBlankOrEnd(at: next) else {
      report(YAMLMalformedFlow.missingColon(self, key: key))
      return nil
    }
    sign()
    if !isQuoted, let stray = YAMLStrayQuotationMark.diagnostic(self, key.span.range) { report(stray) }
    return key
  }

  /// Reads text without quotation marks between brackets.
  private mutating func flowPlain(kind: SyntaxToken.Kind, parentIndent: Int) -> YAMLScalar? {
    if byte == UInt8(ascii: ",") {
      report(YAMLMalformedFlow.emptyItem(span(position..<position + 1)))
      return nil
    }
    if YAMLScanner.isFlowSign(byte) {
      report(YAMLMalformedFlow.wrongBracket(span(position..<position + 1)))
      return nil
    }
    if let fault = faultyStart(inFlow: true) {
      report(fault)
      return nil
    }
    let start = position
    // Nearly all text stands on one line, and needs nothing folded.
    let first = flowPlainEnd()
    if !isComment, kind == .key || !isLineEnd(at: position) { return plainScalar(start..<first, kind: kind) }
    position = start
    var text = FoldedText(bytes)
    while true {
      let piece = position
      let end = flowPlainEnd()
      text.append(piece..<end)
      if isComment, cutsText(start..<end) {
        report(YAMLCommentCutsText.diagnostic(self, text: start..<end, comment: position))
        return nil
      }
      guard kind != .key, isLineEnd(at: position), !isAtEnd else { break }
      let state = (position, lineStart)
      var breaks = 0
      while !isAtEnd, isLineEnd(at: position) {
        skipLine()
        breaks += 1
        skipBlanks()
      }
      let isKeyColon = byte == UInt8(ascii: ":") && isBlankOrEnd(at: position + 1)
      guard !isAtEnd, column > parentIndent, !YAMLScanner.isFlowSign(byte), !isComment, !isKeyColon else {
        (position, lineStart) = state
        break
      }
      text.appendBreaks(breaks, at: end)
    }
    let range = start..<text.end
    mark(kind, range)
    return text.scalar(style: .plain, span: span(range))
  }

  /// Goes to where a line of plain text ends between brackets; the end of the text before blanks.
  private mutating func flowPlainEnd() -> Int {
    var end = position
    while true {
      skipPlainBytes(&end)
      guard position < bytes.count, !isLineEnd(at: position) else { return end }
      let byte = bytes[position]
      if YAMLScanner.isFlowSign(byte) { return end }
      if byte == UInt8(ascii: ":"),
        isBlankOrEnd(at: position + 1) || YAMLScanner.isFlowSign(self.byte(at: position + 1))
      {
        return end
      }
      if byte == UInt8(ascii: "#"), YAMLScanner.isBlank(bytes[position - 1]) { return end }
      position += 1
      if !YAMLScanner.isBlank(byte) { end = position }
    }
  }

  /// Goes over bytes that mean nothing in plain text, wherever it stands; on a pointer, because most bytes of a document
  /// pass here, in debug builds too.
  ///
  /// - Parameter end: Set behind the last byte that was no blank.
  mutating func skipPlainBytes(_ end: inout Int) {
    var place = position
    var last = end
    bytes.withUnsafeBufferPointer { bytes in
      let count = bytes.count
      while place < count {
        let byte = bytes[place]
        // Letters and digits, most often; all signs that YAML knows are among the others.
        let isWord = byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
        if isWord || byte >= 0x80 || byte == 0x2E || byte == 0x5F {
          place += 1
          last = place
        } else if byte == 0x20 {
          place += 1
        } else {
          break
        }
      }
    }
    position = place
    end = last
  }

  /// Goes to the next sign or text between brackets. A line that is not indented deeper than what holds the brackets
  /// ends them, except that they may close there.
  private mutating func skipInFlow(open: Int, parentIndent: Int) -> Bool {
    while !isAtEnd {
      skipBlanks()
      skipComment()
      guard !isAtEnd, isLineEnd(at: position) else { break }
      skipLine()
      skipBlanks()
    }
    let isClosing = byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
    let isOutside = column <= parentIndent && !isClosing && lineStart > open
    if isAtEnd || isOutside || column == 0 && isDocumentMark(at: position) {
      report(YAMLUnclosedBracket.diagnostic(self, open))
      return false
    }
    return true
  }

  // MARK: - Recovery

  /// Leaves out a faulty collection: to its closing bracket if there is one, and to the end of the lines that are
  /// indented deeper than what holds it.
  private mutating func skipBrokenFlow(parentIndent: Int) {
    var nesting = 0
    var quote: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0A {
        skipLine()
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        let isClosing = self.byte == UInt8(ascii: "]") || self.byte == UInt8(ascii: "}")
        if column <= parentIndent, !isLineEnd(at: position), !isComment, !(isClosing && quote == 0) {
          position = lineStart
          return
        }
        continue
      }
      if quote != 0 {
        if byte == quote {
          quote = 0
        } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), !isLineEnd(at: position + 1) {
          position += 1
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        // Inside of plain text a quotation mark opens nothing.
        var previous = position - 1
        while previous > 0, YAMLScanner.isBlank(bytes[previous]) { previous -= 1 }
        if YAMLScanner.isFlowSign(bytes[previous]) || bytes[previous] == UInt8(ascii: ":") { quote = byte }
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        nesting += 1
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        nesting -= 1
        if nesting == 0 { break }
      } else if isComment {
        skipComment()
        continue
      }
      position += 1
    }
    if !isAtEnd { skipItem(deeperThan: parentIndent) }
  }
}
