import TandemSemantics
import TandemSyntax

/// A property that holds keys of other records than the description says.
struct ReferenceDrift {
  static let rule = Rule(
    code: "T3905", name: "reference-drift", category: .mapping, severity: .error,
    summary: "A property refers to other entities in the export than in the description.",
    page: """
      A key of another entity is refused, or points at a record that has nothing to do with it. It is an error where a row uses the
      property, and a warning elsewhere. Where the description does not say that the property is a reference, its keys would be
      copied as they are: a warning, or a note where no row uses it; --fix writes `ref` where the export names one described
      entity.
      """,
    failing: VerificationExample.example(
      "      owner: {type: integer, ref: Tool}\n",
      fields: "\"owner\": {\"type\": \"integer\", \"references\": [\"Person\"]}, "),
    passing: VerificationExample.example(
      "      owner: {type: integer, ref: Tool}\n",
      fields: "\"owner\": {\"type\": \"integer\", \"references\": [\"Tool\"]}, "))

  /// The export.
  let schema: ExportedSchema
  /// The described system.
  let system: SystemModel

  /// What differs; `nil` where the export does not tell the entities, or tells those of the description.
  func diagnostic(
    _ described: PropertyDescription, _ model: PropertyModel, _ exported: ExportedProperty, path: String,
    entity: String
  ) -> Diagnostic? {
    guard let written = exported.references else { return nil }
    let names = written.map(describedName)
    let label = Diagnostic.Label(
      written.isEmpty ? "no reference here" : "leads to \(QuotedNames.list(written))", at: exported.name.span)
    if model.references.isEmpty {
      let known = names.filter { name in system.entities.contains { $0.name == name } }
      guard !known.isEmpty, !described.isKey else { return nil }
      var diagnostic = Diagnostic(
        Self.rule, "`\(path)` of \(entity) holds keys of \(QuotedNames.list(known))",
        explanation: "Say so in the description, so that rows do not copy keys that mean nothing in another system.",
        at: described.name.span, labels: [label],
        fixes: known.count == 1 && names.count == 1
          ? DescriptionEdit.adding("ref: \(known[0])", to: described) : [])
      diagnostic.severity = .warning
      return diagnostic
    }
    let gone = model.references.filter { !names.contains($0) }
    guard !gone.isEmpty else { return nil }
    return Diagnostic(
      Self.rule,
      "`\(path)` of \(entity) holds no keys of \(QuotedNames.list(gone)) any more",
      explanation: written.isEmpty
        ? "It is no reference in the export. Take `ref` out of the description, and look at the rows that translate it."
        : "It leads to \(QuotedNames.list(written)) in the export. Correct `ref`, and the rows that translate its keys.",
      at: described.references.first?.span ?? described.name.span, labels: [label])
  }

  /// The name that the description has for an exported entity.
  private func describedName(_ name: String) -> String {
    let exported =
      schema.entities.first { $0.name.value == name || $0.otherNames.contains(name) }
      ?? ExportedEntity(name: Located(name, at: schema.file.firstPlace), properties: nil)
    return SystemChoice.entity(exported, of: system)?.name ?? name
  }
}
