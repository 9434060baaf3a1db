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
      case .text where SentenceForm.all.contains { $0.template.match(line.content, in: bytes) != nil }:
        report(MalformedHeading.missing(before: contentSpan(index)), line: index)
        skipToHeading()
      case .rule:
        report(MalformedHeading.ruleWithoutTitle(contentSpan(index)), line: index)
        index += 1
        skipToHeading()
      default: readUnexpectedText()
      }
    }
  }

  // MARK: - Title

  /// Reads the title with its two rules.
  mutating func readTitle() {
    while index < lines.count, lines[index].isBlank || lines[index].shape == .comment {
      if lines[index].isBlank { index += 1 } else { readComment() }
    }
    guard index < lines.count else { return }
    let over = lines[index].isRule ? index : nil
    let title = over == nil ? index : index + 1
    guard title < lines.count, lines[title].shape == .text else { return reportMissingTitle() }
    let under = title + 1 < lines.count && lines[title + 1].isRule ? title + 1 : nil
    let range = titleRange(title)
    let slots = HeadingForm.title.match(range, in: bytes)
    let isDouble = [over, under].contains { $0.map { lines[$0].shape == .rule(UInt8(ascii: "=")) } ?? false }
    guard slots != nil || isDouble else { return reportMissingTitle() }
    index = (under ?? title) + 1
    hasContent = true
    if let slots, let source = slots[.otherSystem], let target = slots[.system] {
      dataflow.source = located(trimmed(source))
      dataflow.target = located(trimmed(target))
      titleKeys = (NormalizedName(dataflow.source.value), NormalizedName(dataflow.target.value))
      hasTitle = true
      checkTitleRules(title: title, over: over, under: under)
    } else {
      report(MalformedTitle.words(contentSpan(title), text: text(lines[title].content)), line: title)
    }
  }

  /// A system without a name on the left leaves one blank before `to`.
  private func titleRange(_ line: Int) -> Range<Int> {
    let source = lines[line].source
    return (source.indentation == 1 ? source.start : source.contentStart)..<source.contentEnd
  }

  private mutating func reportMissingTitle() {
    report(MalformedTitle.missing(at: span(lines[index].content.lowerBound..<lines[index].content.lowerBound)))
  }

  private mutating func checkTitleRules(title: Int, over: Int?, under: Int?) {
    let source = lines[title].source
    let widths = [width(source.start..<source.contentEnd), width(source.start..<source.terminator), width(source.content)]
    let right = String(repeating: "=", count: widths[0])
    var edits: [TextEdit] = []
    for rule in [over, under].compactMap({ $0 }) {
      let isRight = lines[rule].shape == .rule(UInt8(ascii: "=")) && widths.contains(lines[rule].content.count)
      if !isRight { edits.append(TextEdit(contentSpan(rule), replacement: right)) }
    }
    let first = edits.first?.span ?? contentSpan(title)
    if over == nil { edits.append(TextEdit(span(source.start..<source.start), replacement: right + lineEnd)) }
    if under == nil { edits.append(TextEdit(span(source.end..<source.end), replacement: right + lineEnd)) }
    if !edits.isEmpty { report(RuleLength.title(first, right: right, edits: edits)) }
  }

  // MARK: - Generated

  /// Reads the line that tells when the document was generated, or what was meant to be one.
  private mutating func readGenerated() -> Bool {
    guard dataflow.flows.isEmpty else { return false }
    let content = lines[index].content
    guard let slots = HeadingForm.generated.match(content, in: bytes), let range = slots[.text] else {
      let end = bytes[content].firstIndex { $0 == UInt8(ascii: ":") || $0 == 0x20 } ?? content.upperBound
      guard dataflow.generated == nil, end - content.lowerBound <= 16, bytes[content].contains(where: isDigit),
        SpellingDistance.nearest(to: text(content.lowerBound..<end), in: ["Generated"]) != nil
      else { return false }
      report(MalformedGenerated.words(contentSpan(index), bytes: bytes), line: index)
      index += 1
      return true
    }
    expectBlank(before: index)
    if dataflow.generated != nil {
      report(RepeatedPart.part("Generated", contentSpan(index)), line: index)
    } else if !isMoment(trimmed(range)) {
      report(MalformedGenerated.moment(span(range)), line: index)
    } else {
      dataflow.generated = located(trimmed(range))
      hasContent = true
    }
    index += 1
    return true
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// True for `2024-09-10 15:43:43`.
  private func isMoment(_ range: Range<Int>) -> Bool {
    let pattern = Array("0000-00-00 00:00:00".utf8)
    guard range.count == pattern.count else { return false }
    for (offset, expected) in pattern.enumerated() {
      let byte = bytes[range.lowerBound + offset]
      if expected == 0x30 ? !isDigit(byte) : byte != expected { return false }
    }
    return true
  }
}
