/// The checklist in Markdown: a table with a box to tick per check.
enum MarkdownChecklistWriter {
  static func write(_ checklist: Checklist, document: String) -> String {
    var lines = [
      "<!-- \(GeneratedFile.mark) from \(escape(document)). Edits are lost. -->", "",
      "# \(escape(checklist.title)): checklist", "",
    ]
    let count = checklist.sections.reduce(0) { $0 + $1.items.count }
    lines += ["\(count) checks in \(checklist.sections.count) sections.", ""]
    for section in checklist.sections {
      lines += ["## \(escape(section.title))", ""]
      if !section.preconditions.isEmpty {
        lines += ["Before you begin:", ""]
        lines += section.preconditions.map { "- \(escape($0))" }
        lines.append("")
      }
      lines += ["| done | check | do | see | lines |", "|---|---|---|---|---|"]
      for item in section.items {
        let numbers = item.lines.map(String.init).joined(separator: ", ")
        lines.append(
          "| [ ] | \(item.identifier) \(cell(item.subject)) | \(cell(item.steps)) | \(cell(item.expected)) | \(numbers) |"
        )
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func cell(_ text: String) -> String {
    escape(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\r": result += " "
      case "*", "_", "[", "]": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
