import TandemSyntax

/// An entity of which nobody says how its changes are found.
enum MissingChanges {
  static let rule = Rule(
    code: "T2023", name: "missing-changes", category: .types, severity: .error,
    summary: "Neither the entity nor its system says how changes are found.",
    page: """
      `changes` names the property that a cursor walks along (a counter of changes, or a time), and how deletions are
      found: a feed, a flag on the record, or by listing all keys. It stands at the system for all entities, or at an
      entity.
      """,
    failing: Examples.system("title: {type: string}", changes: ""), passing: Examples.system("title: {type: string}"))

  static func diagnostic(_ entity: EntityDescription, in system: SystemDescription) -> Diagnostic {
    Diagnostic(
      rule, "nothing says how changes of `\(entity.name.value)` are found",
      explanation:
        "Add `changes: {cursor: PROPERTY, kind: timestamp, deletes: {kind: keys}}` to the system or to the entity.",
      at: entity.name.span,
      labels: [Diagnostic.Label("nor is it said for the whole system", at: system.name.span)])
  }
}
