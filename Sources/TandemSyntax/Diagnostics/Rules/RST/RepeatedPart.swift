/// A part that is there twice.
enum RepeatedPart {
  static let rule = Rule(
    code: "T0111",
    name: "repeated-part",
    category: .syntax,
    severity: .error,
    summary: "A part of the document stands there twice.",
    page: """
      There is one introduction, one line `Generated`, one value map of each name, one parameter of each name, and
      in a section one table of each kind. The second is not used.
      """,
    failing: RSTExample.failing(
      "Generated: 2024-05-17 09:30:00", "Generated: 2024-05-17 09:30:00\n\nGenerated: 2024-05-18 10:00:00"),
    passing: RSTExample.passing
  )

  static func part(_ name: String, _ span: SourceSpan, first: SourceSpan?) -> Diagnostic {
    Diagnostic(
      rule, "`\(name)` stands here for the second time",
      explanation: "Keep one of the two; the second one is not used.",
      at: span, labels: first.map { [.init("the first one", at: $0)] } ?? [])
  }

  static func table(_ span: SourceSpan, first: SourceSpan?) -> Diagnostic {
    Diagnostic(
      rule, "a second table of this kind", explanation: "Join the rows of the two tables; the second one is not used.",
      at: span, labels: first.map { [.init("the first one", at: $0)] } ?? [])
  }
}
