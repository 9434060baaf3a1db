/// Writes a document in RST, in the form of the supplied documents.
enum RSTText {
  static func text(of document: Document) -> String {
    let (source, target) = (document.sourceName, document.targetName)
    var text = heading("\(document.source.name) to \(document.target.name) Dataflow", over: true)
    text += "Generated: 2026-11-20 09:00:00\n\n"
    text += heading("Introduction") + "\n" + document.introduction + "\n\n"
    text += heading("\(source) to \(target)")
    text += """
      Every \(source) will be synchronized with a \(target).

      If a matching \(target) already exists, the \(source) will be merged with the existing one.
      If no matching \(target) is found, a new \(target) will be created.

      A \(source) will merge with a \(target) if one of the following property combinations match:


      """
    text += table(
      ["\(source) Property", "\(target) Property"],
      document.identifyingRows.map { [$0.source.name, $0.target.name] })
    text += """
      Once a link between a \(source) and a \(target) is established, it will keep in sync between the two systems, \
      regardless of where it is edited.

      If both sides have changed, the newest edit wins.

      The following properties are synchronized between a \(source) and a \(target):


      """
    text += table(
      ["\(source) Property", "\(target) Property", "\(document.target.name) Data Type", "Direction", "Rule"],
      document.rows.map { row in
        let concept = row.source.concept
        let rule: String
        var direction = ""
        switch concept.role {
        case .reference(let entity): rule = "reference \(entity) to \(entity)"
        case .mapped: rule = "values Status"
        case .defaulted(let value): rule = "default \"\(value)\""
        case .oneWay:
          rule = ""
          direction = "to \(document.target.name)"
        default: rule = ""
        }
        return [row.source.name, row.target.name, "\"\(word(concept.type))\"", direction, rule]
      })
    text += "\n" + heading("Values: Status") + "\n"
    text += table(
      ["\(document.source.name) Value", "\(document.target.name) Value"],
      zip(DescriptionText.values(of: document.source.name), DescriptionText.values(of: document.target.name)).map {
        [$0, $1]
      } + [["otherwise", "error"]])
    return text
  }

  /// The documents call an enumeration a text, as other systems do.
  static func word(_ type: String) -> String { type == "enum" ? "string" : type }

  private static func heading(_ title: String, over: Bool = false) -> String {
    let rule = String(repeating: over ? "=" : "-", count: title.utf8.count)
    return (over ? rule + "\n" : "") + title + "\n" + rule + "\n" + (over ? "\n" : "")
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    var text = ".. list-table::\n   :header-rows: 1\n\n"
    for row in [header] + rows {
      for (column, cell) in row.enumerated() {
        text += (column == 0 ? "   * -" : "     -") + (cell.isEmpty ? "" : " " + cell) + "\n"
      }
    }
    return text + "\n"
  }
}
