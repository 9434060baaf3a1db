import TandemSyntax

/// Two systems, entities or properties of one name.
enum DuplicateDescription {
  static let rule = Rule(
    code: "T1020", name: "duplicate-description", category: .names, severity: .error,
    summary: "A system, an entity or a property is described twice.",
    page: """
      Documents find systems and entities by their names, whatever the upper and lower case, blanks and punctuation; a
      property by its exact name. Of two descriptions with one name only the first counts. Remove one of them.
      """,
    failing: Examples.system("title: {type: string}", "title: {type: integer}"),
    passing: Examples.system("title: {type: string}", "number: {type: integer}"))

  static func system(_ name: Located<String>, first: Located<String>) -> Diagnostic {
    Diagnostic(
      rule, "the system `\(name.value)` is described twice",
      explanation: "`\(first.value)` in \(first.span.file.path) names the same system. Remove one of the two descriptions, or rename a system.",
      at: name.span, labels: [Diagnostic.Label("the first description", at: first.span)])
  }

  static func entity(_ name: Located<String>, system: String, first: Located<String>) -> Diagnostic {
    Diagnostic(
      rule, "the entity `\(name.value)` of \(system) is described twice",
      explanation: "`\(first.value)` is the same name, whatever the upper and lower case. Remove one of the two entries.",
      at: name.span, labels: [Diagnostic.Label("the first description", at: first.span)])
  }

  static func property(_ name: Located<String>, entity: String, first: Located<String>) -> Diagnostic {
    Diagnostic(
      rule, "the property `\(name.value)` of \(entity) is described twice",
      explanation: "Only the first entry counts. Remove one of the two.", at: name.span,
      labels: [Diagnostic.Label("the first description", at: first.span)])
  }
}
