import TandemSyntax

/// A comment that allows a diagnostic that does not exist.
enum UnknownSuppressedRule {
  static let rule = Rule(
    code: "T5011", name: "unknown-suppressed-code", category: .style, severity: .warning,
    summary: "A comment allows a diagnostic that does not exist.",
    page: """
      Behind `\(Suppression.words)` stand codes (`T2005`) or names (`typed-as-string`) of diagnostics; `tandem explain` lists all. A
      misspelt one allows nothing.
      """,
    failing: SuppressionRules.example("tandem allows typed-as-strng: the generator writes string", type: "date"),
    passing: SuppressionRules.passing)

  static func diagnostic(_ name: Located<String>) -> Diagnostic {
    let near = RuleRegistry.nearest(to: name.value)
    let right = near.map { name.value.utf8.count <= 6 ? $0.code : $0.name }
    return Diagnostic(
      rule, "there is no diagnostic `\(name.value)`",
      explanation: (near.map { "Did you mean \($0.code) (\($0.name))? " } ?? "") + "`tandem explain` lists all.",
      at: name.span,
      fixes: right.map {
        [Diagnostic.Fix("replace with `\($0)`", safe: false, edits: [TextEdit(name.span, replacement: $0)])]
      } ?? [])
  }
}
