import TandemSyntax

/// Diagnostics as workflow commands that GitHub shows at the lines of a change.
public enum GitHubReport {
  /// One line per diagnostic.
  public static func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let start = diagnostic.span.start
      let end = diagnostic.span.end
      let word = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      let properties = [
        "file=\(escape(diagnostic.span.file.path, inProperty: true))", "line=\(start.line)", "endLine=\(end.line)",
        "col=\(start.column)", "endColumn=\(end.column)",
        "title=\(escape("\(diagnostic.rule.code) \(diagnostic.rule.name)", inProperty: true))",
      ]
      let text = escape("\(diagnostic.message). \(diagnostic.explanation)", inProperty: false)
      return "::\(word) \(properties.joined(separator: ","))::\(text)\n"
    }.joined()
  }

  private static func escape(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
