import TandemSyntax

/// A property that a record cannot be created without any more.
enum NewRequirement {
  static let rule = Rule(
    code: "T3901", name: "new-requirement", category: .mapping, severity: .error,
    summary: "The system requires a property that the description does not.",
    page: """
      A record that is created without the property is refused. It is an error where a flow creates records of the entity and no
      row gives the property a value, and a warning elsewhere. Give it a row, a constant or a default; --fix writes
      `required: true` where the property is described.
      """,
    failing: VerificationExample.example("", fields: "\"colour\": {\"type\": \"string\", \"required\": true}, "),
    passing: VerificationExample.passing)

  static func diagnostic(
    _ name: String, entity: Located<String>, described: PropertyDescription?, at exported: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      rule, "\(entity.value) cannot be created without `\(name)` any more",
      explanation: described == nil
        ? "Describe it, and give it a row, a constant or a default." : "Give it a row, a constant or a default.",
      at: described?.name.span ?? entity.span, labels: [Diagnostic.Label("required here", at: exported.span)],
      fixes: DescriptionEdit.adding("required: true", to: described))
  }
}
