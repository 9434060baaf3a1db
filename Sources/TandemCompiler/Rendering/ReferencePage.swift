import TandemSyntax

/// Receives the parts of a page of the documentation, with a blank line between them, and writes them in Markdown for a
/// file, or as plain text for a terminal: without anchors, links and fences, and no wider than people read.
///
/// What is given to it is Markdown, as far as a sentence needs any: code between back quotes, and links.
struct ReferencePage {
  /// Who reads the page.
  enum Form: Sendable {
    /// A program that shows Markdown.
    case markdown
    /// A person at a terminal.
    case terminal
  }

  private var parts: [String] = []
  private let form: Form
  /// The columns that a line on a terminal has.
  private static let width = 112

  /// Makes an empty page.
  init(_ form: Form = .markdown) { self.form = form }

  /// The page, ending in a line end.
  var text: String { parts.joined(separator: "\n\n") + "\n" }

  /// A line for whoever edits the file; a terminal does not show it.
  mutating func line(_ line: String) { if form == .markdown { parts.append(line) } }

  /// The title of the page.
  mutating func title(_ title: String) {
    parts.append(form == .markdown ? "# " + title : title + "\n" + String(repeating: "=", count: title.count))
  }

  /// A heading with an anchor that does not depend on its words.
  mutating func heading(_ title: String, _ anchor: String, level: Int = 2) {
    switch form {
    case .markdown:
      parts.append("<a id=\"\(anchor)\"></a>")
      parts.append(String(repeating: "#", count: level) + " " + title)
    case .terminal:
      let title = Self.plain(title)
      parts.append(title + "\n" + String(repeating: level > 2 ? "-" : "=", count: title.count))
    }
  }

  /// Lines that belong together; nothing where there is none.
  mutating func paragraph(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    switch form {
    case .markdown: parts.append(lines.joined(separator: "\n"))
    case .terminal:
      var paragraphs: [String] = []
      for line in lines {
        // A new item of a list begins a line, everything else flows.
        if line.hasPrefix("- ") || paragraphs.isEmpty {
          paragraphs.append(Self.plain(line))
        } else {
          paragraphs[paragraphs.count - 1] += " " + Self.plain(line.withoutLeadingBlanks)
        }
      }
      parts.append(
        paragraphs.map { Self.wrapped($0, margin: $0.hasPrefix("- ") ? "  " : "", width: Self.width) }
          .joined(separator: "\n"))
    }
  }

  /// Lines that belong together.
  mutating func paragraph(_ lines: String...) { paragraph(lines) }

  /// A block of a document in a notation.
  mutating func code(_ language: String, _ text: String) {
    switch form {
    case .markdown: parts.append("```\(language)\n\(text)\n```")
    case .terminal:
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      parts.append(
        "In \(language.uppercased()):\n\n" + lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n"))
    }
  }

  /// A table; a bar in a cell is escaped. On a terminal its columns stand under each other where they fit, else each row
  /// is an item whose further cells stand below its first.
  mutating func table(_ heading: [String], _ rows: [[String]]) {
    switch form {
    case .markdown:
      let lines = [heading, heading.map { _ in "---" }] + rows
      parts.append(
        lines.map { row in
          let cells = row.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
          return "| " + cells.joined(separator: " | ") + " |"
        }.joined(separator: "\n"))
    case .terminal:
      var rows = rows.map { $0.map(Self.plain) }
      // What two columns are is seen.
      if heading.count > 2 { rows.insert(heading, at: 0) }
      let widths = heading.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
      if widths.reduce(0, +) + 2 * widths.count <= Self.width {
        parts.append(rows.map { "  " + Self.aligned($0, widths) }.joined(separator: "\n"))
      } else {
        parts.append(rows.dropFirst(heading.count > 2 ? 1 : 0).map { Self.item($0, heading) }.joined(separator: "\n"))
      }
    }
  }

  /// A code span whose fence is longer than any run of back quotes in it.
  static func code(_ text: String) -> String { text.contains("`") ? "``` \(text) ```" : "`\(text)`" }

  // MARK: - Plain text

  private static func aligned(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (cell, width) in zip(cells, widths) {
      line += cell + String(repeating: " ", count: width - cell.count + 2)
    }
    return line.withoutTrailingBlanks
  }

  private static func item(_ cells: [String], _ heading: [String]) -> String {
    var lines = ["  " + cells[0]]
    for (cell, name) in zip(cells, heading).dropFirst() where !cell.isEmpty {
      // The second cell mostly says what the first one is; only the further ones need their name.
      let name = lines.count > 1 && cells.count > 2 ? name + ": " : ""
      lines.append(wrapped("      " + name + cell, margin: "      ", width: width))
    }
    return lines.joined(separator: "\n")
  }

  /// Markdown as plain text: of a link its words remain, of a long fence nothing.
  private static func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("``` ") {
        rest = rest.dropFirst(4)
      } else if rest.hasPrefix(" ```") {
        rest = rest.dropFirst(4)
      } else if character == "[", let link = link(rest) {
        result += link.title
        rest = rest[link.end...]
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// The link that a text begins with.
  private static func link(_ text: Substring) -> (title: Substring, end: Substring.Index)? {
    guard let middle = text.firstIndex(of: "]") else { return nil }
    let target = text[text.index(after: middle)...]
    guard target.hasPrefix("(#"), let end = target.firstIndex(of: ")") else { return nil }
    return (text[text.index(after: text.startIndex)..<middle], target.index(after: end))
  }

  private static func wrapped(_ text: String, margin: String, width: Int) -> String {
    var lines: [String] = []
    let opening = String(text.prefix { $0 == " " })
    var current = opening
    var isEmpty = true
    for word in text.dropFirst(opening.count).split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, current.count + 1 + word.count > width {
        lines.append(current)
        (current, isEmpty) = (margin, true)
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [current]).joined(separator: "\n")
  }
}

extension String {
  fileprivate var withoutLeadingBlanks: String { String(drop { $0 == " " }) }
}
