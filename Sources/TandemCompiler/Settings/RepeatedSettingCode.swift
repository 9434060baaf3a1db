import TandemSyntax

/// Two severities for one diagnostic.
enum RepeatedSettingCode {
  static let rule = Rule(
    code: "T0603", name: "repeated-setting-code", category: .syntax, severity: .error,
    summary: "The settings give a diagnostic two severities, by its code and by its name.",
    page: """
      A code and its name mean the same diagnostic, so one of the two lines has no effect: the first one counts. Keep one of
      them. `tandem explain CODE` tells the name.
      """,
    failing: .yaml("severities:\n  T2003: off\n  partial-conversion: warning\n"),
    passing: .yaml("severities:\n  T2003: off\n"))

  static func diagnostic(_ name: Located<String>, rule repeated: Rule, first: Located<String>) -> Diagnostic {
    Diagnostic(
      rule, "`\(name.value)` is \(repeated.code) (\(repeated.name)), which has a severity already",
      explanation: "Keep one of the two; the second one is not used.", at: name.span,
      labels: [Diagnostic.Label("the first one", at: first.span)])
  }
}
