extension RSTDocumentReader {
  /// Reads everything, part by part.
  mutating func readDocument() {
    readTitle()
    while index < lines.count {
      let line = lines[index]
      switch line.shape {
      case .blank: index += 1
      case .comment: readComment()
      case .text where isHeading(index): readHeading()
      case .text where lines[index].isFaulty: index += 1
      case .text where readGenerated(): continue
      case .text where headingLacksRule(index): readHeading()
      case .text where matchedSlots(line.content) != nil:
        report(MalformedHeading.missing(before: contentSpan(index)), line: index)
        skipToHeading()
      case .rule:
        report(MalformedHeading.ruleWithoutTitle(contentSpan(index)), line: index)
        index += 1
        skipToHeading()
      case .directive, .option, .row, .cell: readUnexpectedTable()
      default: readUnexpectedText()
      }
    }
  }

  /// Reports a table that stands in no section, once for all of its lines.
  private mutating func readUnexpectedTable() {
    report(UnexpectedLine.outside(contentSpan(index)), line: index)
    index += 1
    while index < lines.count, lines[index].isBlank || lines[index].source.indentation > 1 {
      if !lines[index].isBlank { lines[index].isUnexpected = true }
      index += 1
    }
  }

  // MARK: - Title

  /// Reads the title with its two rules.
  mutating func readTitle() {
    while index < lines.count, lines[index].isBlank || lines[index].shape == .comment {
      if lines[index].isBlank { index += 1 } else { readComment() }
    }
    guard index < lines.count else { return }
    guard let title = titleLine() else { return reportMissingTitle() }
    let first = index
    var over = title > first && isRuleOrNearly(title - 1) ? title - 1 : nil
    if over == nil, title > first + 1, lines[title - 2].shape == .rule(UInt8(ascii: "=")), !lines[title - 1].isBlank {
      report(UnexpectedLine.inTitle(contentSpan(title - 1)), line: title - 1)
      over = title - 2
    }
    var under = title + 1 < lines.count && isRuleOrNearly(title + 1) ? title + 1 : nil
    for line in first..<(over ?? title) where !lines[line].isBlank {
      report(UnexpectedLine.outside(contentSpan(line)), line: line)
    }
    index = title + 1
    if under == nil, title + 2 < lines.count, lines[title + 1].shape == .text, lines[title + 2].isRule {
      report(UnexpectedLine.inTitle(contentSpan(title + 1)), line: title + 1)
      under = title + 2
    }
    if let under { index = under + 1 }
    hasContent = true
    if let slots = HeadingForm.title.match(titleRange(title), in: bytes), let source = slots[.otherSystem],
      let target = slots[.system], !(trimmed(source).isEmpty && trimmed(target).isEmpty)
    {
      dataflow.source = located(trimmed(source))
      dataflow.target = located(trimmed(target))
      titleKeys = (NormalizedName(dataflow.source.value), NormalizedName(dataflow.target.value))
      hasTitle = true
      checkTitleRules(title: title, over: over, under: under)
    } else {
      report(MalformedTitle.words(contentSpan(title), text: text(lines[title].content)), line: title)
    }
  }

  /// The line of the title: one that reads like it, or one with a rule of `=`, among the first lines.
  private func titleLine() -> Int? {
    let window = index..<min(index + 4, lines.count)
    for line in window where lines[line].shape == .text {
      if HeadingForm.title.match(titleRange(line), in: bytes) != nil { return line }
    }
    let double = RSTLine.Shape.rule(UInt8(ascii: "="))
    for line in window where lines[line].shape == .text && !isNearlyRule(lines[line].content) {
      if line + 1 < lines.count, lines[line + 1].shape == double { return line }
      if line > index, lines[line - 1].shape == double { return line }
    }
    return nil
  }

  private func isRuleOrNearly(_ line: Int) -> Bool {
    lines[line].isRule || lines[line].shape == .text && isNearlyRule(lines[line].content)
  }

  /// A system without a name on the left leaves one blank before `to`.
  private func titleRange(_ line: Int) -> Range<Int> {
    let source = lines[line].source
    return (source.indentation == 1 ? source.start : source.contentStart)..<source.contentEnd
  }

  private mutating func reportMissingTitle() {
    let start = lines[index].content.lowerBound
    report(MalformedTitle.missing(at: span(start..<start)))
    // Rules without a title are part of the same fault.
    while index < lines.count, lines[index].isBlank || lines[index].shape == .rule(UInt8(ascii: "=")) {
      if !lines[index].isBlank { lines[index].isUnexpected = true }
      index += 1
    }
  }

  private mutating func checkTitleRules(title: Int, over: Int?, under: Int?) {
    let source = lines[title].source
    let widths = [
      width(source.start..<source.contentEnd), width(source.start..<source.terminator), width(source.content),
    ]
    let right = String(repeating: "=", count: widths[0])
    var edits: [TextEdit] = []
    for rule in [over, under].compactMap({ $0 }) {
      let isRight = lines[rule].shape == .rule(UInt8(ascii: "=")) && widths.contains(lines[rule].content.count)
      if !isRight { edits.append(TextEdit(contentSpan(rule), replacement: right)) }
    }
    let first = edits.first?.span ?? contentSpan(title)
    if over == nil { edits.append(TextEdit(span(source.start..<source.start), replacement: right + lineEnd)) }
    if under == nil { edits.append(TextEdit(span(source.end..<source.end), replacement: right + lineEnd)) }
    if !edits.isEmpty, !lines[title].isFaulty { report(RuleLength.title(first, right: right, edits: edits)) }
  }

  // MARK: - Generated

  /// Reads the line that tells when the document was generated, or what was meant to be one.
  private mutating func readGenerated() -> Bool {
    guard dataflow.flows.isEmpty else { return false }
    let content = lines[index].content
    guard let slots = HeadingForm.generated.match(content, in: bytes), let range = slots[.text] else {
      let end = bytes[content].firstIndex { $0 == UInt8(ascii: ":") || $0 == 0x20 } ?? content.upperBound
      guard dataflow.generated == nil, end - content.lowerBound <= 16, bytes[content].contains(where: isDigit),
        SpellingDistance.nearest(to: text(content.lowerBound..<end), in: [HeadingForm.generatedWord]) != nil
      else { return false }
      report(MalformedGenerated.words(contentSpan(index), bytes: bytes), line: index)
      index += 1
      return true
    }
    expectBlank(before: index)
    if dataflow.generated != nil {
      report(
        RepeatedPart.part(HeadingForm.generatedWord, contentSpan(index), first: dataflow.generated?.span), line: index)
    } else if !Moment.isValid(bytes[trimmed(range)]) {
      report(MalformedGenerated.moment(span(range)), line: index)
    } else {
      dataflow.generated = located(trimmed(range))
      hasContent = true
    }
    index += 1
    return true
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
