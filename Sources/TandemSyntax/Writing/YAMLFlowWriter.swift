/// Prints one flow of a YAML document.
struct YAMLFlowWriter {
  let flow: Flow
  /// The number of the flow in its document, from 0.
  let number: Int
  /// True when expressions are printed in their canonical form instead of as their author wrote them.
  let isCanonical: Bool

  func write(to output: inout YAMLOutput) {
    let title = HeadingForm.section.filled { $0 == .source ? flow.source.sentenceText : flow.target.sentenceText }
    output.before(.flow(number))
    output.raw("- \(DocumentKey.flow): \(YAMLText.scalar(title, inFlow: false))", of: .flow(number))
    writeFormerNames(to: &output)
    if let parent = flow.parent {
      let text = words(.parent, [.flow: parent.flow.value, .property: parent.via.value])
      write(.parent, YAMLText.scalar(text, inFlow: false), .parent(flow: number), to: &output)
    }
    writeScopes(to: &output)
    if let creation = flow.creation?.value {
      write(.createAlways, text(of: creation), .creation(flow: number), to: &output)
    }
    if let matching = flow.matching { write(matching, to: &output) }
    if let conflict = flow.conflict?.value {
      let (kind, slots) = conflict.sentence
      write(kind, YAMLText.scalar(words(kind, slots), inFlow: false), .conflict(flow: number), to: &output)
    }
    writeDeletions(to: &output)
    if let kind = flow.firstRun?.value.sentence {
      write(kind, words(kind), .firstRun(flow: number), to: &output)
    } else if output.comments.has(.firstRun(flow: number)) {
      write(.firstRunLinks, FirstRun.full.rawValue, .firstRun(flow: number), to: &output)
    }
    if case .toSystem(let system)? = flow.direction?.value {
      let text = words(.keepInStepOneWay, [.system: system])
      write(.keepInStepOneWay, YAMLText.scalar(text, inFlow: false), .direction(flow: number), to: &output)
    }
    if flow.linksOnly {
      write(.linksOnly, words(.linksOnly), .linksOnly(flow: number), to: &output)
    } else if output.comments.has(.linksOnly(flow: number)) {
      write(.linksOnly, FlagForm.off, .linksOnly(flow: number), to: &output)
    }
    let properties = Comment.Anchor.properties(flow: number)
    output.before(properties, indentation: 2)
    output.line(DocumentKey.properties, flow.rows.isEmpty ? "[]" : "", indentation: 2, of: properties)
    for (place, row) in flow.rows.enumerated() {
      let anchor = Comment.Anchor.row(flow: number, place: place)
      output.before(anchor, indentation: 2)
      output.raw("- " + YAMLOutput.mapping(pairs(of: row)), indentation: 2, of: anchor)
    }
    output.end(properties, indentation: 2)
  }

  private func write(
    _ kind: SentenceForm.Kind, _ text: String, _ anchor: Comment.Anchor, to output: inout YAMLOutput
  ) {
    output.before(anchor, indentation: 2)
    output.line(key(kind), text, indentation: 2, of: anchor)
  }

  /// Writes a key with several parts: on one line as long as no comment stands between them.
  ///
  /// - Parameters:
  ///   - items: The parts as they stand on lines of their own, with what each belongs to.
  ///   - line: The same on one line.
  private func write(
    _ kind: SentenceForm.Kind, _ items: [(text: String, anchor: Comment.Anchor)], line: String,
    to output: inout YAMLOutput
  ) {
    guard let first = items.first, let last = items.last else { return }
    output.before(first.anchor, indentation: 2)
    let comments = output.comments
    let isDivided =
      items.count > 1
      && (items.dropFirst().contains { !comments.at($0.anchor, .before).isEmpty }
        || items.dropLast().contains { !comments.at($0.anchor, .beside).isEmpty })
    guard isDivided else { return output.line(key(kind), line, indentation: 2, of: last.anchor) }
    output.line(key(kind), "", indentation: 2)
    for (number, item) in items.enumerated() {
      if number > 0 { output.before(item.anchor, indentation: 4) }
      output.raw(item.text, indentation: 4, of: item.anchor)
    }
  }

  private func writeFormerNames(to output: inout YAMLOutput) {
    let names = flow.formerNames
    func anchor(_ place: Int) -> Comment.Anchor { .formerName(flow: number, place: place) }
    if names.allSatisfy({ $0.system == nil }) {
      let items = names.enumerated().map {
        ("- " + YAMLText.scalar($0.element.name.value, inFlow: true), anchor($0.offset))
      }
      let texts = names.map { YAMLText.scalar($0.name.value, inFlow: true) }
      let line =
        names.count == 1
        ? YAMLText.scalar(names[0].name.value, inFlow: false) : "[\(texts.joined(separator: ", "))]"
      return write(.formerName, items, line: line, to: &output)
    }
    // The name of a system stands once in a mapping; several names of one side are a list.
    let pairs = names.map { name in
      (name.system?.value ?? flow.source.system.value, YAMLText.scalar(name.name.value, inFlow: true))
    }
    let isList = Set(pairs.map(\.0)).count < pairs.count
    let items = pairs.enumerated().map { place, pair in
      (
        isList ? "- " + YAMLOutput.mapping([pair]) : "\(YAMLText.scalar(pair.0, inFlow: true)): \(pair.1)",
        anchor(place)
      )
    }
    let list = "[" + pairs.map { YAMLOutput.mapping([$0]) }.joined(separator: ", ") + "]"
    write(.formerName, items, line: isList ? list : YAMLOutput.mapping(pairs), to: &output)
  }

  private func writeScopes(to output: inout YAMLOutput) {
    let pairs = flow.scopes.compactMap { scope -> (String, String)? in
      guard case .expression(let expression) = scope.condition.value else { return nil }
      return (scope.system?.value ?? flow.source.system.value, YAMLText.expression(text(of: expression)))
    }
    let items = pairs.enumerated().map { place, pair in
      ("\(YAMLText.scalar(pair.0, inFlow: true)): \(pair.1)", Comment.Anchor.scope(flow: number, place: place))
    }
    let isPlain = flow.scopes.count == 1 && flow.scopes[0].system == nil
    write(.scope, items, line: isPlain ? pairs.first?.1 ?? "" : YAMLOutput.mapping(pairs), to: &output)
  }

  private func writeDeletions(to output: inout YAMLOutput) {
    let deletions = flow.deletions.enumerated().map { place, deletion in
      (deletion: deletion, anchor: Comment.Anchor.deletion(flow: number, place: place))
    }
    let pairs = deletions.filter { !$0.deletion.isRemoval }
    let texts = pairs.map { ($0.deletion.system.value, text(of: $0.deletion, inFlow: true)) }
    let items = zip(pairs, texts).map { pair, text in
      ("\(YAMLText.scalar(text.0, inFlow: true)): \(text.1)", pair.anchor)
    }
    write(.deletionIgnored, items, line: YAMLOutput.mapping(texts), to: &output)
    for (removal, anchor) in deletions where removal.isRemoval {
      write(.removalIgnored, text(of: removal, inFlow: false), anchor, to: &output)
    }
  }

  private func text(of expression: Expression) -> String {
    isCanonical ? ExpressionText.canonical(expression) : ExpressionText.text(of: expression)
  }

  // MARK: - Words

  private func text(of deletion: Deletion, inFlow: Bool) -> String {
    let text = words(
      deletion.sentence, [.assignment: isCanonical ? deletion.canonicalAssignment : deletion.assignment])
    if case .archive = deletion.policy.value { return YAMLText.expression(text) }
    return YAMLText.scalar(text, inFlow: inFlow)
  }

  private func key(_ kind: SentenceForm.Kind) -> String { PolicyForm.of(kind)?.key ?? "" }

  private func words(_ kind: SentenceForm.Kind, _ contents: [Slot: String] = [:]) -> String {
    PolicyForm.of(kind)?.words.filled { contents[$0] ?? "" } ?? ""
  }

  private func text(of creation: Creation) -> String {
    switch creation {
    case .always: return words(.createAlways)
    case .never: return words(.linkFirst)
    case .when(.expression(let expression)):
      return YAMLText.expression(words(.createWhen, [.expression: text(of: expression)]))
    case .when(.remark(let remark)): return YAMLOutput.mapping([(DocumentKey.remark, YAMLText.quoted(remark))])
    case .connected(let entities):
      let list = entities.map(\.writtenText).joined(separator: ", ")
      return YAMLText.scalar(words(.createConnected, [.entities: list]), inFlow: false)
    }
  }

  // MARK: - Rows

  private func write(_ matching: Matching, to output: inout YAMLOutput) {
    let match = Comment.Anchor.match(flow: number)
    output.before(match, indentation: 2)
    output.line(DocumentKey.match, matching.alternatives.isEmpty ? "[]" : "", indentation: 2, of: match)
    for (place, alternative) in matching.alternatives.enumerated() {
      let anchor = Comment.Anchor.alternative(flow: number, place: place)
      output.before(anchor, indentation: 2)
      output.raw("- " + text(of: alternative), indentation: 2, of: anchor)
    }
    // Deeper than the key that follows, or it would be before that.
    output.end(match, indentation: 4)
  }

  /// A combination on one line.
  func text(of alternative: Matching.Alternative) -> String {
    let pairs = alternative.pairs
    // The short form holds a path once and without conditions.
    let isShort =
      Set(pairs.map(\.source.path.text)).count == pairs.count
      && pairs.allSatisfy { $0.source.dependencies.isEmpty && $0.target.dependencies.isEmpty }
    if isShort {
      return YAMLOutput.mapping(
        pairs.map { ($0.source.path.text, YAMLText.scalar($0.target.path.text, inFlow: true)) })
    }
    let rows = pairs.map { YAMLOutput.mapping(cells($0.source, $0.target) + dependencies($0.source, $0.target)) }
    return "[\(rows.joined(separator: ", "))]"
  }

  private func cells(_ source: PropertyCell?, _ target: PropertyCell) -> [(String, String)] {
    var pairs: [(String, String)] = []
    for column in ColumnForm.properties.required {
      let cell = column.kind == .source ? source : column.kind == .target ? target : nil
      if let cell, let key = column.key { pairs.append((key, YAMLText.scalar(cell.path.text, inFlow: true))) }
    }
    return pairs
  }

  private func dependencies(_ source: PropertyCell?, _ target: PropertyCell) -> [(String, String)] {
    let keys = DependencyForm.keys
    return [(keys.source, source?.dependencies ?? []), (keys.target, target.dependencies)].compactMap { key, list in
      guard !list.isEmpty else { return nil }
      let items = list.map { dependency in
        YAMLOutput.mapping([
          (DependencyForm.entryKeys.value, YAMLText.scalar(dependency.value.value, inFlow: true)),
          (DependencyForm.entryKeys.path, YAMLText.scalar(dependency.path.text, inFlow: true)),
        ])
      }
      return (key, "[\(items.joined(separator: ", "))]")
    }
  }

  /// The keys of a row with their values.
  func pairs(of row: PropertyRow) -> [(String, String)] {
    var pairs = cells(row.source, row.target)
    if let type = row.type, let key = ColumnForm.properties.required.first(where: { $0.kind == .type })?.key {
      pairs.append((key, YAMLText.scalar(type.value, inFlow: true)))
    }
    if let direction = row.direction {
      pairs.append((DirectionForm.key, YAMLText.scalar(DirectionForm.text(of: direction.value), inFlow: true)))
    }
    for clause in row.clauses { pairs += self.pairs(of: clause.value) }
    return pairs + dependencies(row.source, row.target)
  }

  private func pairs(of clause: Clause) -> [(String, String)] {
    let key = ClauseForm.of(clause.kind).key
    switch clause {
    case .choice(let place): return [(key, "\(place)")]
    case .when(let expression): return [(key, YAMLText.expression(text(of: expression)))]
    case .join(let text), .format(let text), .values(let text), .parameter(let text), .conversion(let text),
      .wins(let text):
      return [(key, YAMLText.scalar(text, inFlow: true))]
    case .reference(let source, let target):
      let text = DocumentKey.reference.filled { $0 == .entity ? source : target }
      return [(key, YAMLText.scalar(text, inFlow: true))]
    case .lookup(let entity, let list):
      let by = list.map { ($0.source.text, YAMLText.scalar($0.target.text, inFlow: true)) }
      return [(key, YAMLText.scalar(entity, inFlow: true)), (ClauseForm.lookupPairsKey, YAMLOutput.mapping(by))]
    case .constant(let literal), .defaultValue(let literal):
      // Text that looks like a number stands between quotation marks, a number does not.
      if case .string(let text) = literal { return [(key, YAMLText.scalar(text, inFlow: true))] }
      return [(key, ExpressionText.text(of: literal))]
    case .readBack: return [(key, FlagForm.on)]
    }
  }
}
