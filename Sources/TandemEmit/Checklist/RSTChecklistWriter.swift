/// The checklist in reStructuredText, in the form of the supplied documents: title, sections, list-tables.
enum RSTChecklistWriter {
  static func write(_ checklist: Checklist, document: String) -> String {
    var lines = [".. \(GeneratedFile.mark) from \(oneLine(document)). Edits are lost.", ""]
    let title = escape("\(checklist.title) Dataflow: Checklist")
    lines += [String(repeating: "=", count: width(title)), title, String(repeating: "=", count: width(title)), ""]
    lines += [checklist.summary, ""]
    if let legend = checklist.legend { lines += [escape(legend), ""] }
    for section in checklist.sections {
      lines += heading(section.title, "-") + [escape(section.names), ""]
      if !section.preconditions.isEmpty {
        lines += ["Before you begin:", ""]
        lines += section.preconditions.map { "- \(escape($0))" }
        lines.append("")
      }
      for group in section.groups {
        lines +=
          [".. rubric:: \(escape(group.title))", ""] + [
            ".. list-table::", "   :header-rows: 1", "   :widths: 6 26 34 30 6", "",
          ]
        lines += row(["Done", "Check", "Do", "See", "Lines"])
        for item in group.items {
          lines += row([
            "☐", "\(item.identifier) \(escape(item.subject))", escape(item.steps), escape(item.expected),
            item.lines.map(String.init).joined(separator: ", "),
          ])
        }
        lines.append("")
      }
      lines.append("")
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func heading(_ title: String, _ mark: Character) -> [String] {
    let text = escape(title)
    return [text, String(repeating: mark, count: width(text)), ""]
  }

  private static func row(_ cells: [String]) -> [String] {
    cells.enumerated().map { index, cell in (index == 0 ? "   * - " : "     - ") + cell }
  }

  /// The width of a title as docutils measures it: wide East Asian characters count twice, combining marks not at all.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return sum
      default:
        let isWide =
          (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
          || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
          || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
          || (0x20000...0x3FFFD).contains(scalar.value)
        return sum + (isWide ? 2 : 1)
      }
    }
  }

  /// Text in which only back quotes (literal values) keep their meaning: they become RST literals.
  private static func escape(_ text: String) -> String {
    var result = ""
    var inLiteral = false
    let isBalanced = text.unicodeScalars.count { $0 == "`" } % 2 == 0
    for scalar in oneLine(text).unicodeScalars {
      switch scalar {
      case "`" where !isBalanced: result += "'"
      case "`":
        result += "``"
        inLiteral.toggle()
      case _ where !inLiteral && "*_|\\".unicodeScalars.contains(scalar): result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
