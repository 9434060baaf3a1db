/// Writes the same document in YAML.
enum YAMLText {
  static func text(of document: Document) -> String {
    var text = """
      dataflow: \(document.source.name) to \(document.target.name)
      generated: "2026-11-20 09:00:00"
      introduction: "\(document.introduction)"
      values:
        Status: {\(values(of: document)), otherwise: error}
      flows:
      - flow: \(document.sourceName) to \(document.targetName)
        create: always
        match:

      """
    for row in document.identifyingRows { text += "  - {\(row.source.name): \(row.target.name)}\n" }
    text += "  conflict: newest\n  properties:\n"
    for row in document.rows {
      let concept = row.source.concept
      text += "  - {source: \(row.source.name), target: \(row.target.name), type: \(RSTText.word(concept.type))"
      switch concept.role {
      case .reference(let entity): text += ", reference: \(entity) to \(entity)"
      case .mapped: text += ", values: Status"
      case .defaulted(let value): text += ", default: \(value)"
      case .oneWay: text += ", direction: to \(document.target.name)"
      default: break
      }
      text += "}\n"
    }
    return text
  }

  private static func values(of document: Document) -> String {
    zip(DescriptionText.values(of: document.source.name), DescriptionText.values(of: document.target.name))
      .map { "\($0): \($1)" }.joined(separator: ", ")
  }
}
