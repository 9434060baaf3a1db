/// An expression that is nested too deep or too long to be a condition.
public enum ExpressionTooLarge {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0306",
    name: "expression-too-large",
    category: .syntax,
    severity: .error,
    summary: "An expression is longer or nested deeper than the language allows.",
    page: """
      An expression may have 16,384 bytes, 64 levels of parentheses and `not`, and 500 times `and` or `or`. A longer
      condition is nearly always a list: write `number in ("1", "2", "3")`, or a value map.
      """,
    failing: .condition(String(repeating: "(", count: 70) + "a = 1" + String(repeating: ")", count: 70)),
    passing: .condition("((a = 1))")
  )

  static func length(_ count: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the expression has \(count) bytes; \(ExpressionReader.maximumLength) are allowed",
      explanation: "Use a list, `in (...)`, or a value map instead of a very long condition.", at: span)
  }

  static func depth(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the expression is nested deeper than \(ExpressionReader.maximumDepth) levels",
      explanation: "Remove parentheses that are not needed; `and` binds tighter than `or`.", at: span)
  }

  static func connectives(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the expression has more than \(ExpressionReader.maximumConnectives) times `and` or `or`",
      explanation: "Use a list instead: `number in (\"1\", \"2\", \"3\")`.", at: span)
  }
}
