@testable import TandemSyntax

/// The forms of the language that a document uses, for tests that compare with the tables.
struct LanguageForms {
  private(set) var found: Set<LanguageForm> = []

  /// Finds the forms in the two notations of one document.
  init(yaml: String, rst: String) {
    findInRST(rst)
    let file = SourceFile(path: "document.yaml", text: yaml)
    if case .mapping(let entries)? = YAMLDocument.parse(file).root?.content { findInDocument(entries) }
    if let dataflow = YAMLReader.read(file).product { find(in: dataflow) }
  }

  // MARK: - RST

  private mutating func findInRST(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      let hasRule = index + 1 < lines.count && lines[index + 1].hasPrefix("---")
      if line.hasPrefix(HeadingForm.rowOpening) || line.hasPrefix(HeadingForm.cellOpening) {
        findColumn(String(line.dropFirst(HeadingForm.rowOpening.count)))
      } else if hasRule || line == HeadingForm.introduction.older {
        found.insert(.heading(heading(line)))
      } else if index < 3, line.hasSuffix(" Dataflow") {
        found.insert(.heading(.title))
      } else if HeadingForm.generated.match(0..<bytes.count, in: bytes) != nil {
        found.insert(.heading(.generated))
      } else if let form = SentenceForm.all.first(where: { $0.template.match(0..<bytes.count, in: bytes) != nil }) {
        found.insert(.sentence(form.kind))
      }
    }
  }

  private func heading(_ line: String) -> HeadingForm.Kind {
    switch line {
    case HeadingForm.introduction.current: return .introduction
    case HeadingForm.introduction.older: return .olderIntroduction
    case HeadingForm.parameters: return .parameters
    default: return line.hasPrefix("Values: ") ? .values : .section
    }
  }

  private mutating func findColumn(_ cell: String) {
    switch cell {
    case "Direction": found.insert(.column(.direction))
    case "Rule": found.insert(.column(.rule))
    case "Combination": found.insert(.column(.combination))
    case "Parameter": found.formUnion([.column(.parameter), .column(.parameterType), .column(.parameterDefault)])
    default:
      if cell.hasSuffix(" Property") { found.formUnion([.column(.source), .column(.target)]) }
      if cell.hasSuffix(" Data Type") { found.insert(.column(.type)) }
      if cell.hasSuffix(" Value") { found.formUnion([.column(.sourceValue), .column(.targetValue)]) }
    }
  }

  // MARK: - YAML

  private mutating func findInDocument(_ entries: [YAMLNode.Entry]) {
    note(entries, .document)
    for entry in entries {
      switch (entry.key.text, entry.value.content) {
      case (DocumentKey.parameters, .mapping(let parameters)):
        for parameter in parameters { noteMapping(parameter.value, .parameter) }
      case (DocumentKey.values, .mapping(let maps)):
        for map in maps {
          guard case .mapping(let lines) = map.value.content else { continue }
          for line in lines where line.key.text == ColumnForm.otherwise.word { noteMapping(line.value, .otherwise) }
        }
      case (LayoutForm.documentKey, .mapping(let layout)): note(layout, .layout)
      case (DocumentKey.flows, .sequence(let flows)):
        for flow in flows { if case .mapping(let entries) = flow.content { findInFlow(entries) } }
      default: break
      }
    }
  }

  private mutating func findInFlow(_ entries: [YAMLNode.Entry]) {
    note(entries, .flow)
    for entry in entries {
      let key = entry.key.text
      switch entry.value.content {
      case .scalar(let scalar): noteChoice(key, scalar.text)
      case .mapping(let entries):
        if key == DocumentKey.creation { note(entries, .creation) }
        for entry in entries { noteChoice(key, entry.value.scalar?.text ?? "") }
      case .sequence(let items):
        for item in items {
          if key == DocumentKey.properties { noteRow(item) }
          if case .sequence(let pairs) = item.content { for pair in pairs { noteRow(pair) } }
          if key == DocumentKey.formerName { noteChoice(key, item.scalar?.text ?? "") }
        }
      case .broken: break
      }
    }
  }

  private mutating func noteRow(_ row: YAMLNode) {
    guard case .mapping(let entries) = row.content else { return }
    note(entries, .row)
    for entry in entries {
      if case .sequence(let conditions) = entry.value.content {
        for condition in conditions { noteMapping(condition, .condition) }
      }
    }
  }

  private mutating func noteChoice(_ key: String, _ text: String) {
    let bytes = Array(text.utf8)
    let choice = PolicyForm.choices(of: key).first { $0.words.match(0..<bytes.count, in: bytes) != nil }
    if let choice { found.insert(.choice(key: key, words: choice.words.text)) }
  }

  private mutating func noteMapping(_ node: YAMLNode, _ place: KeyForm.Place) {
    if case .mapping(let entries) = node.content { note(entries, place) }
  }

  private mutating func note(_ entries: [YAMLNode.Entry], _ place: KeyForm.Place) {
    for entry in entries { found.insert(.key(place, entry.key.text)) }
  }

  // MARK: - Both

  private mutating func find(in dataflow: Dataflow) {
    for map in dataflow.valueMaps {
      switch map.otherwise?.value {
      case .error?: found.insert(.otherwise(ColumnForm.otherwise.error))
      case .keep?: found.insert(.otherwise(ColumnForm.otherwise.keep))
      case .empty?: found.insert(.otherwise(ColumnForm.otherwise.empty))
      case .value?: found.insert(.otherwise(DocumentKey.value))
      case nil: break
      }
    }
    for flow in dataflow.flows {
      let pairs = flow.matching?.alternatives.flatMap(\.pairs) ?? []
      let cells: [PropertyCell] =
        flow.rows.compactMap(\.source) + flow.rows.map(\.target) + pairs.flatMap { [$0.source, $0.target] }
      if cells.contains(where: { !$0.dependencies.isEmpty }) { found.insert(.dependency) }
      for row in flow.rows {
        for clause in row.clauses { found.insert(.clause(clause.value.kind)) }
        switch row.direction?.value {
        case .both?: found.insert(.direction(.both))
        case .toSystem?: found.insert(.direction(.toSystem))
        case .atCreation?: found.insert(.direction(.atCreation))
        case .onlyIfEmpty(system: nil)?: found.insert(.direction(.onlyIfEmpty))
        case .onlyIfEmpty?: found.insert(.direction(.onlyIfEmptyIn))
        case nil: break
        }
      }
    }
  }
}
