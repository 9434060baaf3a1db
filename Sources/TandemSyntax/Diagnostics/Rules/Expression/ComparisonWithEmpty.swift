/// A comparison with `empty` or `null` as if it were a value.
public enum ComparisonWithEmpty {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0313",
    name: "comparison-with-empty",
    category: .syntax,
    severity: .error,
    summary: "An expression compares with `empty` or `null`.",
    page: """
      That a property has no value is asked with `is empty` or `is not empty`, since nothing equals nothing in too many
      ways: absent, null and the empty text all count as empty.
      """,
    failing: .condition("status = null"),
    passing: .condition("status is empty")
  )

  static func diagnostic(
    _ text: ClauseText, _ comparison: Expression.Comparison, start: Int, _ sign: ExpressionToken,
    _ word: ExpressionToken
  ) -> Diagnostic {
    let replacement = comparison == .notEqual ? "is not empty" : "is empty"
    let range = sign.range.lowerBound..<word.range.upperBound
    let fits = comparison == .equal || comparison == .notEqual
    return Diagnostic(
      rule, "`\(text.excerpt(range))` compares with nothing; write `\(replacement)`",
      explanation: "Ask for a missing value with `is empty` or `is not empty`.",
      at: text.span(start..<word.range.upperBound),
      fixes: fits ? text.fix("replace with `\(replacement)`", range, with: replacement, safe: false) : [])
  }
}
