import TandemSyntax

/// A severity for a diagnostic that does not exist.
enum UnknownSettingCode {
  static let rule = Rule(
    code: "T0601", name: "unknown-setting-code", category: .syntax, severity: .error,
    summary: "The settings give a severity to a diagnostic that does not exist.",
    page: """
      Under `severities` stand codes (`T2003`) or names (`partial-conversion`) of diagnostics; `tandem explain` lists all. A
      misspelt one would have no effect, and nobody would notice.
      """,
    failing: .yaml("severities:\n  partial-convresion: off\n"),
    passing: .yaml("severities:\n  partial-conversion: off\n"))

  static func diagnostic(_ name: Located<String>) -> Diagnostic {
    let near = RuleRegistry.nearest(to: name.value)
    // A code that is misspelt was meant as a code, a name as a name.
    let isCode = name.value.utf8.count <= 6
    let right = near.map { isCode ? $0.code : $0.name }
    var fixes: [Diagnostic.Fix] = []
    if let right, name.span.text == name.value {
      fixes = [
        Diagnostic.Fix("replace with `\(right)`", safe: false, edits: [TextEdit(name.span, replacement: right)])
      ]
    }
    return Diagnostic(
      rule, "there is no diagnostic `\(name.value)`",
      explanation: (near.map { "Did you mean \($0.code) (\($0.name))? " } ?? "") + "`tandem explain` lists all.",
      at: name.span, fixes: fixes)
  }
}
