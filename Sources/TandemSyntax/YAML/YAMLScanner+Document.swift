extension YAMLScanner {
  /// The whole text as one document.
  mutating func document() -> YAMLNode? {
    skipToContent(in: -1)
    while byte == UInt8(ascii: "%"), column == 0, !isAtEnd {
      report(YAMLSeveralDocuments.directive(span(position..<lineContentEnd(from: position))))
      skipLine()
      skipToContent(in: -1)
    }
    if column == 0, isDocumentMark(at: position), byte == UInt8(ascii: "-") {
      mark(.punctuation, position..<position + 3)
      position += 3
      if !skipRestOfLine() {
        report(YAMLSeveralDocuments.contentAfterMark(span(position..<lineContentEnd(from: position))))
        skipLine()
      }
      skipToContent(in: -1)
    }
    var root: YAMLNode?
    while contentColumn >= 0 {
      if let first = root {
        // The content goes on further to the left than it began.
        report(YAMLBadIndentation.outside(self, first: first))
      }
      let before = position
      let node = blockNode(parentIndent: -1, isOnOwnLine: true)
      root = merge(root, node)
      // What follows stands on a line of its own, so each turn reads at least one line.
      if position == before { skipLine() }
      skipToContent(in: -1)
    }
    readEnd()
    return root
  }

  /// Adds entries that stand further to the left to those before.
  private func merge(_ first: YAMLNode?, _ second: YAMLNode) -> YAMLNode {
    guard let first else { return second }
    let range = first.span.lowerBound..<max(first.span.upperBound, second.span.upperBound)
    if case .mapping(let entries) = first.content, case .mapping(let further) = second.content {
      let known = Set(entries.map(\.key.text))
      return YAMLNode(.mapping(entries + further.filter { !known.contains($0.key.text) }), span(range))
    }
    if case .sequence(let items) = first.content, case .sequence(let further) = second.content {
      return YAMLNode(.sequence(items + further), span(range))
    }
    return first
  }

  /// Reads the marks at the end; a further document is reported and left out.
  private mutating func readEnd() {
    guard !isAtEnd else { return }
    if byte == UInt8(ascii: ".") {
      mark(.punctuation, position..<position + 3)
      position += 3
      if skipRestOfLine() { skipToContent(in: -1) }
      guard !isAtEnd else { return }
    }
    let first = position
    report(YAMLSeveralDocuments.further(span(first..<lineContentEnd(from: first))))
    position = bytes.count
  }

  /// The end of the text of a line, without blanks.
  func lineContentEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, !isLineEnd(at: end) { end += 1 }
    while end > start, YAMLScanner.isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }
}
