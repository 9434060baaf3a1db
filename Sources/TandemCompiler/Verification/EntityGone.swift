import TandemSyntax

/// A described entity that the system does not have any more.
enum EntityGone {
  static let rule = Rule(
    code: "T1901", name: "entity-gone", category: .names, severity: .error,
    summary: "A described entity is not in a complete export of its system.",
    page: """
      The export lists the entities of the system, and this one is not among them: it was removed, was renamed, or the user who
      made the export may not see it. A flow of the entity would fail at its first request. It is an error where a flow uses the
      entity, and a warning elsewhere. A list of fields that has less than half of the described entities is taken for a part.
      """,
    failing: VerificationExample.example(
      "  Toolbox:\n    properties:\n      id: {type: integer, key: true, readOnly: true}\n      version: {type: integer, readOnly: true}\n",
      entity: true),
    passing: VerificationExample.passing)

  static func diagnostic(
    _ name: Located<String>, system: String, near: NearMiss?, in schema: ExportedSchema
  ) -> Diagnostic {
    Diagnostic(
      rule, "`\(name.value)` is no entity of \(system) any more",
      explanation:
        near.map { "Perhaps it is `\($0.name.value)` now: \($0.reason)." }
        ?? "Remove it, or export the schema with a user who may see it.",
      at: name.span,
      labels: [
        Diagnostic.Label(
          near.map { "perhaps `\($0.name.value)`" } ?? "the entities of this export do not include it",
          at: near?.name.span ?? schema.entities.first?.name.span ?? SourceSpan(file: schema.file, 0..<0))
      ])
  }
}
