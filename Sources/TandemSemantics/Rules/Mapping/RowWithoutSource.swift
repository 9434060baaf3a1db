import TandemSyntax

/// A row without a source that does not say what the target is given.
enum RowWithoutSource {
  static let rule = Rule(
    code: "T3015", name: "row-without-source", category: .mapping, severity: .error,
    summary: "A row has no source and neither a constant nor a parameter.",
    page: """
      A row without a source gives its target a fixed value: `constant "EUR"`, or a `parameter` that each environment sets.
      """,
    failing: Examples.rows("{target: Email2, type: string}"),
    passing: Examples.rows("{target: Email2, type: string, constant: info@example.org}"))

  static func diagnostic(_ row: PropertyRow, target: PathResolution) -> Diagnostic {
    Diagnostic(
      rule, "nothing feeds `\(target.path.text)`",
      explanation: "Name a source property, or add `constant \"...\"` or `parameter NAME`.", at: row.span,
      labels: [Diagnostic.Label(target.path.type.phrase, at: target.leaf.span)])
  }
}
