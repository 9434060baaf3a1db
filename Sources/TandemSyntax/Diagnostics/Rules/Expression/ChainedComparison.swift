/// A comparison of a comparison: `0 < total < 100`.
public enum ChainedComparison {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0315",
    name: "chained-comparison",
    category: .syntax,
    severity: .error,
    summary: "Two comparisons follow each other without `and`.",
    page: """
      A comparison has two sides. Write `total > 0 and total < 100`, not `0 < total < 100`; the result of a comparison
      cannot be compared again.
      """,
    failing: .condition("0 < total < 100"),
    passing: .condition("total > 0 and total < 100")
  )

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, "a second comparison, `\(text.excerpt(range))`, follows the first",
      explanation: "Join comparisons with `and` or `or`: total > 0 and total < 100.", at: text.span(range))
  }
}
