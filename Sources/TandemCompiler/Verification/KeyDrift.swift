import TandemSemantics
import TandemSyntax

/// An entity whose records have another key than its description says.
enum KeyDrift {
  static let rule = Rule(
    code: "T3903", name: "key-drift", category: .mapping, severity: .error,
    summary: "The export has another property, or several, as the key of an entity.",
    page: """
      A link remembers a record by its key. With another one the linked records are not found again, and a key of several parts
      cannot be kept in one property at all. It is an error where a flow uses the entity, and a warning elsewhere. Mark the
      property that the system uses with `key: true`, and link the records again; where the key has several parts, describe a
      property that alone tells the records apart.
      """,
    failing: VerificationExample.example(
      "      code: {type: string, max: 20}\n", fields: "\"code\": {\"type\": \"string\", \"max\": 20, \"key\": true}, "),
    passing: VerificationExample.example(
      "", fields: "", key: "{\"type\": \"integer\", \"key\": true}"))

  /// What is wrong with the key; `nil` where the export does not tell it, or tells the same.
  static func diagnostic(
    _ described: EntityDescription, _ entity: EntityModel, _ exported: ExportedEntity
  ) -> Diagnostic? {
    let name = entity.properties[entity.key].name
    guard let key = exported.key, !key.isEmpty, key != [name] else { return nil }
    let property = described.properties.first { $0.name.value == name }
    let names = QuotedNames.list(key)
    let place = exported.properties?.first { key.contains($0.name.value) }?.name ?? exported.name
    return Diagnostic(
      rule,
      "the key of \(entity.system) \(entity.name) is \(names), not `\(name)`\(key.contains(name) ? " alone" : "")",
      explanation: key.count > 1
        ? "Links remember one property. Describe one that alone tells the records apart, if the system has it."
        : "Mark \(names) with `key: true`, and link the records again: they are remembered by the old key.",
      at: property?.name.span ?? described.name.span,
      labels: [Diagnostic.Label("a key in the export", at: place.span)])
  }
}
