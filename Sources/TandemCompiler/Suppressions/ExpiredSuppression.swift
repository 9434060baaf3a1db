import TandemSyntax

/// A comment whose date is over.
enum ExpiredSuppression {
  static let rule = Rule(
    code: "T5013", name: "expired-suppression", category: .style, severity: .warning,
    summary: "A comment allowed a finding until a day that is over.",
    page: """
      `until YYYY-MM-DD` names the last day on which a comment allows what it names. Behind that day the finding is reported
      again, together with this reminder. Correct the finding and remove the comment, or name a later day.
      """,
    failing: SuppressionRules.example("tandem allows typed-as-string until 2001-12-31: the generator writes string"),
    passing: SuppressionRules.example("tandem allows typed-as-string until 9999-12-31: the generator writes string"))

  static func diagnostic(_ until: Located<String>, _ suppression: Suppression) -> Diagnostic {
    Diagnostic(
      rule, "the comment allowed this until \(until.value)",
      explanation: "Correct what it speaks of (\(suppression.reason.value)) and remove it, or name a later day.",
      at: until.span)
  }
}
