import TandemSyntax

/// An entity that the system does not have.
enum UnknownEntity {
  static let rule = Rule(
    code: "T1004", name: "unknown-entity", category: .names, severity: .error,
    summary: "The system's description has no entity of that name.",
    page: """
      An entity is found by its name or one of its aliases; upper and lower case, blanks and punctuation do not matter.
      While an entity is unknown, nothing else is said about the section. Correct the name, or describe the entity.
      """,
    failing: Examples.flow("Shop Custmer to Ledger Account", rows: ["{source: name, target: Name, type: string}"]),
    passing: Examples.rows())

  /// - Parameter context: The document, where the name is that of a section and stands in its sentences too.
  static func diagnostic(_ name: EntityName, system: CatalogSystem, context: DocumentContext?) -> Diagnostic {
    var diagnostic = inText(name.entity.value, at: name.entity.span, system: system, canFix: true)
    if let context, let right = diagnostic.fixes.first?.edits.first?.replacement {
      let edits = SpellingFix.entity(name.entity.value, with: right, in: context.document)
      if edits.count > 1 {
        diagnostic.fixes = [Diagnostic.Fix("write `\(right)` throughout", safe: false, edits: edits)]
      }
    }
    return diagnostic
  }

  /// The same for a name inside a clause, of which only the clause's place is known.
  static func inClause(_ name: String, at span: SourceSpan, system: CatalogSystem) -> Diagnostic {
    inText(name, at: span, system: system, canFix: span.text == name)
  }

  /// The two entities of a clause are each one of the other system.
  static func exchanged(
    _ source: String, _ target: String, at span: SourceSpan, first: CatalogEntity, second: CatalogEntity
  ) -> Diagnostic {
    let right = "\(target) to \(source)"
    let wrong = Array("\(source) to \(target)".utf8)
    let bytes = span.file.bytes
    var fixes: [Diagnostic.Fix] = []
    if let start = (span.lowerBound...max(span.lowerBound, span.upperBound - wrong.count)).last(where: { start in
      start + wrong.count <= span.upperBound && bytes[start..<(start + wrong.count)].elementsEqual(wrong)
    }) {
      let place = SourceSpan(file: span.file, start..<(start + wrong.count))
      fixes = [Diagnostic.Fix("exchange the two", safe: false, edits: [TextEdit(place, replacement: right)])]
    }
    return Diagnostic(
      rule, "`\(source)` and `\(target)` stand in each other's place",
      explanation: "`\(target)` is an entity of \(first.model.system) and `\(source)` one of \(second.model.system). "
        + "Write `\(right)`.",
      at: span,
      labels: [
        Diagnostic.Label("`\(first.model.name)` of \(first.model.system)", at: first.nameSpan),
        Diagnostic.Label("`\(second.model.name)` of \(second.model.system)", at: second.nameSpan),
      ], fixes: fixes)
  }

  private static func inText(_ name: String, at span: SourceSpan, system: CatalogSystem, canFix: Bool) -> Diagnostic {
    let names = system.entities.map(\.model.name)
    let labels = system.entities.map(\.model.label)
    let near =
      SpellingDistance.nearest(to: name, in: names)
      ?? SpellingDistance.nearest(to: name, in: labels).flatMap { label in
        system.entities.first { $0.model.label == label }?.model.name
      }
    let entity = near.flatMap { system.entity(named: $0) }
    return Diagnostic(
      rule, "`\(name)` is no entity of \(system.model.name)",
      explanation: (near.map { "Did you mean `\($0)`? " } ?? "")
        + "\(system.model.name) has \(Wording.list(names, limit: 12)).",
      at: span,
      labels: entity.map { [Diagnostic.Label("`\($0.model.name)` is described here", at: $0.nameSpan)] } ?? [],
      fixes: canFix ? Advice.replace(span, with: near) : [])
  }
}
