import TandemSyntax

/// A comment that would allow an error.
enum SuppressedError {
  static let rule = Rule(
    code: "T5014", name: "suppressed-error", category: .style, severity: .warning,
    summary: "A comment would allow an error.",
    page: """
      Warnings and notes can be allowed with a reason; an error cannot, because what depends on it cannot be generated.
      Correct it. Where a flow has to wait, take it out of the document, or let a person's remark hold it.
      """,
    failing: SuppressionRules.example("tandem allows unknown-property: it is added next week"),
    passing: SuppressionRules.passing)

  static func diagnostic(_ name: Located<String>, _ rule: Rule, _ suppression: Suppression) -> Diagnostic {
    Diagnostic(
      self.rule, "\(rule.code) (\(rule.name)) is an error and cannot be allowed",
      explanation: "Correct what it reports, and remove the comment.", at: name.span)
  }
}
