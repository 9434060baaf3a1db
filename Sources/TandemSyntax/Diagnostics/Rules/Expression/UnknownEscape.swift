/// A backslash in a text before a character that needs none.
public enum UnknownEscape {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0308",
    name: "unknown-escape",
    category: .syntax,
    severity: .error,
    summary: "A text in an expression holds a backslash that escapes nothing.",
    page: """
      In a text, `\\"` stands for a quotation mark and `\\\\` for a backslash. There are no other escapes: `\\n` is not a line
      end. Write a single backslash as two.
      """,
    failing: .condition("path = \"C:\\temp\""),
    passing: .condition("path = \"C:\\\\temp\"")
  )

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, "`\(text.excerpt(range))` is not an escape",
      explanation: "In a text, write \\\" for a quotation mark and \\\\ for a backslash.", at: text.span(range),
      fixes: text.fix(
        "write the backslash twice", range.lowerBound..<range.lowerBound, with: "\\", safe: false))
  }
}
