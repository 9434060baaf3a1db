import TandemSyntax

/// A literal that is none of a closed enumeration's values.
enum UnknownEnumerationValue {
  static let rule = Rule(
    code: "T2011", name: "unknown-enum-value", category: .types, severity: .error,
    summary: "A literal is none of the values that the property can have.",
    page: """
      The property is described as an enum that is closed: it has the described values and no other, in exactly their
      spelling. A condition on another value never holds, and writing one is refused. Correct the value, add it to the
      description, or mark the enum as `open: true` if further values occur.
      """,
    failing: Examples.rows(policy: "create: 'when status = \"Active\"'"),
    passing: Examples.rows(policy: "create: 'when status = \"active\"'"))

  static func diagnostic(
    _ text: String, at span: SourceSpan, subject: String, advice: String, label: Diagnostic.Label?,
    fault: LiteralTyping.Fault
  ) -> Diagnostic {
    var fixes: [Diagnostic.Fix] = []
    if let near = fault.nearest {
      let written = span.text
      if written == text {
        fixes = Advice.replace(span, with: near)
      } else if written == "\"\(text)\"" {
        fixes = Advice.replace(span, with: "\"\(near)\"")
      }
    }
    return Diagnostic(
      rule, "\(subject) has no value \"\(text)\"",
      explanation: (fault.nearest.map { "Did you mean \"\($0)\"? " } ?? "") + advice, at: span,
      labels: label.map { [$0] } ?? [], fixes: fixes)
  }
}
