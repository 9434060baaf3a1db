/// A faulty clause behind a property.
enum MalformedDependency {
  static let rule = Rule(
    code: "T0119",
    name: "malformed-dependency",
    category: .syntax,
    severity: .error,
    summary: "The text in parentheses behind a property is no condition on it.",
    page: """
      Behind a property may stand `(Dependant on having work in phones.type)`: the row is about the element of a
      list whose property has the value. Several such clauses stand in one pair of parentheses without a separator.
      """,
    failing: RSTExample.failing("- MailAddress", "- MailAddress (Dependent of having work in kind)"),
    passing: RSTExample.failing("- MailAddress", "- MailAddress (Dependant on having work in kind)")
  )

  static func clause(_ span: SourceSpan, fixed: String?) -> Diagnostic {
    Diagnostic(
      rule, "`\(span.text)` is not a clause on an element",
      explanation: "Write `(Dependant on having VALUE in PATH)` behind the property.", at: span,
      fixes: fixed.map { [.init("write `\($0)`", safe: true, edits: [TextEdit(span, replacement: $0)])] } ?? [])
  }
}
