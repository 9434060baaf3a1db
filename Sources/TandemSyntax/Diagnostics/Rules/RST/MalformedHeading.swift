/// A heading that cannot be read.
enum MalformedHeading {
  static let rule = Rule(
    code: "T0103",
    name: "malformed-heading",
    category: .syntax,
    severity: .error,
    summary: "A heading is missing, or does not say what its part is about.",
    page: """
      A section's heading names its two entities, each with its system, and a rule of dashes stands under it:

          Shopbase Client to Ledger Customer
          ----------------------------------

      An entity is one word; a qualifier in lower case or in parentheses may follow. The other headings are
      `Introduction`, `Parameters` and `Values: Name of the map`. What stands under a heading that cannot be read is
      not used.
      """,
    failing: RSTExample.failing("Shopbase Client to Ledger Customer", "Shopbase Client and Ledger Customer"),
    passing: RSTExample.passing
  )

  static func words(_ span: SourceSpan, text: String) -> Diagnostic {
    var fixes: [Diagnostic.Fix] = []
    let known = [HeadingForm.introduction.current, HeadingForm.parameters]
    if let near = SpellingDistance.nearest(to: text, in: known) {
      fixes = [.init("write `\(near)`", safe: true, edits: [TextEdit(span, replacement: near)])]
    } else if let colon = text.firstIndex(of: ":"),
      SpellingDistance.nearest(to: String(text[..<colon]), in: ["Values"]) != nil
    {
      let right = "Values:" + text[text.index(after: colon)...]
      // Without a name only the author knows which map is meant.
      if right != "Values:", right != text {
        fixes = [.init("write `\(right)`", safe: true, edits: [TextEdit(span, replacement: right)])]
      }
    }
    return Diagnostic(
      rule, "the heading `\(text.prefix(120))` names no two entities",
      explanation: "Write `System Entity to System Entity`, or `Introduction`, `Parameters` or `Values: Name`.",
      at: span,
      fixes: fixes)
  }

  static func entity(_ span: SourceSpan, text: String) -> Diagnostic {
    Diagnostic(
      rule, text.isEmpty ? "the heading lacks an entity" : "`\(text)` is not a system and an entity",
      explanation: "Write the system and the entity, which is one word: `Ledger Customer`. "
        + "A qualifier such as `(human data)` may follow.", at: span)
  }

  static func indented(_ span: SourceSpan, edit: TextEdit) -> Diagnostic {
    Diagnostic(
      rule, "blanks stand before the heading", explanation: "A heading and its rule begin in the first column.",
      at: span, fixes: [.init("remove the blanks", safe: true, edits: [edit])])
  }

  static func missingRule(_ span: SourceSpan, edit: TextEdit) -> Diagnostic {
    Diagnostic(
      rule, "no rule of dashes stands under the heading",
      explanation: "A heading is only one with a rule of its own length below it.", at: span,
      fixes: [.init("add the rule", safe: true, edits: [edit])])
  }

  static func ruleWithoutTitle(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "no heading stands over this rule",
      explanation: "Write `System Entity to System Entity` in the line above. Nothing is used up to the next heading.",
      at: span)
  }

  static func ruleAbove(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "a rule stands above a section's heading",
      explanation: "Only the document's title has a rule above it too.",
      at: span)
  }

  static func missing(before span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the sentence belongs to no section",
      explanation: "A heading `System Entity to System Entity` with a rule of dashes is missing above it. "
        + "Nothing is used up to the next heading.", at: span)
  }
}
