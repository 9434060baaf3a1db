import TandemSyntax

/// A property of which the description only guesses.
enum InferredFact {
  static let rule = Rule(
    code: "T3020", name: "inferred-fact", category: .mapping, severity: .note,
    summary: "A document uses a property whose facts were guessed and not confirmed.",
    page: """
      The description marks the property as `inferred: true`: its type or its flags were guessed, from samples or from
      similar systems. Look it up in the system, correct what is wrong, and remove the mark.
      """,
    failing: Examples.rows("{source: rating, target: Points, type: integer}"),
    passing: Examples.rows("{source: points, target: Points, type: integer}"))

  static func diagnostic(_ property: PropertyModel, entity: CatalogEntity, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "what is known of `\(property.name)` of \(entity.title) is a guess",
      explanation: (("It is described as \(property.type.phrase), unconfirmed. Look it up and remove `inferred: "
        + "true` from ")
        + "the description."),
      at: span, labels: [Diagnostic.Label("marked as inferred", at: property.span)])
  }
}
