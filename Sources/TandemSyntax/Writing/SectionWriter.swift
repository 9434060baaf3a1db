/// Prints one section of an RST document.
struct SectionWriter {
  private let flow: Flow
  /// The number of the flow in its document, from 0.
  private let number: Int
  private let emptyColumns: Set<ColumnForm.Kind>
  /// True for a table without rows also where nothing is kept in step.
  private let hasEmptyTable: Bool
  /// True for the sentence on edits also where nothing is kept in step.
  private let hasEmptyPromise: Bool
  private let source: String
  private let target: String

  init(
    flow: Flow, number: Int, emptyColumns: Set<ColumnForm.Kind>, hasEmptyTable: Bool, hasEmptyPromise: Bool
  ) {
    self.flow = flow
    self.number = number
    self.emptyColumns = emptyColumns
    self.hasEmptyTable = hasEmptyTable
    self.hasEmptyPromise = hasEmptyPromise
    self.source = flow.source.sentenceText
    self.target = flow.target.sentenceText
  }

  func write(into collector: inout LineCollector) {
    collector.before(.flow(number))
    collector.heading(HeadingForm.section.filled { $0 == .source ? source : target })
    collector.beside(.flow(number))
    writePolicy(into: &collector)
    writeMatching(into: &collector)
    if case .toSystem(let system)? = flow.direction?.value {
      let other = isSource(system) ? flow.target.system.value : flow.source.system.value
      let text = sentence(.keepInStepOneWay, [.system: system, .otherSystem: other])
      write(text, .direction(flow: number), into: &collector)
    } else if !flow.linksOnly || hasEmptyPromise {
      collector.paragraph(sentence(.keepInStep))
    }
    writeFurtherSentences(into: &collector)
    // Where nothing is kept in step, a table stands for its comments' sake alone.
    let isNeeded = !flow.linksOnly || !flow.rows.isEmpty || hasEmptyTable
    guard isNeeded || collector.hasComments(.properties(flow: number)) else { return }
    collector.before(.properties(flow: number))
    collector.paragraph(sentence(.propertyTable))
    collector.between(.properties(flow: number))
    writeProperties(into: &collector)
    collector.end(.properties(flow: number))
  }

  /// A sentence with the comments around it.
  private func write(_ sentence: String, _ anchor: Comment.Anchor, into collector: inout LineCollector) {
    collector.before(anchor)
    collector.paragraph(sentence)
    collector.beside(anchor)
  }

  private func writeFurtherSentences(into collector: inout LineCollector) {
    for (place, scope) in flow.scopes.enumerated() {
      guard case .expression(let expression) = scope.condition.value else { continue }
      let names = sides(of: scope.system?.value ?? flow.source.system.value)
      let text = sentence(.scope, [.side: names.side, .expression: ExpressionText.text(of: expression)])
      write(text, .scope(flow: number, place: place), into: &collector)
    }
    if let conflict = flow.conflict?.value {
      let (kind, slots) = conflict.sentence
      write(sentence(kind, slots), .conflict(flow: number), into: &collector)
    }
    for (place, deletion) in flow.deletions.enumerated() {
      let names = sides(of: deletion.system.value)
      // In the words of lists the record is named, not the element.
      let text = sentence(
        deletion.sentence,
        [
          .side: deletion.isRemoval ? names.partner : names.side, .partner: names.partner,
          .assignment: deletion.assignment,
        ])
      write(text, .deletion(flow: number, place: place), into: &collector)
    }
    if let kind = flow.firstRun?.value.sentence {
      write(sentence(kind), .firstRun(flow: number), into: &collector)
    }
    if flow.linksOnly { write(sentence(.linksOnly), .linksOnly(flow: number), into: &collector) }
    for (place, name) in flow.formerNames.enumerated() {
      let side = sides(of: name.system?.value ?? flow.source.system.value).side
      let text = sentence(.formerName, [.side: side, .formerName: name.name.value])
      write(text, .formerName(flow: number, place: place), into: &collector)
    }
    if let parent = flow.parent {
      let text = sentence(.parent, [.flow: parent.flow.value, .property: parent.via.value])
      write(text, .parent(flow: number), into: &collector)
    }
    // What is meant where no sentence stands has a key in YAML all the same, and perhaps a comment.
    if !flow.linksOnly { collector.before(.linksOnly(flow: number), label: RSTCommentText.linksOnly) }
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
    let anchor = Comment.Anchor.creation(flow: number)
    if case .connected? = flow.creation?.value {} else { collector.before(anchor) }
    switch flow.creation?.value {
    case .always?: collector.add(sentence(.createAlways))
    case .when(.expression(let expression))?:
      collector.add(sentence(.createWhen, [.expression: ExpressionText.text(of: expression)]))
    case .when(.remark(let remark))?: collector.add(sentence(.createRemark, [.remark: remark]))
    case .never?, nil: collector.add(sentence(.linkFirst))
    case .connected(let entities)?:
      collector.add(sentence(.linkFirst))
      let list = EntityList.text(entities.map(\.sentenceText))
      collector.before(anchor)
      collector.paragraph(sentence(.createConnected, [.entities: list, .system: flow.target.system.value]))
    }
    collector.beside(anchor)
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
    let match = Comment.Anchor.match(flow: number)
    collector.before(match)
    collector.paragraph(sentence(.mergeTable))
    collector.between(match)
    let isNumbered =
      emptyColumns.contains(.combination) || matching.alternatives.contains { $0.pairs.count != 1 }
    var rows: [WrittenRow] = []
    for (index, alternative) in matching.alternatives.enumerated() {
      let anchor = Comment.Anchor.alternative(flow: number, place: index)
      for (place, pair) in alternative.pairs.enumerated() {
        let combination = isNumbered ? [CellText("\(index + 1)")] : []
        rows.append(
          WrittenRow(
            [CellText.property(pair.source), CellText.property(pair.target)] + combination,
            before: place == 0 ? anchor : nil, beside: place == alternative.pairs.count - 1 ? anchor : nil))
      }
    }
    let columns = ColumnForm.merge
    TableWriter.write(heading(columns.required + (isNumbered ? columns.optional : [])), rows, into: &collector)
    collector.end(match)
  }

  private func writeProperties(into collector: inout LineCollector) {
    let optional = ColumnForm.properties.optional.filter { column in
      if emptyColumns.contains(column.kind) { return true }
      return flow.rows.contains { column.kind == .direction ? $0.direction != nil : !$0.clauses.isEmpty }
    }
    let rows = flow.rows.enumerated().map { place, row in
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
      return WrittenRow(cells, of: .row(flow: number, place: place))
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
  /// The sentence that says it, with what it names.
  var sentence: (kind: SentenceForm.Kind, slots: [Slot: String]) {
    switch self {
    case .newest: return (.conflictNewest, [:])
    case .ask: return (.conflictPerson, [:])
    case .wins(let system): return (.conflictSystem, [.system: system])
    case .handWritten(let function): return (.conflictHandWritten, [.name: function])
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
  /// The sentence that says it.
  var sentence: SentenceForm.Kind {
    switch self {
    case .full: return .firstRunFull
    case .newRecordsOnly: return .firstRunSkips
    case .linkOnly: return .firstRunLinks
    }
  }
}
