/// A section without one of its sentences.
enum MissingSentence {
  static let rule = Rule(
    code: "T0108",
    name: "missing-sentence",
    category: .syntax,
    severity: .error,
    summary: "A section lacks a sentence that it needs.",
    page: """
      A section says, in this order: when a record is created (`Every ...`, `When ...` or `Before any
      synchronization ...`), how existing records are recognised if they are, that the two sides are kept in step
      (`Once a link ...`), and which properties are (`The following properties ...`, with a table). Without one of
      them nobody can tell what the section is to do.
      """,
    failing: RSTExample.failing("Every Shopbase Client will be synchronized with a Ledger Customer.", ".."),
    passing: RSTExample.passing
  )

  static func form(
    _ form: SentenceForm, sentence: String, of title: SourceSpan, insertion: SourceSpan?, lineEnd: String
  ) -> Diagnostic {
    let needs = form.kind == .createAlways
    return Diagnostic(
      rule,
      needs
        ? "the section does not say when a record is created"
        : "the section lacks the sentence `\(sentence)`",
      explanation: needs
        ? "Write `\(sentence)`, or one of the other sentences on creation." : "Write it in its place.",
      at: insertion ?? title,
      labels: insertion == nil ? [] : [.init("in this section", at: title)],
      notes: [form.summary],
      fixes: insertion.map {
        [
          .init(
            "add `\(sentence)`", safe: false,
            edits: [TextEdit($0, replacement: sentence + lineEnd + (form.place == .match ? "" : lineEnd))])
        ]
      } ?? [])
  }
}
