import TandemSyntax

/// A path without a name.
enum EmptyPath {
  static let rule = Rule(
    code: "T1012", name: "empty-path", category: .names, severity: .error,
    summary: "A cell or a condition names no property.",
    page: """
      Conditions such as `Dependant on having mobile in` end before they name a property. Say which one is meant.
      """,
    failing: Examples.rows("{source: \"\", target: Email, type: string}"),
    passing: Examples.rows("{source: email, target: Email, type: string}"))

  static func diagnostic(_ path: PropertyPath, entity: CatalogEntity) -> Diagnostic {
    Diagnostic(
      rule, "the name of a property is missing",
      explanation: "Write a property of \(entity.title): \(Wording.list(entity.model.properties.map(\.name))).",
      at: path.span)
  }
}
