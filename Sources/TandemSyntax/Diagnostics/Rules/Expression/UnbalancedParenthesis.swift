/// A parenthesis in an expression without its partner.
public enum UnbalancedParenthesis {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0307",
    name: "unbalanced-parenthesis",
    category: .syntax,
    severity: .error,
    summary: "A parenthesis in an expression has no partner.",
    page: """
      Each `(` needs its `)`. Without it the parts could be grouped in several ways, so the expression is not used.
      """,
    failing: .condition("(status = \"Open\" or total > 0"),
    passing: .condition("(status = \"Open\" or total > 0)")
  )

  static func unclosed(_ text: ClauseText, _ open: Range<Int>) -> Diagnostic {
    let end = text.range.upperBound
    return Diagnostic(
      rule, "this parenthesis is never closed", explanation: "Write the missing `)` where the group ends.",
      at: text.span(open), fixes: text.fix("close it at the end", end..<end, with: ")", safe: false))
  }

  static func unopened(_ text: ClauseText, _ close: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, "this parenthesis closes nothing",
      explanation: "Remove it, or write the missing `(` where the group starts.",
      at: text.span(close), fixes: text.fix("remove it", close, with: "", safe: false))
  }
}
