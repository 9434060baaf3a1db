import TandemSyntax

/// A cursor, title, flag or similar that is no property of its entity.
enum UnknownDescribedProperty {
  static let rule = Rule(
    code: "T1021", name: "unknown-described-property", category: .names, severity: .error,
    summary:
      "The cursor, title, external key, time of the last edit or deletion flag of an entity is none of its properties.",
    page: """
      These roles name properties that the entity itself declares, also those that only the system writes. Declare the
      property (`readOnly: true` for a cursor), correct the name, or give the entity its own `changes`.
      """,
    failing: Examples.system(
      "title: {type: string}", changes: "changes: {cursor: revision, kind: rowversion, deletes: {kind: keys}}"),
    passing: Examples.system(
      "title: {type: string}", changes: "changes: {cursor: version, kind: rowversion, deletes: {kind: keys}}"))

  static func diagnostic(_ name: Located<String>, role: String, entity: EntityDescription) -> Diagnostic {
    let names = entity.properties.map(\.name.value)
    let near = SpellingDistance.nearest(to: name.value, in: names)
    return Diagnostic(
      rule, "the \(role) `\(name.value)` is no property of `\(entity.name.value)`",
      explanation: (near.map { "Did you mean `\($0)`? " } ?? "")
        + (role == "cursor"
          ? "Declare it among the properties, for example `\(name.value): {type: integer, readOnly: true}`, or give the "
            + "entity `changes` of its own."
          : "Name a property that the entity declares."),
      at: name.span, labels: [Diagnostic.Label("the entity", at: entity.name.span)],
      fixes: name.span.text == name.value ? Advice.replace(name.span, with: near) : [])
  }
}
