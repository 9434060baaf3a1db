/// Brings RST documents into the canonical form: that of the supplied documents, which ``RSTWriter`` prints.
enum RSTFormatter {
  /// The edits of a document that was read without an error.
  static func edits(of dataflow: Dataflow, _ tree: SyntaxTree) -> [TextEdit] {
    let lines = RSTFormatLine.lines(of: dataflow, tree)
    guard !lines.isEmpty else { return [] }
    let bytes = tree.file.bytes
    let lineEnd = LineEnd.dominating(in: tree.file)
    let blankLines = RSTBlankLines.before(lines)
    var collector = EditCollector(tree.file)
    var position = SourceLine.hasByteOrderMark(bytes) ? 3 : 0
    // What the gap before the next line has to begin with: a rule that the title lacks.
    var missingRule = ""
    var margin = CommentMargin()
    for (index, line) in lines.enumerated() {
      let isAfterMissingRule = !missingRule.isEmpty
      let blanks = isAfterMissingRule ? max(blankLines[index], 1) : blankLines[index]
      var gap = index == 0 ? "" : missingRule + String(repeating: lineEnd, count: 1 + blanks)
      missingRule = ""
      if line.kind == .title {
        let rule = titleRule(line, bytes)
        if index == 0 || lines[index - 1].kind != .titleRule { gap += rule + lineEnd }
        if index + 1 == lines.count || lines[index + 1].kind != .titleRule { missingRule = lineEnd + rule }
      }
      collector.set(position..<line.source.contentStart, to: gap + indentation(of: line, bytes, &margin))
      setContent(index, lines, &collector)
      position = line.source.contentEnd
    }
    let end = missingRule + String(repeating: lineEnd, count: 1 + RSTBlankLines.atEnd(of: lines))
    collector.set(position..<bytes.count, to: end)
    return collector.edits
  }

  /// True when most of a text is made of what rules are made of.
  static func isNearlyRule(_ content: ArraySlice<UInt8>) -> Bool {
    let marks = content.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
    return marks > 0 && marks * 4 >= content.count * 3
  }

  // MARK: - Lines

  /// The indentation of the comment that was met last, before and behind the formatting.
  private struct CommentMargin {
    var old = 0
    var new = 0

    /// The blanks before a line that continues the comment: what the reader takes for its text stays, tabs included.
    func indentation(of line: SourceLine, in bytes: [UInt8]) -> String {
      let text = line.start + old + RSTCommentText.margin
      let blanks = bytes[line.start..<line.contentStart].prefix(old + RSTCommentText.margin)
      guard blanks.allSatisfy({ $0 == 0x20 }) else { return String(repeating: " ", count: new + RSTCommentText.margin) }
      guard text <= line.contentStart else {
        return String(repeating: " ", count: max(1, line.indentation + new - old))
      }
      return String(repeating: " ", count: new + RSTCommentText.margin)
        + String(decoding: bytes[text..<line.contentStart], as: UTF8.self)
    }
  }

  /// The blanks before a line.
  private static func indentation(
    of line: RSTFormatLine, _ bytes: [UInt8], _ margin: inout CommentMargin
  ) -> String {
    switch line.kind {
    case .option: return blanks(of: HeadingForm.tableOption)
    case .row: return blanks(of: HeadingForm.rowOpening)
    case .cell: return blanks(of: HeadingForm.cellOpening)
    case .comment:
      margin = CommentMargin(old: line.source.indentation, new: 0)
      return ""
    case .cellComment:
      let column = HeadingForm.rowOpening.utf8.count
      margin = CommentMargin(old: line.source.indentation, new: column)
      return String(repeating: " ", count: column)
    case .commentContinuation:
      return margin.indentation(of: line.source, in: bytes)
    default: return line.keepsBlank ? " " : ""
    }
  }

  private static func blanks(of opening: String) -> String { String(opening.prefix { $0 == " " }) }

  /// Sets what stands in a line: one blank behind the marks of cells, and rules of their right length.
  private static func setContent(_ index: Int, _ lines: [RSTFormatLine], _ collector: inout EditCollector) {
    let bytes = collector.file.bytes
    let content = lines[index].source.content
    switch lines[index].kind {
    case .row, .cell:
      var position = content.lowerBound + 1
      for _ in 0..<(lines[index].kind == .row ? 2 : 1) {
        var next = position
        while next < content.upperBound, SourceLine.isBlank(bytes[next]) { next += 1 }
        if next < content.upperBound { collector.set(position..<next, to: " ") }
        position = min(next + 1, content.upperBound)
      }
    case .titleRule:
      let title = index > 0 && lines[index - 1].kind == .title ? index - 1 : index + 1
      guard lines.indices.contains(title) else { return }
      collector.set(content, to: titleRule(lines[title], bytes))
    case .headingRule(let heading) where index > 0:
      guard case .heading = lines[index - 1].kind else { return }
      let length = heading == .introduction ? HeadingForm.introduction.ruleLength : lines[index - 1].width(in: bytes)
      collector.set(content, to: String(repeating: "-", count: length))
    default: break
    }
  }

  private static func titleRule(_ title: RSTFormatLine, _ bytes: [UInt8]) -> String {
    String(repeating: "=", count: title.width(in: bytes))
  }
}
