import TandemSyntax

/// A lookup that cannot find one record.
enum LookupPairs {
  static let rule = Rule(
    code: "T3013", name: "lookup-key", category: .mapping, severity: .error,
    summary: "A lookup names no natural key, several, or one that is no plain property.",
    page: """
      A lookup finds a record by one natural key: `lookup Country by code = Iso` takes the value of `code` on the source
      and the record whose `Iso` is equal. The property belongs to the looked-up entity itself and holds a single value.
      """,
    failing: Examples.rows(
      "{source: countryId, target: Country, lookup: Country, by: {address.city: Name, address.street: Iso}}"),
    passing: Examples.rows("{source: countryId, target: Country, lookup: Country, by: {address.city: Name}}"))

  static func diagnostic(
    _ span: SourceSpan, entity: CatalogEntity, count: Int, context: DocumentContext
  ) -> Diagnostic {
    let unique = entity.model.properties.filter { $0.isUnique && !$0.isReadOnly && !$0.type.isComposite }.map(\.name)
    let key = unique.first ?? "PROPERTY"
    let clause =
      context.document.notation == .rst
      ? "lookup \(entity.model.name) by PATH = \(key)" : "lookup: \(entity.model.name), by: {PATH: \(key)}"
    return Diagnostic(
      rule,
      count == 0
        ? "the lookup in `\(entity.model.name)` does not say by what"
        : "the lookup in `\(entity.model.name)` goes by \(count) properties",
      explanation: "A record is looked up by one property of \(entity.title)"
        + (unique.isEmpty ? "." : "; \(Wording.list(unique, limit: 3)) \(unique.count == 1 ? "is" : "are") unique.")
        + " Write `\(clause)`.",
      at: span, labels: [Diagnostic.Label("the looked-up entity", at: entity.nameSpan)])
  }

  static func notPlain(_ path: PropertyPath, key: PathResolution) -> Diagnostic {
    Diagnostic(
      rule, "`\(path.text)` of \(key.entity.title) cannot be looked up by",
      explanation: "Name a property of the entity itself that holds a single value.", at: path.span,
      labels: [Diagnostic.Label(Wording.a(key.path.type.phrase), at: key.leaf.span)])
  }
}
