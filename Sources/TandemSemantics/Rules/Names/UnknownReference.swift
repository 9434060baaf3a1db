import TandemSyntax

/// A `ref` to an entity that the system does not have.
enum UnknownReference {
  static let rule = Rule(
    code: "T1022", name: "unknown-reference", category: .names, severity: .error,
    summary: "A described property refers to an entity that the system does not have.",
    page: """
      `ref` names the entity of the same system whose key the property holds. References are translated between
      systems, so their target must be known. Correct the name, or describe the entity.
      """,
    failing: Examples.system("part: {type: integer, ref: Tol}"),
    passing: Examples.system("part: {type: integer, ref: Tool}"))

  static func diagnostic(
    _ reference: Located<String>, property: PropertyDescription, system: SystemDescription
  ) -> Diagnostic {
    let names = system.entities.map(\.name.value)
    let near = SpellingDistance.nearest(to: reference.value, in: names)
    return Diagnostic(
      rule, "`\(property.name.value)` refers to `\(reference.value)`, which is no entity of \(system.name.value)",
      explanation: (near.map { "Did you mean `\($0)`? " } ?? "") + "The system has \(Wording.list(names, limit: 12)).",
      at: reference.span,
      labels: system.entities.first { $0.name.value == near }.map {
        [Diagnostic.Label("`\($0.name.value)` is described here", at: $0.name.span)]
      } ?? [],
      fixes: Advice.replace(reference.span, with: near))
  }
}
