/// Prints one section of an RST document.
struct SectionWriter {
  private let flow: Flow
  private let emptyColumns: Set<ColumnForm.Kind>
  private let source: String
  private let target: String

  init(flow: Flow, emptyColumns: Set<ColumnForm.Kind>) {
    self.flow = flow
    self.emptyColumns = emptyColumns
    self.source = flow.source.sentenceText
    self.target = flow.target.sentenceText
  }

  func write(into collector: inout LineCollector) {
    collector.heading(HeadingForm.section.filled { $0 == .source ? source : target })
    writePolicy(into: &collector)
    writeMatching(into: &collector)
    if case .toSystem(let system)? = flow.direction?.value {
      let other = isSource(system) ? flow.target.system.value : flow.source.system.value
      collector.paragraph(sentence(.keepInStepOneWay, [.system: system, .otherSystem: other]))
    } else {
      collector.paragraph(sentence(.keepInStep))
    }
    for scope in flow.scopes {
      guard case .expression(let expression) = scope.condition.value else { continue }
      let names = sides(of: scope.system?.value ?? flow.source.system.value)
      collector.paragraph(
        sentence(.scope, [.side: names.side, .expression: ExpressionText.text(of: expression)]))
    }
    if let conflict = flow.conflict?.value {
      let (kind, system) = conflict.sentence
      collector.paragraph(sentence(kind, [.system: system]))
    }
    for deletion in flow.deletions {
      let names = sides(of: deletion.system.value)
      // In the words of lists the record is named, not the element.
      collector.paragraph(
        sentence(
          deletion.sentence,
          [
            .side: deletion.isRemoval ? names.partner : names.side, .partner: names.partner,
            .assignment: deletion.assignment,
          ]))
    }
    if let kind = flow.firstRun?.value.sentence { collector.paragraph(sentence(kind)) }
    if flow.linksOnly { collector.paragraph(sentence(.linksOnly)) }
    for name in flow.formerNames {
      collector.paragraph(sentence(.formerName, [.side: source, .formerName: name.value]))
    }
    if let parent = flow.parent {
      collector.paragraph(sentence(.parent, [.flow: parent.flow.value, .property: parent.via.value]))
    }
    collector.paragraph(sentence(.propertyTable))
    writeProperties(into: &collector)
  }

  // MARK: - Sentences

  private func sentence(_ kind: SentenceForm.Kind, _ contents: [Slot: String] = [:]) -> String {
    SentenceForm.of(kind).template.filled { slot in
      contents[slot] ?? (slot == .target ? target : source)
    }
  }

  private func isSource(_ system: String) -> Bool {
    NormalizedName(system) == NormalizedName(flow.source.system.value)
  }

  private func sides(of system: String) -> (side: String, partner: String) {
    isSource(system) ? (source, target) : (target, source)
  }

  private func writePolicy(into collector: inout LineCollector) {
    switch flow.creation?.value {
    case .always?: collector.add(sentence(.createAlways))
    case .when(.expression(let expression))?:
      collector.add(sentence(.createWhen, [.expression: ExpressionText.text(of: expression)]))
    case .when(.remark(let remark))?: collector.add(sentence(.createRemark, [.remark: remark]))
    case .never?, nil: collector.add(sentence(.linkFirst))
    case .connected(let entities)?:
      collector.add(sentence(.linkFirst))
      let list = EntityList.text(entities.map(\.sentenceText))
      collector.paragraph(sentence(.createConnected, [.entities: list, .system: flow.target.system.value]))
    }
  }

  // MARK: - Tables

  private func heading(_ columns: [ColumnForm]) -> [String] {
    columns.map { column in
      column.heading.filled { slot in
        slot == .source ? source : slot == .target ? target : flow.target.system.value
      }
    }
  }

  private func writeMatching(into collector: inout LineCollector) {
    guard let matching = flow.matching else { return }
    switch flow.creation?.value {
    case .always?, .when?:
      collector.paragraph(sentence(.mergeWithMatch))
      collector.add(sentence(.createWithoutMatch))
    default: break
    }
    collector.paragraph(sentence(.mergeTable))
    let isNumbered =
      emptyColumns.contains(.combination) || matching.alternatives.contains { $0.pairs.count != 1 }
    var rows: [[CellText]] = []
    for (index, alternative) in matching.alternatives.enumerated() {
      for pair in alternative.pairs {
        let number = isNumbered ? [CellText("\(index + 1)")] : []
        rows.append([CellText.property(pair.source), CellText.property(pair.target)] + number)
      }
    }
    let columns = ColumnForm.merge
    TableWriter.write(heading(columns.required + (isNumbered ? columns.optional : [])), rows, into: &collector)
  }

  private func writeProperties(into collector: inout LineCollector) {
    let optional = ColumnForm.properties.optional.filter { column in
      if emptyColumns.contains(column.kind) { return true }
      return flow.rows.contains { column.kind == .direction ? $0.direction != nil : !$0.clauses.isEmpty }
    }
    let rows = flow.rows.map { row in
      var cells = [
        row.source.map(CellText.property) ?? CellText(""), CellText.property(row.target),
        row.type.map { CellText.type($0.value) } ?? CellText(""),
      ]
      for column in optional {
        if column.kind == .direction {
          cells.append(CellText(row.direction.map { DirectionForm.text(of: $0.value) } ?? ""))
        } else {
          cells.append(CellText.clauses(row.clauses.map(\.value)))
        }
      }
      return cells
    }
    TableWriter.write(heading(ColumnForm.properties.required + optional), rows, into: &collector)
  }
}

extension EntityName {
  /// The name with one blank between its words.
  var writtenText: String {
    var result = system.value.isEmpty ? entity.value : "\(system.value) \(entity.value)"
    if let element { result += ".\(element.value)" }
    if let qualifier { result += " \(qualifier.value)" }
    return result
  }

  /// The name as sentences hold it: an empty system leaves a blank.
  var sentenceText: String { system.value.isEmpty ? " " + writtenText : writtenText }
}

extension ConflictPolicy {
  /// The sentence that says it, with the system that it names.
  var sentence: (kind: SentenceForm.Kind, system: String) {
    switch self {
    case .newest: return (.conflictNewest, "")
    case .ask: return (.conflictPerson, "")
    case .wins(let system): return (.conflictSystem, system)
    }
  }
}

extension Deletion {
  /// The sentence that says it.
  var sentence: SentenceForm.Kind {
    switch policy.value {
    case .ignore: return isRemoval ? .removalIgnored : .deletionIgnored
    case .unlink: return isRemoval ? .removalUnlinks : .deletionUnlinks
    case .propagate: return isRemoval ? .removalDeletes : .deletionPropagates
    case .archive: return isRemoval ? .removalArchives : .deletionArchives
    }
  }

  /// The property and the value of an archived record, as the author wrote them where their text is at hand.
  var assignment: String {
    let canonical = canonicalAssignment
    guard !canonical.isEmpty else { return canonical }
    // The span is the whole sentence or the whole YAML text.
    let span = policy.span
    let forms = [SentenceForm.of(sentence).template, PolicyForm.of(sentence)?.words]
    for form in forms.compactMap({ $0 }) {
      guard let range = form.match(span.range, in: span.file.bytes)?[.assignment] else { continue }
      let written = String(decoding: span.file.bytes[range], as: UTF8.self)
      if ExpressionText.means(written, canonical, at: span) { return written }
    }
    return canonical
  }

  /// The same in its canonical form.
  var canonicalAssignment: String {
    guard case .archive(let property, let value) = policy.value else { return "" }
    return "\(property.text) = \(ExpressionText.text(of: value))"
  }
}

extension FirstRun {
  /// The sentence that says it; none for what is meant where no sentence stands.
  var sentence: SentenceForm.Kind? {
    switch self {
    case .full: return nil
    case .newRecordsOnly: return .firstRunSkips
    case .linkOnly: return .firstRunLinks
    }
  }
}
