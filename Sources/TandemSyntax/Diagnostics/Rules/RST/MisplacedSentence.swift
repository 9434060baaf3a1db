/// A sentence in the wrong place.
enum MisplacedSentence {
  static let rule = Rule(
    code: "T0112",
    name: "misplaced-sentence",
    category: .syntax,
    severity: .warning,
    summary: "A sentence does not stand in its place.",
    page: """
      The sentences of a section have one order, so that documents can be compared line by line. Two sentences
      cannot stand together at all: a section that needs a link before anything is synchronised never creates a
      record because nothing matches.
      """,
    failing: RSTExample.failing(
      "Every Shopbase Client will be synchronized with a Ledger Customer.",
      "The section links and creates records and keeps no property in step.\n\nEvery Shopbase Client will be synchronized with a Ledger Customer."
    ),
    passing: RSTExample.passing
  )

  static func order(_ span: SourceSpan, form: SentenceForm) -> Diagnostic {
    let earlier = SentenceForm.all.last { $0.place < form.place }
    return Diagnostic(
      rule, "the sentence does not stand in its place",
      explanation: "Its place is "
        + (earlier.map { "after the sentence `\($0.template.text)`, where that stands." }
          ?? "directly under the heading."),
      at: span)
  }

  static func withoutCreation(_ span: SourceSpan) -> Diagnostic {
    var result = Diagnostic(
      rule, "the section needs a link first, so no match decides on a creation",
      explanation: "Remove the sentence, or begin the section with `Every ...` or `When ...`.", at: span)
    result.severity = .error
    return result
  }

  static func connectionWithCreation(_ span: SourceSpan) -> Diagnostic {
    var result = Diagnostic(
      rule, "the section creates records anyway, connected or not",
      explanation: "Remove the sentence, or begin the section with `\(SentenceForm.of(.linkFirst).template.text)`.",
      at: span)
    result.severity = .error
    return result
  }
}
