/// Text in an expression whose quotation mark is not closed.
public enum UnclosedQuotationMark {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0302",
    name: "unclosed-quotation-mark",
    category: .syntax,
    severity: .error,
    summary: "A text in an expression has no closing quotation mark.",
    page: """
      A text starts and ends with `"`. Without the second one nobody can tell where it ends, so the expression is not
      used. Inside a text, write `\\"` for a quotation mark and `\\\\` for a backslash.
      """,
    failing: .condition("status = \"Open"),
    passing: .condition("status = \"Open\"")
  )

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, "the quotation mark before `\(text.excerpt(range.lowerBound + 1..<range.upperBound))` is never closed",
      explanation: "Close the text with \". A quotation mark inside a text is written \\\".", at: text.span(range),
      fixes: text.fix(
        "close the text at the end", range.upperBound..<range.upperBound, with: "\"", safe: false))
  }
}
