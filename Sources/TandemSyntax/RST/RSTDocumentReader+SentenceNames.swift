extension RSTDocumentReader {
  /// True when the range names the entity.
  func matches(_ range: Range<Int>, _ side: RSTSection.Names.Side) -> Bool {
    let range = trimmed(range)
    return reads(range, side.bytes) || NormalizedName(bytes[range]) == side.key
  }

  /// True when every name in the sentence is that of the section's entity.
  func namesMatch(_ slots: SlotContents, _ names: RSTSection.Names) -> Bool {
    firstForeign(slots, names) == nil
  }

  private func firstForeign(
    _ slots: SlotContents, _ names: RSTSection.Names
  ) -> (range: Range<Int>, expected: RSTSection.Names.Side)? {
    var sideIsSource = true
    for (slot, range) in slots.all {
      switch slot {
      case .source where !matches(range, names.source): return (range, names.source)
      case .target where !matches(range, names.target): return (range, names.target)
      case .side:
        sideIsSource = matches(range, names.source)
        if !sideIsSource, !matches(range, names.target) {
          return (range, nearer(range, to: names))
        }
      case .partner:
        let partner = sideIsSource ? names.target : names.source
        if !matches(range, partner) { return (range, partner) }
      default: break
      }
    }
    return nil
  }

  /// Which of the two entities was probably meant.
  func nearer(_ range: Range<Int>, to names: RSTSection.Names) -> RSTSection.Names.Side {
    let nearest = SpellingDistance.nearest(to: text(trimmed(range)), in: [names.source.text, names.target.text])
    return nearest == names.target.text ? names.target : names.source
  }

  /// Checks the names in a sentence against the heading's. False when the sentence cannot be used.
  mutating func checkNames(
    _ slots: SlotContents, of form: SentenceForm, line: Int, in section: inout RSTSection
  ) -> Bool {
    if firstForeign(slots, section.names) != nil { settleNames(&section) }
    guard let (range, expected) = firstForeign(slots, section.names) else { return true }
    section.isBroken = true
    section.seen.append((form.place, form.kind, line))
    if form.kind == .mergeTable { section.announced = .merge }
    if form.kind == .propertyTable { section.announced = .properties }
    let place = trimmed(range)
    let other = expected.key == section.names.source.key ? section.names.target : section.names.source
    let namesTwice = slots.all.contains { slot, range in
      [.source, .target, .side, .partner].contains(slot) && trimmed(range) != place && matches(range, other)
    }
    if namesTwice, matches(place, other) {
      report(ForeignEntity.twice(span(place), expected, heading: section.flow.title), line: line)
      return false
    }
    if matches(place, other) {
      report(
        ForeignEntity.swapped(contentSpan(line), sentence(form, names: section.names), heading: section.flow.title),
        line: line)
      return false
    }
    let name = entityName(range, titleKey: expected.systemKey)
    if let name, NormalizedName(name.entity.value) == NormalizedName(expected.name.entity.value) {
      report(
        ForeignSystem.entity(at: span(place), found: name.system.value, expected, heading: section.flow.title),
        line: line)
    } else {
      report(ForeignEntity.entity(at: span(place), expected, heading: section.flow.title), line: line)
    }
    return false
  }

  /// Decides, once per section, whether the heading or the sentences have the right names: when all sentences agree with
  /// each other against the heading, one remark on the heading says it all.
  private mutating func settleNames(_ section: inout RSTSection) {
    guard !section.namesAreSettled else { return }
    section.namesAreSettled = true
    var found: (source: Range<Int>, target: Range<Int>)?
    var count = 0
    var line = section.heading + 1
    while line < lines.count, !isHeading(line) {
      defer { line += 1 }
      guard lines[line].shape == .text,
        let slots = matchedSlots(lines[line].content), let source = slots[.source], let target = slots[.target]
      else { continue }
      if let found {
        guard NormalizedName(bytes[found.source]) == NormalizedName(bytes[source]),
          NormalizedName(bytes[found.target]) == NormalizedName(bytes[target])
        else { return }
      } else {
        found = (source, target)
      }
      count += 1
    }
    guard count >= 2, let found,
      let source = entityName(found.source, titleKey: titleKeys.source),
      let target = entityName(found.target, titleKey: titleKeys.target)
    else { return }
    let names = RSTSection.Names(source: .init(source), target: .init(target))
    guard names.source.key != section.names.target.key || names.target.key != section.names.source.key else { return }
    // A single sentence about something else is that sentence's fault.
    guard names.source.key != section.names.source.key || names.target.key != section.names.target.key else { return }
    if hasHeading(names, besides: section.heading) {
      // The section was copied from the one with that heading, so the sentences are what has to change.
      report(
        ForeignEntity.copied(
          section.flow.title, found: names, edits: renamingEdits(in: section, from: names)), line: section.heading)
      section.names = names
      return
    }
    report(ForeignEntity.heading(section.flow.title, names: names), line: section.heading)
    forgetRuleLength(under: section.heading, names)
    section.names = names
    section.flow.source = source
    section.flow.target = target
  }

  /// A rule that is as long as the right heading is right itself.
  private mutating func forgetRuleLength(under heading: Int, _ names: RSTSection.Names) {
    guard heading + 1 < lines.count, lines[heading + 1].isRule else { return }
    let right = HeadingForm.section.filled { $0 == .source ? names.source.text : names.target.text }
    let rule = lines[heading + 1].content
    guard rule.count == right.unicodeScalars.count else { return }
    diagnostics.removeAll { $0.rule.code == RuleLength.rule.code && $0.span.lowerBound == rule.lowerBound }
  }

  /// True when another section's heading has these names.
  private mutating func hasHeading(_ names: RSTSection.Names, besides heading: Int) -> Bool {
    if headings == nil {
      var found: [String: [Int]] = [:]
      for line in lines.indices where isHeading(line) {
        guard let split = HeadingForm.section.match(lines[line].content, in: bytes), let left = split[.source],
          let right = split[.target]
        else { continue }
        let key = NormalizedName(bytes[left]).text + " " + NormalizedName(bytes[right]).text
        found[key, default: []].append(line)
      }
      headings = found
    }
    return headings?[names.source.key.text + " " + names.target.key.text]?.contains { $0 != heading } ?? false
  }

  /// What makes the sentences and the tables of a section speak of its heading's entities.
  private func renamingEdits(in section: RSTSection, from found: RSTSection.Names) -> [TextEdit] {
    var edits: [TextEdit] = []
    var line = section.heading + 1
    let sides = [(found.source, section.names.source), (found.target, section.names.target)]
    while line < lines.count, !isHeading(line) {
      defer { line += 1 }
      switch lines[line].shape {
      case .text:
        for (slot, range) in matchedSlots(lines[line].content)?.all ?? [] {
          guard [.source, .target, .side, .partner].contains(slot),
            let (_, right) = sides.first(where: { matches(range, $0.0) })
          else { continue }
          edits.append(TextEdit(span(trimmed(range)), replacement: right.text))
        }
      case .row, .cell:
        for (wrong, right) in sides {
          let content = lines[line].content
          let wanted = wrong.bytes + Array(" Property".utf8)
          if content.count > wanted.count, reads(content.upperBound - wanted.count..<content.upperBound, wanted) {
            let start = content.upperBound - wanted.count
            edits.append(TextEdit(span(start..<start + wrong.bytes.count), replacement: right.text))
          }
        }
      default: break
      }
    }
    return edits
  }

  /// What fills the slots of the sentence in the range; `nil` when it is none.
  func matchedSlots(_ content: Range<Int>) -> SlotContents? {
    for form in SentenceForm.beginning(with: content, of: bytes) {
      if let slots = form.template.match(content, in: bytes) { return slots }
    }
    return nil
  }

  /// The system that the range names, as it stands, when it is one of the section's two.
  mutating func knownSystem(_ range: Range<Int>, _ section: RSTSection) -> String? {
    let range = trimmed(range)
    let key = NormalizedName(bytes[range])
    if key == section.names.source.systemKey || key == section.names.target.systemKey { return text(range) }
    report(
      ForeignSystem.unknown(span(range), section.names, heading: section.flow.title),
      line: lineIndex(at: range.lowerBound))
    return nil
  }
}
