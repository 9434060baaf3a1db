/// The checklist in Markdown: tables with a box to tick per check.
enum MarkdownChecklistWriter {
  static func write(_ checklist: Checklist, document: String) -> String {
    var lines = [
      "<!-- \(GeneratedFile.mark) from \(comment(document)). Edits are lost. -->", "",
      "# \(escape(checklist.title)): checklist", "",
    ]
    lines += [checklist.summary, ""]
    if let legend = checklist.legend { lines += [escape(legend), ""] }
    for section in checklist.sections {
      lines += ["## \(escape(section.title))", "", escape(section.names), ""]
      if !section.preconditions.isEmpty {
        lines += ["Before you begin:", ""]
        lines += section.preconditions.map { "- \(escape($0))" }
        lines.append("")
      }
      for group in section.groups {
        lines += ["### \(escape(group.title))", "", "| done | check | do | see | lines |", "|---|---|---|---|---|"]
        for item in group.items {
          let numbers = item.lines.map(String.init).joined(separator: ", ")
          lines.append(
            "| [ ] | \(item.identifier) \(cell(item.subject)) | \(cell(item.steps)) | \(cell(item.expected)) | \(numbers) |"
          )
        }
        lines.append("")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A bar ends a cell even inside a literal, unless a backslash stands before it.
  private static func cell(_ text: String) -> String {
    escape(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// Text in which only grave accents keep their meaning; between them nothing else has one.
  private static func escape(_ text: String) -> String {
    var result = ""
    var inLiteral = false
    let isBalanced = text.unicodeScalars.count { $0 == "`" } % 2 == 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "`":
        result += isBalanced ? "`" : "'"
        if isBalanced { inLiteral.toggle() }
      case "\n", "\r", "\u{2028}", "\u{2029}": result += " "
      case _ where inLiteral: result.unicodeScalars.append(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "*", "_", "[", "]", "\\", "#", "~": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Nothing in the name of the document ends the comment.
  private static func comment(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == ">" || $0 == "<" ? " " : $0 })
  }
}
