/// Prints one flow of a YAML document.
struct YAMLFlowWriter {
  let flow: Flow
  /// True when expressions are printed in their canonical form instead of as their author wrote them.
  let isCanonical: Bool

  func write(to output: inout YAMLOutput) {
    let title = HeadingForm.section.filled { $0 == .source ? flow.source.sentenceText : flow.target.sentenceText }
    output.raw("- \(DocumentKey.flow): \(YAMLText.scalar(title, inFlow: false))")
    func add(_ key: String, _ value: String) { output.line(key, value, indentation: 2) }
    switch flow.formerNames.count {
    case 0: break
    case 1: add(key(.formerName), YAMLText.scalar(flow.formerNames[0].value, inFlow: false))
    default:
      let names = flow.formerNames.map { YAMLText.scalar($0.value, inFlow: true) }
      add(key(.formerName), "[\(names.joined(separator: ", "))]")
    }
    if let parent = flow.parent {
      let text = words(.parent, [.flow: parent.flow.value, .property: parent.via.value])
      add(key(.parent), YAMLText.scalar(text, inFlow: false))
    }
    if !flow.scopes.isEmpty { add(key(.scope), scopes) }
    if let creation = flow.creation?.value { add(key(.createAlways), text(of: creation)) }
    if let matching = flow.matching { write(matching, to: &output) }
    if let conflict = flow.conflict?.value {
      let (kind, system) = conflict.sentence
      output.line(key(kind), YAMLText.scalar(words(kind, [.system: system]), inFlow: false), indentation: 2)
    }
    let deletions = flow.deletions.filter { !$0.isRemoval }
    if !deletions.isEmpty {
      let pairs = deletions.map { ($0.system.value, text(of: $0, inFlow: true)) }
      output.line(DocumentKey.deletion, YAMLOutput.mapping(pairs), indentation: 2)
    }
    for removal in flow.deletions where removal.isRemoval {
      output.line(DocumentKey.removal, text(of: removal, inFlow: false), indentation: 2)
    }
    if let kind = flow.firstRun?.value.sentence { output.line(key(kind), words(kind), indentation: 2) }
    if case .toSystem(let system)? = flow.direction?.value {
      let text = words(.keepInStepOneWay, [.system: system])
      output.line(key(.keepInStepOneWay), YAMLText.scalar(text, inFlow: false), indentation: 2)
    }
    if flow.linksOnly { output.line(key(.linksOnly), words(.linksOnly), indentation: 2) }
    output.line(DocumentKey.properties, flow.rows.isEmpty ? "[]" : "", indentation: 2)
    for row in flow.rows { output.raw("- " + YAMLOutput.mapping(pairs(of: row)), indentation: 2) }
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

  private var scopes: String {
    let pairs = flow.scopes.compactMap { scope -> (String, String)? in
      guard case .expression(let expression) = scope.condition.value else { return nil }
      let system = scope.system?.value ?? flow.source.system.value
      return (system, YAMLText.expression(text(of: expression)))
    }
    if flow.scopes.count == 1, flow.scopes[0].system == nil, let first = pairs.first { return first.1 }
    return YAMLOutput.mapping(pairs)
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
    output.line(DocumentKey.match, matching.alternatives.isEmpty ? "[]" : "", indentation: 2)
    for alternative in matching.alternatives {
      let pairs = alternative.pairs
      // The short form holds a path once and without conditions.
      let isShort =
        Set(pairs.map(\.source.path.text)).count == pairs.count
        && pairs.allSatisfy { $0.source.dependencies.isEmpty && $0.target.dependencies.isEmpty }
      if isShort {
        let pairs = pairs.map { ($0.source.path.text, YAMLText.scalar($0.target.path.text, inFlow: true)) }
        output.raw("- " + YAMLOutput.mapping(pairs), indentation: 2)
      } else {
        let rows = pairs.map { YAMLOutput.mapping(cells($0.source, $0.target) + dependencies($0.source, $0.target)) }
        output.raw("- [\(rows.joined(separator: ", "))]", indentation: 2)
      }
    }
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

  private func pairs(of row: PropertyRow) -> [(String, String)] {
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
