/// A sentence that is none of the language.
enum UnknownSentence {
  static let rule = Rule(
    code: "T0105",
    name: "unknown-sentence",
    category: .syntax,
    severity: .error,
    summary: "A sentence is none of the language.",
    page: """
      A section is made of fixed sentences; only the names, the conditions and the like are yours. A sentence that
      reads almost like one of them would mean nothing to any program, so it must be put right to the letter. Text
      for people belongs into the introduction or into a comment, a line that begins with two full stops and a
      blank.
      """,
    failing: RSTExample.failing(
      "Every Shopbase Client will be synchronized with a Ledger Customer.",
      "Every Shopbase Client will be synchronised with the Ledger Customer."),
    passing: RSTExample.passing
  )

  static func nearMiss(_ span: SourceSpan, _ suggestion: SentenceSuggestion) -> Diagnostic {
    let fix = Diagnostic.Fix(
      "put the sentence right", safe: suggestion.isSpelling,
      edits: [TextEdit(span, replacement: suggestion.text)])
    return Diagnostic(
      rule, "the sentence is nearly one of the language",
      explanation: "Sentences are fixed to the letter. Write: \(suggestion.text)", at: span,
      notes: [suggestion.form.summary], fixes: suggestion.isComplete ? [fix] : [])
  }

  static func broken(_ span: SourceSpan, joined: String) -> Diagnostic {
    Diagnostic(
      rule, "the sentence is broken into several lines", explanation: "A sentence stands on one line. Write: \(joined)",
      at: span, fixes: [.init("join the lines", safe: true, edits: [TextEdit(span, replacement: joined)])])
  }

  static func unknown(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the sentence is not one of the language",
      explanation: "A section holds fixed sentences and its tables. Put remarks into a comment: `.. text`.", at: span,
      fixes: [.commentingOut(span)])
  }

  static func halfCondition(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the condition does not stand between double backticks as a whole",
      explanation:
        "Write the whole condition as ``status = \"Closed\"``. Only prose without backticks is kept as a remark.",
      at: span)
  }

  static func entityList(_ span: SourceSpan, text: String) -> Diagnostic {
    Diagnostic(
      rule, "`\(text)` is not a system and an entity",
      explanation: "List the entities as `Shopbase Order, Shopbase Cart, or Shopbase Return`.", at: span)
  }

  static func assignment(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`\(span.text)` does not give a property a value",
      explanation: "Write the property, `=` and a value: ``Status = \"Void\"``.", at: span)
  }
}
