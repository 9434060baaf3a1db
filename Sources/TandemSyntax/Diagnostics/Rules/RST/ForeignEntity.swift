/// A sentence on another entity.
enum ForeignEntity {
  static let rule = Rule(
    code: "T0106",
    name: "foreign-entity",
    category: .syntax,
    severity: .error,
    summary: "A sentence names another entity than its section's heading.",
    page: """
      Every sentence of a section speaks of the two entities that its heading names. A sentence with another name
      was most often copied from another section; nobody can tell which of the two is meant. Capitals, blanks and
      punctuation make no difference.
      """,
    failing: RSTExample.failing(
      "Every Shopbase Client will be synchronized with a Ledger Customer.",
      "Every Shopbase Person will be synchronized with a Ledger Customer."),
    passing: RSTExample.passing
  )

  static func entity(at span: SourceSpan, _ expected: RSTSection.Names.Side, heading: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the sentence speaks of `\(span.text)`, the heading of `\(expected.text)`",
      explanation: "Write `\(expected.text)` here, or correct the heading.", at: span,
      labels: [.init("the section is about these two", at: heading)],
      fixes: [
        .init(
          "replace with `\(expected.text)`", safe: false, edits: [TextEdit(span, replacement: expected.text)])
      ])
  }

  static func twice(_ span: SourceSpan, _ expected: RSTSection.Names.Side, heading: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the sentence names `\(span.text)` twice",
      explanation: "One of the two is `\(expected.text)`, most probably this one.", at: span,
      labels: [.init("the section is about these two", at: heading)],
      fixes: [
        .init("write `\(expected.text)`", safe: false, edits: [TextEdit(span, replacement: expected.text)])
      ])
  }

  static func swapped(_ span: SourceSpan, _ right: String, heading: SourceSpan) -> Diagnostic {
    let isComplete = !right.contains("{")
    return Diagnostic(
      rule, "the sentence names the two entities the wrong way round",
      explanation: "Records are created from the entity on the left of the heading.", at: span,
      labels: [.init("the heading goes from left to right", at: heading)],
      fixes: isComplete
        ? [.init("write `\(right)`", safe: false, edits: [TextEdit(span, replacement: right)])] : [])
  }

  static func copied(_ span: SourceSpan, found: RSTSection.Names, edits: [TextEdit]) -> Diagnostic {
    Diagnostic(
      rule,
      "the sentences below speak of `\(found.source.text)` and `\(found.target.text)`, which have a section already",
      explanation: "The section looks copied. Write the heading's names in its sentences and tables.",
      at: span, labels: [.init("as here", at: found.source.name.span)],
      fixes: [.init("write the heading's names in all sentences", safe: false, edits: edits)])
  }

  static func heading(_ span: SourceSpan, names: RSTSection.Names) -> Diagnostic {
    let right = "\(names.source.text) to \(names.target.text)"
    return Diagnostic(
      rule, "the heading names other entities than every sentence below it",
      explanation: "The sentences speak of `\(names.source.text)` and `\(names.target.text)`. Write `\(right)`.",
      at: span, labels: [.init("as here", at: names.source.name.span)],
      fixes: [.init("write `\(right)`", safe: false, edits: [TextEdit(span, replacement: right)])])
  }
}
