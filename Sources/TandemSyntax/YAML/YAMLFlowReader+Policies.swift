extension YAMLFlowReader {
  /// The choice whose words a text has, with what fills its slots.
  private func choice(_ key: String, _ clause: ClauseText) -> (form: PolicyForm, slots: SlotContents)? {
    for form in PolicyForm.choices(of: key) {
      guard let slots = form.words.match(clause.range, in: clause.bytes) else { continue }
      if slots.all.contains(where: { $0.range.isEmpty }) { continue }
      return (form, slots)
    }
    return nil
  }

  /// Reports a text that is none of the choices of a key.
  private func reportChoice(_ scalar: YAMLScalar, of key: String, in table: String? = nil) {
    let forms = PolicyForm.choices(of: table ?? key)
    let choices = forms.map(\.words)
    // Deletions and removals have a word each for the same thing.
    let meant = forms.first { $0.counterpart?.words.text == scalar.text && $0.words.text != scalar.text }
    if meant == nil, let correction = forms.lazy.compactMap({ $0.correction(of: Array(scalar.text.utf8)) }).first {
      return context.report(
        YAMLMalformedValue.diagnostic(
          scalar, of: key, forms: choices.map { "`\($0.shown)`" }, correction: correction))
    }
    context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: key, forms: choices.map { "`\($0.shown)`" },
        nearest: meant?.words.text
          ?? SpellingDistance.nearest(to: scalar.text, in: choices.filter(\.slots.isEmpty).map(\.text))))
  }

  /// A system that must be one of the flow's two.
  private func system(_ place: ClauseText, _ scalar: YAMLScalar, _ sides: YAMLFlowSides, key: String) -> Located<
    String
  >? {
    let name = place.trimmed.located
    if sides.has(name.value) { return name }
    var diagnostic = YAMLMalformedValue.diagnostic(scalar, of: key, explanation: explanation(of: key, sides))
    if let near = SpellingDistance.nearest(to: name.value, in: sides.names) {
      let text = scalar.text
      let whole =
        text.hasPrefix(name.value)
        ? near + text.dropFirst(name.value.count)
        : text.hasSuffix(name.value) ? text.dropLast(name.value.count) + near : near
      diagnostic.message += "; did you mean `\(whole)`?"
      if case .exact = scalar.places {
        diagnostic.fixes = [
          Diagnostic.Fix(
            "replace with `\(near)`", safe: false, edits: [TextEdit(name.span, replacement: near)])
        ]
      }
    }
    context.report(diagnostic)
    return nil
  }

  /// What may stand under a key that names a system.
  private func explanation(of key: String, _ sides: YAMLFlowSides) -> String {
    let words = PolicyForm.choices(of: key).map(\.words)
    let form = words.first { $0.slots == [.system] }
    let written: (String) -> String = { name in "`\(form?.filled { _ in name } ?? name)`" }
    let further = form == nil ? [] : words.filter(\.slots.isEmpty).map { "`\($0.text)`" }
    return "Write \(written(sides.source.value)) or \(written(sides.target.value))"
      + (further.isEmpty ? "" : ", or " + further.joined(separator: " or ")) + "."
  }

  private func condition(_ clause: ClauseText) -> Located<Condition>? {
    ExpressionReader.read(clause, diagnostics: &context.diagnostics).map {
      Located(.expression($0), at: clause.trimmed.span)
    }
  }

  // MARK: - Which records

  /// `where: EXPRESSION` on the source, or `where: {System: EXPRESSION}`.
  func scopes(_ keys: inout MappingReader, _ sides: YAMLFlowSides) -> [Scope] {
    guard let entry = keys.entry(DocumentKey.scope) else { return [] }
    guard case .mapping(let entries) = entry.value.content else {
      return context.scalar(entry.value, of: "`\(DocumentKey.scope)`").flatMap { condition($0.clause) }.map {
        [Scope(condition: $0)]
      }
        ?? []
    }
    return entries.compactMap { entry -> Scope? in
      guard let name = system(entry.key.clause, entry.key, sides, key: DocumentKey.scope),
        let scalar = context.scalar(entry.value, of: "the condition of `\(entry.key.text)`"),
        let condition = condition(scalar.clause)
      else { return nil }
      // The source's scope is the one without a system, in whichever way it was written.
      return Scope(system: sides.isSource(name.value) ? nil : name, condition: condition)
    }
  }

  /// `always` where the key is absent; `{remark: PROSE}` keeps what a person wrote in the place of a condition.
  func creation(_ keys: inout MappingReader, title: YAMLScalar, _ sides: YAMLFlowSides) -> Located<Creation>? {
    guard keys.has(DocumentKey.creation) else {
      _ = keys.entry(DocumentKey.creation)
      return Located(.always, at: title.contentSpan)
    }
    guard let entry = keys.entry(DocumentKey.creation) else { return nil }
    if case .mapping = entry.value.content {
      guard var remark = MappingReader(entry.value, what: KeyForm.Place.creation.title, context: context) else {
        return nil
      }
      remark.require(KeyForm.remark)
      let text = remark.text(DocumentKey.remark)
      remark.finish()
      return text.map { Located(.when(.remark($0.value)), at: $0.span) }
    }
    guard let scalar = context.scalar(entry.value, of: KeyForm.Place.creation.title) else { return nil }
    let clause = scalar.clause.trimmed
    guard let (form, slots) = choice(DocumentKey.creation, clause) else {
      reportChoice(scalar, of: DocumentKey.creation)
      return nil
    }
    switch form.sentence {
    case .createAlways: return Located(.always, at: scalar.contentSpan)
    case .linkFirst: return Located(.never, at: scalar.contentSpan)
    case .createConnected:
      guard let range = slots[.entities], let names = connected(clause.part(range), of: scalar) else { return nil }
      return Located(.connected(names), at: scalar.contentSpan)
    default:
      guard let range = slots[.expression], let condition = condition(clause.part(range)) else { return nil }
      return Located(.when(condition.value), at: scalar.contentSpan)
    }
  }

  // MARK: - What happens when

  /// `newest`, `ask`, `hand-written FUNCTION`, or `SYSTEM wins`.
  func conflict(_ keys: inout MappingReader, _ sides: YAMLFlowSides) -> Located<ConflictPolicy>? {
    guard let scalar = keys.scalar(DocumentKey.conflict) else { return nil }
    let clause = scalar.clause.trimmed
    guard let (form, slots) = choice(DocumentKey.conflict, clause) else {
      reportChoice(scalar, of: DocumentKey.conflict)
      return nil
    }
    switch form.sentence {
    case .conflictNewest: return Located(.newest, at: scalar.contentSpan)
    case .conflictPerson: return Located(.ask, at: scalar.contentSpan)
    case .conflictHandWritten:
      guard let range = slots[.name] else { return nil }
      return Located(.handWritten(function: clause.string(clause.part(range).trimmed.range)), at: scalar.contentSpan)
    default:
      guard let range = slots[.system], let name = system(clause.part(range), scalar, sides, key: DocumentKey.conflict)
      else {
        return nil
      }
      return Located(.wins(system: name.value), at: scalar.contentSpan)
    }
  }

  /// `{System: ignore|unlink|propagate|archive with Property = "value"}`; the key is the side of the deletion.
  func deletions(_ keys: inout MappingReader, _ sides: YAMLFlowSides) -> [Deletion] {
    guard let mapping = keys.mapping(DocumentKey.deletion) else { return [] }
    return mapping.entries.compactMap { entry -> Deletion? in
      guard let name = system(entry.key.clause, entry.key, sides, key: DocumentKey.deletion),
        let scalar = context.scalar(entry.value, of: "the deletion in `\(entry.key.text)`"),
        let policy = deletion(scalar, of: DocumentKey.deletion)
      else { return nil }
      return Deletion(system: name, policy: Located(policy, at: scalar.contentSpan))
    }
  }

  private func deletion(_ scalar: YAMLScalar, of key: String) -> Deletion.Policy? {
    let clause = scalar.clause.trimmed
    guard let (form, slots) = choice(key, clause) else {
      reportChoice(scalar, of: key)
      return nil
    }
    switch form.sentence {
    case .deletionIgnored, .removalIgnored: return .ignore
    case .deletionUnlinks, .removalUnlinks: return .unlink
    case .deletionPropagates, .removalDeletes: return .propagate
    default: return slots[.assignment].flatMap { archive(clause.part($0), scalar, key: key) }
    }
  }

  /// `Status = "Void"`.
  private func archive(_ clause: ClauseText, _ scalar: YAMLScalar, key: String) -> Deletion.Policy? {
    if let sign = clause.bytes[clause.range].firstIndex(of: UInt8(ascii: "=")),
      sign + 1 < clause.range.upperBound, clause.bytes[sign + 1] != UInt8(ascii: "=")
    {
      let path = PropertyPathReader.read(
        clause.part(clause.range.lowerBound..<sign), diagnostics: &context.diagnostics)
      let value = LiteralReader.read(clause.part(sign + 1..<clause.range.upperBound), diagnostics: &context.diagnostics)
      guard let path, let value else { return nil }
      return .archive(property: path, value: value.value)
    }
    reportChoice(scalar, of: key)
    return nil
  }

  /// What happens to the record of an element that left its list: the deletion on the side of the list, in the words of
  /// lists.
  func removal(_ keys: inout MappingReader, of flow: Flow, _ sides: YAMLFlowSides) -> Deletion? {
    guard let scalar = keys.scalar(DocumentKey.removal),
      let policy = deletion(scalar, of: DocumentKey.removal)
    else { return nil }
    let isInTarget = flow.source.element == nil && flow.target.element != nil
    return Deletion(
      system: isInTarget ? sides.target : sides.source, policy: Located(policy, at: scalar.contentSpan),
      isRemoval: true)
  }

  /// `full`, `new records only`, or `link only`.
  func firstRun(_ keys: inout MappingReader) -> Located<FirstRun>? {
    guard let scalar = keys.scalar(DocumentKey.firstRun) else { return nil }
    guard let (form, _) = choice(DocumentKey.firstRun, scalar.clause.trimmed) else {
      reportChoice(scalar, of: DocumentKey.firstRun)
      return nil
    }
    switch form.sentence {
    case .firstRunSkips: return Located(.newRecordsOnly, at: scalar.contentSpan)
    case .firstRunLinks: return Located(.linkOnly, at: scalar.contentSpan)
    default: return Located(.full, at: scalar.contentSpan)
    }
  }

  /// `to SYSTEM`: edits travel one way.
  func direction(_ keys: inout MappingReader, _ sides: YAMLFlowSides) -> Located<Direction>? {
    guard let scalar = keys.scalar(DocumentKey.direction) else { return nil }
    let clause = scalar.clause.trimmed
    guard let slots = choice(DocumentKey.direction, clause)?.slots, let range = slots[.system] else {
      reportChoice(scalar, of: DocumentKey.direction)
      return nil
    }
    return system(clause.part(range), scalar, sides, key: DocumentKey.direction).map {
      Located(.toSystem($0.value), at: scalar.contentSpan)
    }
  }

  /// `was: Bill`, the source's former name; `was: {System: Bill}`; or a list of both.
  func formerNames(_ keys: inout MappingReader, _ sides: YAMLFlowSides) -> [FormerName] {
    guard let entry = keys.entry(DocumentKey.formerName) else { return [] }
    guard case .sequence(let items) = entry.value.content else { return formerNames(entry.value, sides) }
    return items.flatMap { formerNames($0, sides) }
  }

  private func formerNames(_ node: YAMLNode, _ sides: YAMLFlowSides) -> [FormerName] {
    guard case .mapping(let entries) = node.content else {
      return context.scalar(node, of: "a former name").map { [FormerName(name: $0.located)] } ?? []
    }
    return entries.compactMap { entry in
      guard let name = system(entry.key.clause, entry.key, sides, key: DocumentKey.formerName),
        let former = context.scalar(entry.value, of: "the former name in `\(entry.key.text)`")
      else { return nil }
      // The source's is the one without a system, in whichever way it was written.
      let isSource = NormalizedName(name.value) == NormalizedName(sides.source.value)
      return FormerName(system: isSource ? nil : name, name: former.located)
    }
  }

  /// `Order to Invoice via InvoiceId`.
  func parent(_ keys: inout MappingReader) -> Parent? {
    guard let scalar = keys.scalar(DocumentKey.parent) else { return nil }
    let clause = scalar.clause.trimmed
    guard let slots = choice(DocumentKey.parent, clause)?.slots, let flow = slots[.flow],
      let property = slots[.property]
    else {
      reportChoice(scalar, of: DocumentKey.parent)
      return nil
    }
    return Parent(flow: clause.part(flow).trimmed.located, via: clause.part(property).trimmed.located)
  }
}
