extension RSTDocumentReader {
  /// Reads the clauses of a Rule cell, separated by `;`. `nil` when one of them was reported.
  mutating func clauseCell(_ cell: Range<Int>) -> [Located<Clause>]? {
    var result: [Located<Clause>] = []
    var isBroken = false
    let parts = clauseParts(cell)
    if parts.count > 1, let fault = aroundAll(trimmed(cell), parts) {
      report(fault, line: lineIndex(at: cell.lowerBound))
      return nil
    }
    for part in parts {
      let part = trimmed(part)
      guard !part.isEmpty else {
        report(UnknownClause.empty(span(cell)), line: lineIndex(at: cell.lowerBound))
        isBroken = true
        continue
      }
      if let fault = singleBackticks(part) ?? commasBetween(part) {
        report(fault, line: lineIndex(at: cell.lowerBound))
        isBroken = true
        continue
      }
      if hasOpenBackticks(part) {
        report(UnknownClause.backticks(span(part), isCell: part == trimmed(cell)), line: lineIndex(at: cell.lowerBound))
        isBroken = true
        continue
      }
      if let clause = clause(part) { result.append(Located(clause, at: span(part))) } else { isBroken = true }
    }
    return isBroken ? nil : result
  }

  /// True when double back quotes stand an odd number of times in the range.
  private func hasOpenBackticks(_ range: Range<Int>) -> Bool {
    let marks = Array("``".utf8)
    var isOpen = false
    var position = range.lowerBound
    while position < range.upperBound {
      if Template.stands(marks, at: position, before: range.upperBound, in: bytes) {
        isOpen.toggle()
        position += 2
      } else {
        position += 1
      }
    }
    return isOpen
  }

  /// The cell split at semicolons outside quotation marks; a semicolon at the end separates nothing.
  private func clauseParts(_ cell: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = cell.lowerBound
    var isQuoted = false
    var position = start
    while position < cell.upperBound {
      switch bytes[position] {
      case UInt8(ascii: "\\") where isQuoted: position += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted:
        parts.append(start..<position)
        start = position + 1
      default: break
      }
      position += 1
    }
    if start < cell.upperBound || parts.isEmpty { parts.append(start..<cell.upperBound) }
    return parts
  }

  /// Reads one clause, with or without backticks around it or around the code in it.
  private mutating func clause(_ range: Range<Int>) -> Clause? {
    let content = withoutBackticks(range)
    for form in ClauseForm.all {
      guard let slots = form.template.match(content, in: bytes), !slots.all.contains(where: { $0.range.isEmpty })
      else { continue }
      // A clause that has the words but not the right content says so itself.
      return meaning(of: form, slots, whole: content)
    }
    report(
      UnknownClause.clause(span(content), text: text(content), near: nearestClause(content)),
      line: lineIndex(at: content.lowerBound))
    return nil
  }

  /// The form whose first or last word the clause's resembles.
  private func nearestClause(_ range: Range<Int>) -> ClauseForm? {
    let words = words(in: range).prefix(8).map { NormalizedName(bytes[$0]).text }
    guard let first = words.first else { return nil }
    for form in ClauseForm.all {
      let fixed = form.template.text.split(separator: " ").filter { !$0.contains("{") }
      guard let opening = fixed.first.map(String.init) else { continue }
      if form.kind == .choice || form.kind == .wins {
        if let last = words.last, SpellingDistance.nearest(to: last, in: [opening]) != nil { return form }
      } else if SpellingDistance.nearest(to: first, in: [opening]) != nil {
        return form
      }
    }
    return nil
  }

  private mutating func meaning(of form: ClauseForm, _ slots: SlotContents, whole: Range<Int>) -> Clause? {
    switch form.kind {
    case .choice:
      let word = name(.ordinal, slots)
      guard let place = ClauseForm.ordinals.firstIndex(of: word) else {
        report(UnknownClause.ordinal(span(whole), word: word), line: lineIndex(at: whole.lowerBound))
        return nil
      }
      return .choice(place + 1)
    case .join: return quoted(slots, form, whole).map { .join(separator: $0) }
    case .format: return quoted(slots, form, whole).map { .format($0) }
    case .constant: return literal(slots).map { .constant($0) }
    case .defaultValue: return literal(slots).map { .defaultValue($0) }
    case .when:
      guard let range = slots[.expression] else { return nil }
      return ExpressionReader.read(withoutBackticks(trimmed(range)), in: file, diagnostics: &diagnostics).map {
        .when($0)
      }
    case .values: return .values(name(.name, slots))
    case .reference: return .reference(source: name(.entity, slots), target: name(.otherEntity, slots))
    case .lookup:
      guard let range = slots[.pairs], let pairs = lookupPairs(withoutBackticks(trimmed(range))) else { return nil }
      return .lookup(entity: name(.entity, slots), by: pairs)
    case .parameter: return .parameter(name(.name, slots))
    case .conversion: return .conversion(name(.name, slots))
    case .wins: return .wins(system: name(.system, slots))
    case .readBack: return .readBack
    }
  }

  private func name(_ slot: Slot, _ slots: SlotContents) -> String { slots[slot].map { text(trimmed($0)) } ?? "" }

  private mutating func literal(_ slots: SlotContents) -> Literal? {
    guard let range = slots[.literal] else { return nil }
    return LiteralReader.read(withoutBackticks(trimmed(range)), in: file, diagnostics: &diagnostics)?.value
  }

  /// A literal that must be text in quotation marks.
  private mutating func quoted(_ slots: SlotContents, _ form: ClauseForm, _ whole: Range<Int>) -> String? {
    guard let range = slots[.literal] else { return nil }
    guard case .string(let text)? = literal(slots) else {
      if bytes[trimmed(range)].first != UInt8(ascii: "\""), !diagnostics.isEmpty,
        diagnostics[diagnostics.count - 1].span.lowerBound >= range.lowerBound
      {
        return nil
      }
      report(UnknownClause.needsText(span(range), form: form), line: lineIndex(at: whole.lowerBound))
      return nil
    }
    return text
  }

  /// Reads `customer.number = AccountNumber, country = Country`.
  private mutating func lookupPairs(_ range: Range<Int>) -> [Clause.LookupPair]? {
    var result: [Clause.LookupPair] = []
    for part in bytes[range].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let item = trimmed(part.startIndex..<part.endIndex)
      guard let equals = bytes[item].firstIndex(of: UInt8(ascii: "=")) else {
        report(UnknownClause.lookupPair(span(item.isEmpty ? range : item)), line: lineIndex(at: range.lowerBound))
        return nil
      }
      guard
        let source = PropertyPathReader.read(
          trimmed(item.lowerBound..<equals), in: file, diagnostics: &diagnostics),
        let target = PropertyPathReader.read(
          trimmed(equals + 1..<item.upperBound), in: file, diagnostics: &diagnostics)
      else { return nil }
      result.append(Clause.LookupPair(source: source, target: target))
    }
    return result
  }
}
