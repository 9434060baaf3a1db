import TandemSyntax

/// A reference translated as if it pointed to another entity.
enum ReferenceMismatch {
  static let rule = Rule(
    code: "T3012", name: "reference-mismatch", category: .mapping, severity: .error,
    summary: "A reference or lookup clause names another entity than the property refers to.",
    page: """
      The descriptions say which entities a property refers to. The clause has to name one of them, or the links of the
      wrong flow would be used. Correct the clause, or the `ref` in the description.
      """,
    failing: Examples.rows("{source: countryId, target: Country, lookup: Division, by: {address.city: Title}}"),
    passing: Examples.rows("{source: countryId, target: Country, lookup: Country, by: {address.city: Name}}"))

  static func diagnostic(
    _ clause: Located<(source: String, target: String)>, path: PathResolution, entity: CatalogEntity
  ) -> Diagnostic {
    make(at: clause.span, path: path, entity: entity)
  }

  static func inLookup(_ name: Located<String>, path: PathResolution, entity: CatalogEntity) -> Diagnostic {
    make(at: name.span, path: path, entity: entity)
  }

  private static func make(at span: SourceSpan, path: PathResolution, entity: CatalogEntity) -> Diagnostic {
    let known = Wording.list(path.leaf.references)
    return Diagnostic(
      rule, "`\(path.path.text)` of \(path.entity.title) refers to \(known), not to `\(entity.model.name)`",
      explanation: "Name \(known) in the clause, or correct the `ref` in the description.", at: span,
      labels: [Diagnostic.Label("refers to \(path.leaf.references.joined(separator: " or "))", at: path.leaf.span)])
  }
}
