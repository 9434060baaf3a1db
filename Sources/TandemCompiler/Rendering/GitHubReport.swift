import TandemSyntax

/// Diagnostics as workflow commands that GitHub shows at the lines of a change.
public enum GitHubReport {
  /// One line per diagnostic.
  public static func render(_ diagnostics: [Diagnostic]) -> String { diagnostics.map(line).joined() }

  private static func line(_ diagnostic: Diagnostic) -> String {
    let word = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    let start = diagnostic.span.start
    let end = diagnostic.span.end
    // A region that ends behind a line end ends on that line for people.
    let lastLine = end.column == 1 && end.line > start.line ? end.line - 1 : end.line
    var properties = [("file", diagnostic.span.file.path), ("line", "\(start.line)"), ("endLine", "\(lastLine)")]
    // Columns can only be given within one line.
    if end.line == start.line { properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")] }
    properties.append(("title", "\(diagnostic.rule.code) \(diagnostic.rule.name)"))
    var lines = ["\(diagnostic.message).", diagnostic.explanation] + diagnostic.notes.map { "Note: \($0)" }
    for label in diagnostic.labels {
      lines.append("See \(label.span.file.path):\(label.span.start.line): \(label.message)")
    }
    if let fix = diagnostic.fixes.first { lines.append("Correction: \(fix.message)") }
    let listed = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
    return "::\(word) \(listed)::\(data(lines.filter { !$0.isEmpty }.joined(separator: "\n")))\n"
  }

  /// A text behind the command: what would end the line, and the sign that escapes it.
  static func data(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// A value inside the command: also what would end the value.
  static func property(_ text: String) -> String {
    var result = ""
    for character in data(text).unicodeScalars {
      switch character {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
