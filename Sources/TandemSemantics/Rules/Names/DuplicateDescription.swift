import TandemSyntax

/// Two systems, or two entities, of one name.
enum DuplicateDescription {
  static let rule = Rule(
    code: "T1020", name: "duplicate-description", category: .names, severity: .error,
    summary: "A system or an entity is described twice.",
    page: """
      Documents find systems and entities by their names, whatever the upper and lower case, blanks and punctuation.
      Of two descriptions with one name only the first counts. Remove one of them, or rename it.
      """,
    failing: Examples.system("title: {type: string}", second: "TOOL"),
    passing: Examples.system("title: {type: string}", second: "Shelf"))

  static func system(_ name: Located<String>, first: Located<String>) -> Diagnostic {
    Diagnostic(
      rule, "the system `\(name.value)` is described twice",
      explanation: (("`\(first.value)` in \(first.span.file.path) names the same system. Remove one of the two "
        + "descriptions, ")
        + "or rename a system."),
      at: name.span, labels: [Diagnostic.Label("the first description", at: first.span)])
  }

  static func entity(_ name: Located<String>, system: String, first: Located<String>) -> Diagnostic {
    Diagnostic(
      rule, "the entity `\(name.value)` of \(system) is described twice",
      explanation:
        "`\(first.value)` is the same name, whatever the upper and lower case. Remove one of the two entries.",
      at: name.span, labels: [Diagnostic.Label("the first description", at: first.span)])
  }
}
