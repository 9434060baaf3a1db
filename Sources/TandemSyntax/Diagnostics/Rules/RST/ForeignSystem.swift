/// A sentence on another system.
enum ForeignSystem {
  static let rule = Rule(
    code: "T0107",
    name: "foreign-system",
    category: .syntax,
    severity: .error,
    summary: "A sentence names another system than its section's heading.",
    page: """
      A section is about two entities of two systems. A sentence that names a third system was copied from another
      document, or the system is misspelt. Capitals, blanks and punctuation make no difference: `Custom CRM` is
      `Customcrm`.
      """,
    failing: RSTExample.failing(
      "If both sides have changed, the newest edit wins.", "If both sides have changed, Warehouse wins."),
    passing: RSTExample.passing
  )

  static func entity(
    at span: SourceSpan, found: String, _ expected: RSTSection.Names.Side, heading: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      rule, "the sentence speaks of the system `\(found)`, the heading of `\(expected.name.system.value)`",
      explanation: "Write `\(expected.text)` here, or correct the heading.", at: span,
      labels: [.init("the section is about these two", at: heading)],
      fixes: [
        .init(
          "replace with `\(expected.text)`", safe: false, edits: [TextEdit(span, replacement: expected.text)])
      ])
  }

  static func only(_ right: String, at span: SourceSpan, heading: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the sentence speaks of the system `\(span.text)`, the heading of `\(right)`",
      explanation: "Records are created in the system on the right of the heading. Write `\(right)`.", at: span,
      labels: [.init("the section is about these two", at: heading)],
      fixes: [.init("replace with `\(right)`", safe: false, edits: [TextEdit(span, replacement: right)])])
  }

  static func unknown(_ span: SourceSpan, _ names: RSTSection.Names, heading: SourceSpan) -> Diagnostic {
    let systems = [names.source.name.system.value, names.target.name.system.value]
    let near = SpellingDistance.nearest(to: span.text, in: systems)
    return Diagnostic(
      rule, "`\(span.text)` is neither of the section's two systems",
      explanation: "Write `\(systems[0])` or `\(systems[1])`.", at: span,
      labels: [.init("the section is about these two", at: heading)],
      fixes: near.map { [.init("replace with `\($0)`", safe: true, edits: [TextEdit(span, replacement: $0)])] } ?? [])
  }

  static func sameTwice(_ span: SourceSpan, _ names: RSTSection.Names) -> Diagnostic {
    Diagnostic(
      rule, "edits cannot travel from a system into itself",
      explanation: "Name `\(names.source.name.system.value)` and `\(names.target.name.system.value)`.", at: span)
  }
}
