extension RSTDocumentReader {
  /// Reads the sentence at the current line. False when the line must end the section, which is reported already unless
  /// the line is a heading without a rule.
  mutating func readSentence(_ section: inout RSTSection) -> Bool {
    let line = index
    let content = lines[line].content
    for form in SentenceForm.beginning(with: content, of: bytes) {
      guard let slots = form.template.match(content, in: bytes) else { continue }
      if section.tables.contains(.properties), !namesMatch(slots, section.names), !slots.all.isEmpty {
        section.isBroken = true
        report(MalformedHeading.missing(before: contentSpan(line)), line: line)
        return false
      }
      index += 1
      checkBlank(before: line, form: form, in: section)
      guard checkNames(slots, of: form, line: line, in: &section) else { return true }
      accept(form, slots, line: line, in: &section)
      return true
    }
    if let comment = UnexpectedLine.gluedComment(contentSpan(line)) {
      index += 1
      section.isBroken = true
      report(comment, line: line)
      return true
    }
    if let (form, end, joined) = brokenSentence(line) {
      section.isBroken = true
      note(form, line: line, in: &section)
      for broken in line...end { lines[broken].isUnexpected = true }
      index = end + 1
      let range = content.lowerBound..<lines[end].content.upperBound
      report(UnknownSentence.broken(span(range), joined: joined))
      return true
    }
    if let suggestion = suggestion(for: content, names: section.names) {
      index += 1
      section.isBroken = true
      note(suggestion.form, line: line, in: &section)
      report(UnknownSentence.nearMiss(contentSpan(line), suggestion), line: line)
      return true
    }
    if headingLacksRule(line) { return false }
    section.isBroken = true
    let first = line
    while index < lines.count, lines[index].shape == .text, !isHeading(index) {
      lines[index].isUnexpected = true
      index += 1
    }
    let end = lines[max(first, index - 1)].content.upperBound
    report(UnknownSentence.unknown(span(content.lowerBound..<end)), line: line)
    return true
  }

  /// The sentence that the line and those directly below it make, as an editor that wraps lines leaves it.
  private func brokenSentence(_ line: Int) -> (form: SentenceForm, end: Int, text: String)? {
    var joined = Array(bytes[lines[line].content])
    guard let last = joined.last, last != UInt8(ascii: "."), last != UInt8(ascii: ":") else { return nil }
    for end in (line + 1)..<(line + 5) {
      guard end < lines.count, lines[end].shape == .text, !lines[end].isFaulty, !isHeading(end), joined.count < 2_000
      else { return nil }
      // The one sentence with two blanks in it may have been broken just there.
      let isAtTwoBlanks = joined.suffix(4) == Array(", it".utf8)
      joined += Array((isAtTwoBlanks ? "  " : " ").utf8) + bytes[lines[end].content]
      for form in SentenceForm.all where form.template.match(0..<joined.count, in: joined) != nil {
        return (form, end, String(decoding: joined, as: UTF8.self))
      }
    }
    return nil
  }

  /// Remembers that a sentence stands there, also when nothing of it is used.
  private func note(_ form: SentenceForm, line: Int, in section: inout RSTSection) {
    section.seen.append((form.place, form.kind, line))
    switch form.kind {
    case .mergeTable: section.announced = .merge
    case .propertyTable: section.announced = .properties
    default: break
    }
  }

  private mutating func checkBlank(before line: Int, form: SentenceForm, in section: RSTSection) {
    if line == section.heading + 2, lines[line - 1].isRule { return }
    // The two sentences on matches form one paragraph.
    if form.place == .noMatch, line > 0, lines[line - 1].shape == .text { return }
    if line == section.heading + 1 { return }
    expectBlank(before: line)
  }

  /// Takes a sentence whose names are right.
  private mutating func accept(
    _ form: SentenceForm, _ slots: SlotContents, line: Int, in section: inout RSTSection
  ) {
    if let earlier = repeated(form, slots, in: section) {
      section.isBroken = true
      return report(
        RepeatedSentence.sentence(contentSpan(line), earlier: contentSpan(earlier), lines: paragraph(line)), line: line)
    }
    note(form, line: line, in: &section)
    apply(form, slots, line: line, in: &section)
  }

  /// The line with the blank one behind it.
  private func paragraph(_ line: Int) -> SourceSpan {
    let isFollowedByBlank = line + 1 < lines.count && lines[line + 1].isBlank
    return span(lines[line].source.start..<lines[isFollowedByBlank ? line + 1 : line].source.end)
  }

  /// The line of a sentence with which this one cannot stand.
  private func repeated(_ form: SentenceForm, _ slots: SlotContents, in section: RSTSection) -> Int? {
    guard form.kind != .formerName else { return nil }
    for entry in section.seen where entry.place == form.place {
      if form.place == .scope || form.place == .deletion {
        guard let side = slots[.side],
          let earlier = SentenceForm.of(entry.kind).template.match(lines[entry.line].content, in: bytes)?[.side],
          isSource(side, section.names) == isSource(earlier, section.names)
        else { continue }
      }
      return entry.line
    }
    return nil
  }

  /// True when the range names the source; a misspelt name, which was reported, means the nearer one.
  func isSource(_ range: Range<Int>, _ names: RSTSection.Names) -> Bool {
    matches(range, names.source)
      || !matches(range, names.target) && nearer(range, to: names).key == names.source.key
  }

  // MARK: - Meaning

  private mutating func apply(
    _ form: SentenceForm, _ slots: SlotContents, line: Int, in section: inout RSTSection
  ) {
    let sentence = contentSpan(line)
    switch form.kind {
    case .createAlways: section.flow.creation = Located(.always, at: sentence)
    case .linkFirst: section.flow.creation = Located(.never, at: sentence)
    case .createWhen:
      guard let range = slots[.expression] else { return }
      if let expression = expression(range) {
        section.flow.creation = Located(.when(.expression(expression)), at: sentence)
      } else {
        section.isBroken = true
      }
    case .createWhenRemark, .createRemark: applyRemark(form, slots, line: line, in: &section)
    case .createConnected: applyConnection(slots, line: line, in: &section)
    case .mergeWithMatch, .createWithoutMatch:
      if section.sentence(at: .policy) == .linkFirst {
        section.isBroken = true
        report(MisplacedSentence.withoutCreation(sentence, policy: policy(of: section)), line: line)
      }
    case .mergeTable, .propertyTable, .keepInStep: break
    case .keepInStepOneWay: applyOneWay(slots, sentence: sentence, in: &section)
    case .scope:
      guard let side = slots[.side], let range = slots[.expression], let expression = expression(range) else {
        return section.isBroken = true
      }
      let system = isSource(side, section.names) ? nil : section.names.target.name.system
      section.flow.scopes.append(
        Scope(system: system, condition: Located(.expression(expression), at: span(trimmed(range)))))
    case .conflictNewest: section.flow.conflict = Located(.newest, at: sentence)
    case .conflictPerson: section.flow.conflict = Located(.ask, at: sentence)
    case .conflictHandWritten:
      guard let range = slots[.name] else { return section.isBroken = true }
      section.flow.conflict = Located(.handWritten(function: text(trimmed(range))), at: sentence)
    case .conflictSystem:
      guard let range = slots[.system], let system = knownSystem(range, section) else {
        return section.isBroken = true
      }
      section.flow.conflict = Located(.wins(system: system), at: sentence)
    case .deletionPropagates, .deletionArchives, .deletionUnlinks, .deletionIgnored:
      applyDeletion(form, slots, sentence: sentence, in: &section)
    case .removalDeletes, .removalArchives, .removalUnlinks, .removalIgnored:
      applyDeletion(form, slots, sentence: sentence, in: &section)
    case .firstRunFull: section.flow.firstRun = Located(.full, at: sentence)
    case .firstRunLinks: section.flow.firstRun = Located(.linkOnly, at: sentence)
    case .firstRunSkips: section.flow.firstRun = Located(.newRecordsOnly, at: sentence)
    case .linksOnly:
      section.flow.linksOnly = true
      section.flow.linksOnlyPlace = sentence
    case .formerName:
      guard let side = slots[.side], let range = slots[.formerName] else { return }
      let system = isSource(side, section.names) ? nil : section.names.target.name.system
      section.flow.formerNames.append(FormerName(system: system, name: located(trimmed(range))))
    case .parent:
      guard let flow = slots[.flow], let property = slots[.property] else { return }
      section.flow.parent = Parent(flow: located(trimmed(flow)), via: located(trimmed(property)))
    }
  }

  private mutating func expression(_ range: Range<Int>) -> Expression? {
    ExpressionReader.read(range, in: file, diagnostics: &diagnostics)
  }

  /// A remark is kept with all of its words. Backticks in it mean that somebody wanted to write a condition.
  private mutating func applyRemark(
    _ form: SentenceForm, _ slots: SlotContents, line: Int, in section: inout RSTSection
  ) {
    guard let range = slots[.remark] else { return }
    if bytes[range].contains(UInt8(ascii: "`")) {
      section.isBroken = true
      return report(UnknownSentence.halfCondition(span(range)), line: line)
    }
    let whole = form.kind == .createWhenRemark ? lines[line].content.lowerBound..<range.upperBound : range
    section.flow.creation = Located(.when(.remark(text(whole))), at: contentSpan(line))
  }

  /// Where the section says when records are created.
  private func policy(of section: RSTSection) -> SourceSpan? {
    section.seen.first { $0.place == .policy }.map { contentSpan($0.line) }
  }

  private mutating func applyConnection(_ slots: SlotContents, line: Int, in section: inout RSTSection) {
    guard let list = slots[.entities], let system = slots[.system] else { return }
    if let policy = section.sentence(at: .policy), policy != .linkFirst {
      section.isBroken = true
      return report(
        MisplacedSentence.connectionWithCreation(contentSpan(line), policy: self.policy(of: section)), line: line)
    }
    guard NormalizedName(bytes[system]) == section.names.target.systemKey else {
      section.isBroken = true
      return report(
        ForeignSystem.only(
          section.names.target.name.system.value, at: span(trimmed(system)), heading: section.flow.title), line: line)
    }
    var names: [EntityName] = []
    for item in items(of: list) {
      guard let name = entityName(item, titleKey: section.names.source.systemKey) else {
        section.isBroken = true
        return report(UnknownSentence.entityList(span(item), text: text(item)), line: line)
      }
      names.append(name)
    }
    section.flow.creation = Located(.connected(names), at: contentSpan(line))
  }

  /// The items of `A, B, or C`.
  private func items(of list: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = list.lowerBound
    var position = start
    func add(_ range: Range<Int>) {
      let opening = Array(EntityList.lastOpening.utf8)
      let isLast =
        !result.isEmpty && Template.stands(opening, at: range.lowerBound, before: range.upperBound, in: bytes)
      result.append(isLast ? (range.lowerBound + opening.count)..<range.upperBound : range)
    }
    while position + 1 < list.upperBound {
      if bytes[position] == UInt8(ascii: ","), bytes[position + 1] == 0x20 {
        add(start..<position)
        start = position + 2
        position = start
      } else {
        position += 1
      }
    }
    add(start..<list.upperBound)
    return result
  }

  private mutating func applyOneWay(_ slots: SlotContents, sentence: SourceSpan, in section: inout RSTSection) {
    guard let from = slots[.otherSystem], let to = slots[.system] else { return }
    guard let origin = knownSystem(from, section), let destination = knownSystem(to, section) else {
      return section.isBroken = true
    }
    guard NormalizedName(origin) != NormalizedName(destination) else {
      section.isBroken = true
      return report(ForeignSystem.sameTwice(span(trimmed(to)), section.names))
    }
    section.flow.direction = Located(.toSystem(destination), at: sentence)
  }

  private mutating func applyDeletion(
    _ form: SentenceForm, _ slots: SlotContents, sentence: SourceSpan, in section: inout RSTSection
  ) {
    guard let side = slots[.side] else { return }
    // An element that leaves its list is deleted on the other side than the record that is named.
    let isRemoval = form.place == .removal
    let isInSource = isSource(side, section.names) != isRemoval
    let name = isInSource ? section.names.source.name : section.names.target.name
    let policy: Deletion.Policy
    switch form.kind {
    case .deletionPropagates, .removalDeletes: policy = .propagate
    case .deletionUnlinks, .removalUnlinks: policy = .unlink
    case .deletionArchives, .removalArchives:
      guard let range = slots[.assignment], let (property, value) = assignment(range) else {
        return section.isBroken = true
      }
      policy = .archive(property: property, value: value)
    default: policy = .ignore
    }
    section.flow.deletions.append(
      Deletion(system: name.system, policy: Located(policy, at: sentence), isRemoval: isRemoval))
  }

  /// Reads `Status = "Void"`.
  private mutating func assignment(_ range: Range<Int>) -> (PropertyPath, Literal)? {
    guard let expression = expression(range) else { return nil }
    guard case .comparison(.equal, .property(let path), .literal(let value), _) = expression else {
      report(UnknownSentence.assignment(span(range)))
      return nil
    }
    return (path, value.value)
  }
}
