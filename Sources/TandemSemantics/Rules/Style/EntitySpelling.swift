import TandemSyntax

/// An entity's name in another spelling.
enum EntitySpelling {
  static let rule = Rule(
    code: "T5002", name: "entity-spelling", category: .style, severity: .note,
    summary: "A document spells an entity in a way that its description does not know.",
    page: """
      Entities are known by their names whatever the upper and lower case and punctuation, and by their aliases, so the
      document means the right one. The description's spelling reads better. The note stands once per spelling.
      """,
    failing: Examples.flow("Shop customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"]),
    passing: Examples.rows())

  static func diagnostic(_ name: Located<String>, entity: CatalogEntity, context: DocumentContext) -> Diagnostic {
    let edits = SpellingFix.entity(name.value, with: entity.model.name, in: context.document)
    return Diagnostic(
      rule, "`\(name.value)` is `\(entity.model.name)` in another spelling",
      explanation:
        "Both mean the same entity of \(entity.model.system). Write `\(entity.model.name)`, as the description does.",
      at: name.span, labels: [Diagnostic.Label("described as `\(entity.model.name)`", at: entity.nameSpan)],
      fixes: edits.isEmpty ? [] : [Diagnostic.Fix("write `\(entity.model.name)` throughout", safe: true, edits: edits)])
  }

  /// The same for a name in a clause, of which only the clause's place is known.
  static func inClause(_ name: String, at span: SourceSpan, entity: CatalogEntity) -> Diagnostic {
    Diagnostic(
      rule, "`\(name)` is `\(entity.model.name)` in another spelling",
      explanation:
        "Both mean the same entity of \(entity.model.system). Write `\(entity.model.name)`, as the description does.",
      at: span, labels: [Diagnostic.Label("described as `\(entity.model.name)`", at: entity.nameSpan)],
      fixes: span.text == name ? Advice.replace(span, with: entity.model.name, safe: true) : [])
  }
}
