import TandemSyntax

/// An entity that needs a feature of its system.
enum NeededFeature {
  static let rule = Rule(
    code: "T4006", name: "needed-feature", category: .flow, severity: .note,
    summary: "An entity exists only where a feature of its system is enabled.",
    page: """
      The description says that the entity needs a feature that not every installation has. Make sure that it is
      enabled in all environments before the flow runs.
      """,
    failing: Examples.flow("Shop Customer to Ledger Division", rows: ["{source: name, target: Title, type: string}"]),
    passing: Examples.rows())

  static func diagnostic(_ name: EntityName, entity: CatalogEntity, feature: String) -> Diagnostic {
    Diagnostic(
      rule, "`\(entity.title)` exists only where the feature `\(feature)` is enabled",
      explanation: "Make sure that it is in all environments.", at: name.span,
      labels: [Diagnostic.Label("needs `\(feature)`", at: entity.nameSpan)])
  }
}
