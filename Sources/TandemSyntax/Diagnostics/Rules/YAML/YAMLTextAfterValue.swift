/// Text behind a complete value, or a colon inside of one.
public enum YAMLTextAfterValue {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0212",
    name: "text-after-value",
    category: .syntax,
    severity: .error,
    summary: "Something follows a value that is complete, often because quotation marks are missing.",
    page: """
      Behind a quoted text or a closing bracket only a comment may stand. A colon with a blank after it cannot stand inside
      of a text without quotation marks, because it looks like the end of a key.
      """,
    failing: .flow(
      """
      create: when: always
      """),
    passing: .flow(
      """
      create: always
      """)
  )

  static func diagnostic(_ span: SourceSpan, after what: String) -> Diagnostic {
    Diagnostic(
      rule, "`\(ClauseText.excerpt(span.file.bytes[span.range]))` follows \(what)",
      explanation: "Put the whole text between one pair of quotation marks, or move the rest to a line of its own.",
      at: span)
  }

  static func colon(_ scanner: YAMLScanner, start: Int, colon: Int) -> Diagnostic {
    let range = start..<scanner.lineContentEnd(from: start)
    let text = String(decoding: scanner.bytes[range], as: UTF8.self)
    var fixes: [Diagnostic.Fix] = []
    if range.count <= 1_000 {
      var quoted = "'"
      for character in text { quoted += character == "'" ? "''" : String(character) }
      fixes = [
        Diagnostic.Fix(
          "put the text between quotation marks", safe: false,
          edits: [TextEdit(scanner.span(range), replacement: quoted + "'")])
      ]
    }
    return Diagnostic(
      rule, "a colon in the middle of a text looks like the end of a key",
      explanation: "Put the text between quotation marks, or begin the key on a line of its own.",
      at: scanner.span(colon..<colon + 1), fixes: fixes)
  }
}
