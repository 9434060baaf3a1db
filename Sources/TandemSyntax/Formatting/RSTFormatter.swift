/// Brings RST documents into the canonical form: that of the supplied documents, which ``RSTWriter`` prints.
enum RSTFormatter {
  /// The edits of a document that was read without an error.
  static func edits(of dataflow: Dataflow, _ tree: SyntaxTree) -> [TextEdit] {
    let lines = RSTFormatLine.lines(of: dataflow, tree)
    guard let last = lines.last else { return [] }
    let lineEnd = LineEnd.dominating(in: tree.file)
    let blankLines = RSTBlankLines.before(lines)
    let sections = Set(dataflow.flows.filter { $0.source.system.value.isEmpty }.map(\.title.lowerBound))
    var collector = EditCollector(tree.file)
    var position = SourceLine.hasByteOrderMark(tree.file.bytes) ? 3 : 0
    var titleRuleIsMissing = false
    var shift = 0
    for (index, line) in lines.enumerated() {
      let source = line.source
      var indentation = indentation(of: line, shift: &shift, bytes: tree.file.bytes)
      if source.indentation == 1 {
        // A system without a name leaves one blank before what follows it.
        if line.kind == .title, dataflow.source.value.isEmpty { indentation = " " }
        if case .heading(.section) = line.kind, sections.contains(source.contentStart) { indentation = " " }
      }
      var gap = index == 0 ? "" : String(repeating: lineEnd, count: 1 + blankLines[index])
      if titleRuleIsMissing {
        gap = lineEnd + titleRule(lines[index - 1], dataflow, tree.file.bytes) + lineEnd + lineEnd
        titleRuleIsMissing = false
      }
      if line.kind == .title {
        if index == 0 || lines[index - 1].kind != .titleRule {
          gap += titleRule(line, dataflow, tree.file.bytes) + lineEnd
        }
        titleRuleIsMissing = index + 1 == lines.count || lines[index + 1].kind != .titleRule
      }
      collector.set(position..<source.contentStart, to: gap + indentation)
      setContent(index, lines, dataflow, &collector)
      position = source.contentEnd
    }
    var end = lineEnd
    if titleRuleIsMissing { end += titleRule(last, dataflow, tree.file.bytes) + lineEnd }
    end += String(repeating: lineEnd, count: RSTBlankLines.atEnd(of: lines))
    collector.set(position..<tree.file.bytes.count, to: end)
    return collector.edits
  }

  /// True when most of a text is made of what rules are made of.
  static func isNearlyRule(_ content: ArraySlice<UInt8>) -> Bool {
    let marks = content.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
    return marks > 0 && marks * 4 >= content.count * 3
  }

  // MARK: - Lines

  /// The blanks before a line.
  ///
  /// - Parameter shift: By how much the comment moves that the line continues.
  private static func indentation(of line: RSTFormatLine, shift: inout Int, bytes: [UInt8]) -> String {
    let source = line.source
    switch line.kind {
    case .option: return blanks(of: HeadingForm.tableOption)
    case .row: return blanks(of: HeadingForm.rowOpening)
    case .cell: return blanks(of: HeadingForm.cellOpening)
    case .comment:
      shift = source.indentation
      return ""
    case .commentContinuation:
      return String(repeating: " ", count: max(1, source.indentation - shift))
    default: return ""
    }
  }

  private static func blanks(of opening: String) -> String { String(opening.prefix { $0 == " " }) }

  /// Sets what stands in a line: one blank behind the marks of cells, and rules of their right length.
  private static func setContent(
    _ index: Int, _ lines: [RSTFormatLine], _ dataflow: Dataflow, _ collector: inout EditCollector
  ) {
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
      let title = lines[index].kind == .titleRule && index > 0 && lines[index - 1].kind == .title ? index - 1 : index + 1
      guard lines.indices.contains(title) else { return }
      collector.set(content, to: titleRule(lines[title], dataflow, bytes))
    case .headingRule(let heading) where index > 0:
      guard case .heading = lines[index - 1].kind else { return }
      let source = lines[index - 1].source
      let hasBlank =
        source.indentation == 1
        && dataflow.flows.contains { $0.source.system.value.isEmpty && $0.title.lowerBound == source.contentStart }
      let length =
        heading == .introduction
        ? HeadingForm.introduction.ruleLength : width(source.content, bytes) + (hasBlank ? 1 : 0)
      collector.set(content, to: String(repeating: "-", count: length))
    default: break
    }
  }

  private static func titleRule(_ title: RSTFormatLine, _ dataflow: Dataflow, _ bytes: [UInt8]) -> String {
    let hasBlank = title.source.indentation == 1 && dataflow.source.value.isEmpty
    return String(repeating: "=", count: width(title.source.content, bytes) + (hasBlank ? 1 : 0))
  }

  /// The number of characters, as the length of a rule counts them.
  private static func width(_ range: Range<Int>, _ bytes: [UInt8]) -> Int { bytes[range].count { $0 & 0xC0 != 0x80 } }
}
