/// A number or date in an expression that is not written as one.
public enum MalformedNumber {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0309",
    name: "malformed-number",
    category: .syntax,
    severity: .error,
    summary: "A number in an expression is malformed, or a date lacks its quotation marks.",
    page: """
      Numbers are written with an optional `-`, digits and at most one decimal point: `-12.5`. Dates and times are texts:
      `orderDate >= "2024-01-31"`; the property's type decides that they are compared as dates.
      """,
    failing: .condition("orderDate >= 2024-01-31"),
    passing: .condition("orderDate >= \"2024-01-31\"")
  )

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, "`\(text.excerpt(range))` is not a number",
      explanation: "Write numbers like -12.5, and dates and times in quotation marks: \"2024-01-31\".",
      at: text.span(range),
      fixes: text.fix("write it as a text", range, with: "\"\(text.string(range))\"", safe: false))
  }
}
