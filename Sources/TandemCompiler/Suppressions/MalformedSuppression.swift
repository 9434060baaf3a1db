import TandemSyntax

/// A comment that was meant to allow findings and does not.
enum MalformedSuppression {
  static let rule = Rule(
    code: "T5010", name: "malformed-suppression", category: .style, severity: .warning,
    summary: "A comment that should allow findings is not written in the form that does.",
    page: """
      A comment allows findings at the part that it belongs to: `\(Suppression.words) CODE, CODE until YYYY-MM-DD: REASON`. Codes
      or names are divided by commas, the date may be left out, and the reason may not: whoever reads the finding's place
      next year wants to know why it was left as it is.
      """,
    failing: SuppressionRules.example("tandem allows typed-as-string"), passing: SuppressionRules.passing)

  static func diagnostic(_ fault: Suppression.Fault, at span: SourceSpan) -> Diagnostic {
    let message: String
    var fixes: [Diagnostic.Fix] = []
    switch fault {
    case .words:
      message = "`\(span.text)` allows nothing"
      fixes = [
        Diagnostic.Fix(
          "replace with `\(Suppression.words)`", safe: false,
          edits: [TextEdit(span, replacement: Suppression.words)])
      ]
    case .noRules: message = "the comment does not name what it allows"
    case .noColon: message = "the comment has no colon with a reason behind it"
    case .noReason: message = "the comment gives no reason"
    case .date: message = "`\(span.text)` is no date"
    }
    return Diagnostic(
      rule, message,
      explanation:
        "Write `\(SuppressionRules.form)`, as in `\(Suppression.words) empty-table until 2027-03-31: the mapping comes in phase two`.",
      at: span, fixes: fixes)
  }
}
