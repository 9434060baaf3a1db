extension RSTDocumentReader {
  /// Reads the sentences and tables of a section, up to the next heading.
  mutating func readSection(source: EntityName, target: EntityName, heading: Int) {
    let start = lines[heading].content.lowerBound
    let flow = Flow(source: source, target: target, title: contentSpan(heading), table: span(start..<start))
    var section = RSTSection(
      flow: flow, names: .init(source: .init(source), target: .init(target)), heading: heading)
    let first = index
    while index < lines.count, !isHeading(index) {
      let line = lines[index]
      if line.isFaulty {
        section.isBroken = true
        index += 1
        continue
      }
      switch line.shape {
      case .blank: index += 1
      case .comment: readComment()
      case .directive, .option, .row, .cell: readSectionTable(&section)
      case .rule:
        section.isBroken = true
        // The rule may stand over a heading by mistake; otherwise a heading's title is lost, and its part with it.
        if !isHeading(index + 1) {
          report(MalformedHeading.ruleWithoutTitle(contentSpan(index)), line: index)
          index += 1
          skipToHeading()
        } else {
          index += 1
        }
      case .text:
        // A heading that lost its rule stands right above the first sentence of its section.
        if headingLacksRule(index), index + 1 < lines.count, matchedSlots(lines[index + 1].content) != nil {
          return finish(&section, from: first)
        }
        if readSentence(&section) { continue }
        // A heading without its rule, or a part whose heading is lost, ends the section.
        if headingLacksRule(index) {
          // The document's loop reads it: a document of such headings must not nest.
          return finish(&section, from: first)
        }
        index += 1
        skipToHeading()
      }
    }
    finish(&section, from: first)
  }

  /// Keeps the section, and says which of its required parts are missing.
  private mutating func finish(_ section: inout RSTSection, from first: Int) {
    var last = min(index, lines.count) - 1
    while last > first, lines[last].isBlank { last -= 1 }
    if section.flow.table.lowerBound <= section.flow.title.lowerBound, lines.indices.contains(last) {
      let end = max(lines[last].source.contentEnd, section.flow.title.upperBound)
      section.flow.table = span(end..<end)
    }
    reportOrder(in: section)
    if !section.isBroken { reportMissing(in: section) }
    dataflow.flows.append(section.flow)
    let end = index < lines.count ? lines[index].source.start : bytes.count
    flowExtents.append(lines[section.heading].source.start..<max(end, lines[section.heading].source.end))
  }

  /// Reports the sentences that do not stand in their order, each with the one that it belongs behind.
  private mutating func reportOrder(in section: RSTSection) {
    let misplaced = section.misplaced
    guard !misplaced.isEmpty else { return }
    let lines = Set(misplaced.map(\.line))
    let inOrder = section.seen.filter { !lines.contains($0.line) }
    for (form, line) in misplaced {
      let before = inOrder.last { $0.place <= form.place }
      let behind = inOrder.first { $0.place > form.place }
      report(
        MisplacedSentence.order(
          contentSpan(line), neighbour: contentSpan((before ?? behind)?.line ?? section.heading),
          isBehind: before != nil, move: behind.map { move(line, of: form, above: $0.line) } ?? []))
    }
  }

  /// The edits that bring a sentence above another one; none for a sentence with a table, or with a comment above it.
  private func move(_ line: Int, of form: SentenceForm, above other: Int) -> [TextEdit] {
    guard form.place != .mergeTable, form.place != .propertyTable, line > 0, other > 0 else { return [] }
    var above = line - 1
    while above > 0, lines[above].isBlank { above -= 1 }
    guard lines[above].shape != .comment else { return [] }
    // The two sentences on matches form one paragraph.
    let isPair =
      form.place == .match
      && SentenceForm.beginning(with: lines[other].content, of: bytes).contains {
        $0.place == .noMatch
      }
    let isAlone = lines[line - 1].isBlank && line + 1 < lines.count && lines[line + 1].isBlank
    let source = lines[line].source
    let place = lines[other].source.start
    let text = text(source.start..<source.terminator) + lineEnd + (isPair ? "" : lineEnd)
    return [
      TextEdit(span(place..<place), replacement: text),
      TextEdit(span(source.start..<(isAlone ? lines[line + 1].source.end : source.end)), replacement: ""),
    ]
  }

  /// Reports the first required part that is missing; the others follow from it often enough.
  private mutating func reportMissing(in section: RSTSection) {
    let title = section.flow.title
    let has = { (place: SentenceForm.Place) in section.sentence(at: place) != nil }
    let missing: SentenceForm.Kind
    if !has(.policy) {
      missing = has(.connection) ? .linkFirst : .createAlways
    } else if has(.match), !has(.noMatch) {
      missing = .createWithoutMatch
    } else if has(.noMatch), !has(.match) {
      missing = .mergeWithMatch
    } else if has(.match) || section.tables.contains(.merge), !has(.mergeTable) {
      missing = .mergeTable
    } else if has(.mergeTable), section.sentence(at: .policy) != .linkFirst, !has(.match) {
      missing = .mergeWithMatch
    } else if !has(.once), !section.flow.linksOnly {
      missing = .keepInStep
    } else if !has(.propertyTable), !section.flow.linksOnly {
      missing = .propertyTable
    } else if has(.mergeTable), !section.tables.contains(.merge) {
      return report(MissingTable.after(.mergeTable, place(of: .mergeTable, in: section), in: section, lineEnd: lineEnd))
    } else if has(.propertyTable), !section.tables.contains(.properties) {
      return report(
        MissingTable.after(.propertyTable, place(of: .propertyTable, in: section), in: section, lineEnd: lineEnd))
    } else {
      return
    }
    let form = SentenceForm.of(missing)
    let next = section.seen.filter { $0.place > form.place }.min { $0.line < $1.line }
    var insertion = next.map { lines[$0.line].source.start }
    if insertion == nil, missing == .propertyTable, section.tables.contains(.properties) {
      insertion = lines[lineIndex(at: section.flow.table.lowerBound)].source.start
    }
    report(
      MissingSentence.form(
        form, sentence: sentence(form, names: section.names), of: title,
        insertion: insertion.map { span($0..<$0) }, lineEnd: lineEnd))
  }

  private func place(of place: SentenceForm.Place, in section: RSTSection) -> SourceSpan {
    for entry in section.seen where entry.place == place { return contentSpan(entry.line) }
    return section.flow.title
  }

  /// The sentence of a form with the section's names; slots that only an author can fill stay in braces.
  func sentence(_ form: SentenceForm, names: RSTSection.Names, other: (Slot) -> String? = { _ in nil }) -> String {
    form.template.filled { slot in
      if let text = other(slot) { return text }
      switch slot {
      case .source, .side: return names.source.sentenceText
      case .target, .partner: return names.target.sentenceText
      default: return slot.nameInBraces
      }
    }
  }
}
