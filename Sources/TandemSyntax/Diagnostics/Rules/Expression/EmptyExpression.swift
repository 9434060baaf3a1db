/// A condition without any text.
public enum EmptyExpression {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0311",
    name: "empty-expression",
    category: .syntax,
    severity: .error,
    summary: "A condition is empty.",
    page: """
      Where a condition may stand, an empty one says neither yes nor no. Write an expression such as `status = "Open"`, or
      leave the key or the clause out.
      """,
    failing: .condition(""),
    passing: .condition("status = \"Open\"")
  )

  static func diagnostic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the condition is empty",
      explanation: "Write an expression such as status = \"Open\", or leave the condition out.", at: span)
  }
}
