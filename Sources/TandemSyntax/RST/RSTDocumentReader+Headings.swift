extension RSTDocumentReader {
  /// Reads a heading and the part under it.
  mutating func readHeading() {
    let line = index
    let content = lines[line].content
    let hasRule = isHeading(line)
    // A system without a name leaves one blank before the entity; the blank belongs to the title.
    let title =
      (lines[line].source.indentation == 1 ? lines[line].source.start : content.lowerBound)..<content.upperBound
    if line > 0, lines[line - 1].isRule, !lines[line - 1].isUnexpected, isOrphan(line - 1) {
      report(MalformedHeading.ruleAbove(contentSpan(line - 1)), line: line - 1)
    }
    expectBlank(before: line)
    index = line + (hasRule ? 2 : 1)
    var isInterrupted = false
    if !hasRule, isHeading(line + 1), isJunk(line + 1) {
      // The rule belongs to this heading, and a line came between the two.
      report(UnexpectedLine.outside(contentSpan(line + 1)), line: line + 1)
      index = line + 3
      isInterrupted = true
    }
    if hasRule, lines[line].source.indentation > 1 {
      let source = lines[line].source
      report(
        MalformedHeading.indented(
          contentSpan(line), edit: TextEdit(span(source.start..<source.contentStart), replacement: "")))
    }
    let reportsRule = !lines[line].isFaulty
    if isIntroduction(content) {
      if hasRule {
        checkRule(under: line, alternative: HeadingForm.introduction.ruleLength)
      } else if !isInterrupted {
        reportMissingRule(under: line)
      }
      return readIntroduction(heading: line)
    }
    if reads(content, Array(HeadingForm.parameters.utf8)) {
      if hasRule { checkRule(under: line) } else if !isInterrupted { reportMissingRule(under: line) }
      return readParameters(heading: line)
    }
    if let slots = HeadingForm.values.match(content, in: bytes), let name = slots[.name], !trimmed(name).isEmpty {
      if hasRule { checkRule(under: line) } else if !isInterrupted { reportMissingRule(under: line) }
      return readValueMap(name: located(trimmed(name)), heading: line)
    }
    if let split = HeadingForm.section.match(title, in: bytes), let left = split[.source], let right = split[.target] {
      let source = entityName(left, titleKey: titleKeys.source)
      let target = entityName(right, titleKey: titleKeys.target)
      if let source, let target, reportsRule {
        if hasRule { checkRule(under: line) } else if !isInterrupted { reportMissingRule(under: line) }
        hasContent = true
        return readSection(source: source, target: target, heading: line)
      }
      let broken = source == nil ? left : right
      report(MalformedHeading.entity(span(trimmed(broken)), text: text(trimmed(broken))), line: line)
    } else {
      report(MalformedHeading.words(contentSpan(line), text: text(content)), line: line)
    }
    skipToHeading()
  }

  private func isIntroduction(_ content: Range<Int>) -> Bool {
    guard bytes[content].first == HeadingForm.introduction.current.utf8.first else { return false }
    return reads(content, Array(HeadingForm.introduction.current.utf8))
      || reads(content, Array(HeadingForm.introduction.older.utf8))
  }

  /// True when the rule does not stand under a title or over one.
  private func isOrphan(_ line: Int) -> Bool {
    line == 0 || lines[line - 1].isBlank
  }

  /// True when the line can only be meant as a heading, although no rule stands under it.
  func headingLacksRule(_ line: Int) -> Bool {
    let content = lines[line].content
    guard lines[line].shape == .text, !lines[line].isFaulty, content.count <= 200, lines[line].source.indentation <= 1,
      let last = bytes[content].last, last != UInt8(ascii: "."), last != UInt8(ascii: ":"),
      line == 0 || lines[line - 1].isBlank, !isHeading(line + 1) || isJunk(line + 1)
    else { return false }
    if isOtherHeading(content) { return line + 1 == lines.count || lines[line + 1].isBlank || isHeading(line + 1) }
    guard let split = HeadingForm.section.match(content, in: bytes), let left = split[.source],
      let right = split[.target]
    else { return false }
    return entityName(left, titleKey: titleKeys.source) != nil && entityName(right, titleKey: titleKeys.target) != nil
  }

  /// True for a line over a rule that reads like no heading at all.
  private func isJunk(_ line: Int) -> Bool {
    let content = lines[line].content
    return !isOtherHeading(content) && HeadingForm.section.match(content, in: bytes) == nil && !isIntroduction(content)
  }

  /// True for the title of a part that is no section.
  private func isOtherHeading(_ content: Range<Int>) -> Bool {
    if reads(content, Array(HeadingForm.parameters.utf8)) { return true }
    if isIntroduction(content), dataflow.introduction == nil, dataflow.flows.isEmpty { return true }
    guard let slots = HeadingForm.values.match(content, in: bytes), let name = slots[.name] else { return false }
    return !trimmed(name).isEmpty
  }

  /// Reports a heading without a rule; a line of mostly dashes below it is the rule that was meant.
  private mutating func reportMissingRule(under line: Int) {
    let right = String(repeating: "-", count: width(lines[line].source.start..<lines[line].source.contentEnd))
    if index < lines.count, isNearlyRule(lines[index].content) {
      report(
        RuleLength.heading(
          contentSpan(index), line: span(lines[index].source.start..<lines[index].source.contentEnd), right: right,
          title: contentSpan(line)), line: index)
      index += 1
    } else {
      let end = lines[line].source.terminator
      report(
        MalformedHeading.missingRule(
          contentSpan(line), edit: TextEdit(span(end..<end), replacement: lineEnd + right)))
    }
  }

  func isNearlyRule(_ content: Range<Int>) -> Bool {
    var marks = 0
    for index in content where bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "=") { marks += 1 }
    return marks > 0 && marks * 4 >= content.count * 3
  }

  /// Warns when the rule under a heading has not the heading's length, or is not made of dashes.
  private mutating func checkRule(under line: Int, alternative: Int? = nil) {
    guard line + 1 < lines.count, lines[line + 1].isRule, !lines[line].isFaulty else { return }
    let source = lines[line].source
    let rule = lines[line + 1]
    let length = rule.content.count
    let widths = [
      width(source.start..<source.contentEnd), width(source.content), width(source.start..<source.terminator),
    ]
    guard rule.shape != .rule(UInt8(ascii: "-")) || !(widths.contains(length) || length == alternative) else { return }
    let right = String(repeating: "-", count: widths[0])
    report(
      RuleLength.heading(
        span(rule.content), line: span(rule.source.start..<rule.source.contentEnd), right: right,
        title: contentSpan(line)))
  }

  // MARK: - Introduction

  /// Reads the text of the introduction, normally one line.
  private mutating func readIntroduction(heading: Int) {
    let isSecond = dataflow.introduction != nil
    if isSecond {
      report(
        RepeatedPart.part(
          HeadingForm.introduction.current, contentSpan(heading), first: dataflow.introduction?.span),
        line: heading)
    }
    hasContent = true
    var range: Range<Int>?
    while index < lines.count, !isHeading(index), !headingLacksRule(index) {
      let line = lines[index]
      if line.shape == .comment {
        readComment()
        if range != nil { break }
        continue
      }
      if line.isRule || line.shape == .directive || matchedSlots(line.content) != nil { break }
      if !line.isBlank {
        if let range {
          reportFurtherIntroduction(after: range)
          continue
        }
        expectBlankAfterRule(index)
        range = line.content
        lines[index].shape = .text
      }
      index += 1
    }
    // A heading without a text stands there all the same.
    let end = lines[heading].content.upperBound
    if !isSecond { dataflow.introduction = located(range ?? end..<end) }
  }

  /// Reports a block of lines that the introduction has too many.
  private mutating func reportFurtherIntroduction(after range: Range<Int>) {
    let first = index
    while index < lines.count, !lines[index].isBlank, !lines[index].isRule, lines[index].shape != .directive,
      lines[index].shape != .comment, !isHeading(index), matchedSlots(lines[index].content) == nil
    {
      lines[index].isUnexpected = true
      index += 1
    }
    let block = lines[first].content.lowerBound..<lines[max(first, index - 1)].content.upperBound
    let isWrapped = first > 0 && lines[first - 1].content == range
    var joined = text(range)
    for line in first..<max(index, first) { joined += " " + text(lines[line].content) }
    report(
      UnexpectedLine.introduction(
        span(block), edit: isWrapped ? TextEdit(span(range.lowerBound..<block.upperBound), replacement: joined) : nil))
    if index == first { index += 1 }
  }

  private mutating func expectBlankAfterRule(_ line: Int) {
    if line > 0, lines[line - 1].isRule { expectBlank(before: line) }
  }
}
