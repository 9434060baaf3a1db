/// A `|` or `>` with something else behind it.
public enum YAMLMalformedBlockText {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0216",
    name: "malformed-block-text",
    category: .syntax,
    severity: .error,
    summary: "Something that does not belong there follows `|` or `>`.",
    page: """
      `|` and `>` announce a text on the following, deeper lines. Behind them only `+` or `-`, a digit for the indentation
      and a comment may stand. A text that begins with one of the two characters needs quotation marks.
      """,
    failing: .flow(
      """
      create: > always
      """),
    passing: .flow(
      """
      create: always
      """)
  )

  static func header(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`\(ClauseText.excerpt(span.file.bytes[span.range]))` does not announce a text on the next lines",
      explanation: "Write `|` or `>` alone and the text on deeper lines, or put the text between quotation marks.",
      at: span)
  }
}
