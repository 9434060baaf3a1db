import TandemSyntax

/// A property of which several records may have the same value now, or may not any more.
enum UniquenessDrift {
  static let rule = Rule(
    code: "T3904", name: "uniqueness-drift", category: .mapping, severity: .warning,
    summary: "A property is unique in the description and not in the export, or the other way round.",
    page: """
      A merge table, a lookup and an external key count on it that no two records have the same value. Where that does not hold
      any more, the one right record cannot be told. It is a warning where a row or a merge table uses the property, and a note
      elsewhere. Where a property became unique, the system refuses a second record with its value: a note, and --fix writes
      `unique: true`.
      """,
    failing: VerificationExample.example(
      "      code: {type: string, max: 20, unique: true}\n",
      fields: "\"code\": {\"type\": \"string\", \"max\": 20, \"unique\": false}, "),
    passing: VerificationExample.example(
      "      code: {type: string, max: 20, unique: true}\n",
      fields: "\"code\": {\"type\": \"string\", \"max\": 20, \"unique\": true}, "))

  static func diagnostic(
    _ path: String, entity: String, isUnique: Bool, described: PropertyDescription, at exported: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      rule,
      isUnique
        ? "no two records of \(entity) may have the same `\(path)` now"
        : "several records of \(entity) may have the same `\(path)` now",
      explanation: isUnique
        ? "A second record with the same value is refused; it is a good key for a merge table."
        : "What is looked for by it may be found twice. Choose another key, or make it unique in the system again.",
      at: described.name.span,
      labels: [Diagnostic.Label(isUnique ? "unique here" : "not unique here", at: exported.span)],
      fixes: isUnique ? DescriptionEdit.adding("unique: true", to: described) : [])
  }
}
