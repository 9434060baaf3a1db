import TandemSyntax

/// A lower severity for what is an error by nature.
enum LoweredError {
  static let rule = Rule(
    code: "T0602", name: "lowered-error", category: .syntax, severity: .warning,
    summary: "The settings lower or switch off an error.",
    page: """
      An error says that a document cannot be understood, or would do harm; nobody can wish it away, so the setting has no
      effect. Warnings and notes can have any severity, or none.
      """,
    failing: .yaml("severities:\n  T1005: off\n"), passing: .yaml("severities:\n  T2003: off\n"))

  static func diagnostic(_ lowered: Rule, level: Located<SettingsLevel>) -> Diagnostic {
    Diagnostic(
      rule, "\(lowered.code) (\(lowered.name)) is an error and stays one",
      explanation:
        "Errors can be neither lowered nor switched off. Write `error`, or remove the line; it has no effect.",
      at: level.span,
      fixes: [Diagnostic.Fix("write `error`", safe: true, edits: [TextEdit(level.span, replacement: "error")])])
  }
}
