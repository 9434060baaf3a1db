/// A rule of the wrong length or character.
enum RuleLength {
  static let rule = Rule(
    code: "T0102",
    name: "rule-length",
    category: .syntax,
    severity: .warning,
    summary: "A rule is not as long as its title, or made of another character.",
    page: """
      The rule under a heading is made of `-` and has exactly the heading's length; the two rules around the title
      are made of `=`. Other tools refuse a rule that is too short.
      """,
    failing: RSTExample.failing("----------------------------------", "------------------------------"),
    passing: RSTExample.passing
  )

  static func title(_ span: SourceSpan, right: String, edits: [TextEdit]) -> Diagnostic {
    Diagnostic(
      rule, "the title does not stand between two rules of its length",
      explanation: "Write `\(right)` above and below the title.", at: span,
      fixes: [.init("write both rules", safe: true, edits: edits)])
  }

  /// - Parameter line: The rule with what stands before it on its line, which must go too.
  static func heading(_ span: SourceSpan, line: SourceSpan, right: String, title: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the rule under `\(title.text)` is not `\(right)`",
      explanation: "The rule under a heading is made of `-` and as long as the heading.", at: span,
      labels: [.init("\(right.utf8.count) characters", at: title)],
      fixes: [.init("write `\(right)`", safe: true, edits: [TextEdit(line, replacement: right)])])
  }
}
