/// A second sentence of one kind.
enum RepeatedSentence {
  static let rule = Rule(
    code: "T0110",
    name: "repeated-sentence",
    category: .syntax,
    severity: .error,
    summary: "A section says the same thing twice.",
    page: """
      Each kind of sentence stands once in a section: two of them would contradict each other sooner or later.
      Sentences on deletions and on who takes part stand once per entity.
      """,
    failing: RSTExample.failing(
      "If both sides have changed, the newest edit wins.",
      "If both sides have changed, the newest edit wins.\n\nIf both sides have changed, Ledger wins."),
    passing: RSTExample.passing
  )

  /// - Parameter lines: The lines that go with the sentence when it is removed.
  static func sentence(_ span: SourceSpan, earlier: SourceSpan, lines: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the section has decided this already",
      explanation: "Keep one of the two sentences; the second one is not used.", at: span,
      labels: [.init("decided here", at: earlier)],
      fixes: [.init("remove this sentence", safe: false, edits: [TextEdit(lines, replacement: "")])])
  }
}
