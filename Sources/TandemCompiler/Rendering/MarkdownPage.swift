/// Receives the parts of a page in Markdown, with a blank line between them.
struct MarkdownPage {
  private var parts: [String] = []
  /// False for a page that is read on a terminal.
  private let hasAnchors: Bool

  /// Makes an empty page.
  init(hasAnchors: Bool = true) { self.hasAnchors = hasAnchors }

  /// The page, ending in a line end.
  var text: String { parts.joined(separator: "\n\n") + "\n" }

  /// A line that stands alone.
  mutating func line(_ line: String) { parts.append(line) }

  /// A heading with an anchor that does not depend on its words.
  mutating func heading(_ title: String, _ anchor: String, level: Int = 2) {
    if hasAnchors { parts.append("<a id=\"\(anchor)\"></a>") }
    parts.append(String(repeating: "#", count: level) + " " + title)
  }

  /// Lines that belong together; nothing where there is none.
  mutating func paragraph(_ lines: [String]) {
    if !lines.isEmpty { parts.append(lines.joined(separator: "\n")) }
  }

  /// Lines that belong together.
  mutating func paragraph(_ lines: String...) { paragraph(lines) }

  /// A block of a document in a notation.
  mutating func code(_ language: String, _ text: String) { parts.append("```\(language)\n\(text)\n```") }

  /// A table; a bar in a cell is escaped.
  mutating func table(_ heading: [String], _ rows: [[String]]) {
    let lines = [heading, heading.map { _ in "---" }] + rows
    parts.append(
      lines.map { row in
        let cells = row.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
        return "| " + cells.joined(separator: " | ") + " |"
      }.joined(separator: "\n"))
  }

  /// A code span whose fence is longer than any run of back quotes in it.
  static func code(_ text: String) -> String { text.contains("`") ? "``` \(text) ```" : "`\(text)`" }
}
