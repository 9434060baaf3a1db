import TandemSyntax

/// Two parameters or two value maps of one name.
enum DuplicateDeclaration {
  static let rule = Rule(
    code: "T1011", name: "duplicate-declaration", category: .names, severity: .error,
    summary: "Two parameters, or two value maps, have the same name.",
    page: """
      Rows use parameters and value maps by name, so a name may stand for one of them only; for value maps upper and
      lower case, blanks and punctuation make no difference. Join the two, or rename one.
      """,
    failing: Examples.rows(
      "{source: status, target: Status, type: string, values: Status}",
      before: "values:\n  Status: {active: Active, blocked: Blocked}\n  STATUS: {active: Blocked, blocked: Active}"),
    passing: Examples.rows(
      "{source: status, target: Status, type: string, values: Status}",
      before: "values:\n  Status: {active: Active, blocked: Blocked}"))

  static func diagnostic(_ kind: String, _ name: Located<String>, first: Located<String>) -> Diagnostic {
    Diagnostic(
      rule, "there is already a \(kind) `\(first.value)`",
      explanation: "Join the two, or rename this one and the rows that mean it.", at: name.span,
      labels: [Diagnostic.Label("the first one", at: first.span)])
  }
}
