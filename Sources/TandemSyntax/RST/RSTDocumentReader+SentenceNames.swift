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
  private func nearer(_ range: Range<Int>, to names: RSTSection.Names) -> RSTSection.Names.Side {
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
    report(ForeignEntity.heading(section.flow.title, names: names), line: section.heading)
    section.names = names
    section.flow.source = source
    section.flow.target = target
  }

  /// What fills the slots of the sentence in the range; `nil` when it is none.
  func matchedSlots(_ content: Range<Int>) -> SlotContents? {
    for form in SentenceForm.all {
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
