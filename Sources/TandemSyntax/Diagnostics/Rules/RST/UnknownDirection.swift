/// A direction that is not known.
enum UnknownDirection {
  static let rule = Rule(
    code: "T0120",
    name: "unknown-direction",
    category: .syntax,
    severity: .error,
    summary: "The Direction column holds words that it does not know.",
    page: """
      The cell is empty or `both`, `to SYSTEM`, `at creation`, `only if empty` or `only if empty in SYSTEM`.
      """,
    failing: RSTExample.failing("- to Ledger", "- towards Ledger"),
    passing: RSTExample.passing
  )

  /// The cells Direction and Rule of a row stand in each other's place.
  static func exchanged(_ direction: SourceSpan, rule clause: SourceSpan) -> Diagnostic {
    let (left, right) = (direction.text, clause.text)
    return Diagnostic(
      rule, "`\(left)` is not a direction, but `\(right)` in the next column is",
      explanation: "Write the direction first and the rule behind it.", at: direction,
      labels: [.init("the direction", at: clause)],
      fixes: [
        .init(
          "exchange the two cells", safe: false,
          edits: [TextEdit(direction, replacement: right), TextEdit(clause, replacement: left)])
      ])
  }

  static func cell(_ span: SourceSpan, text: String) -> Diagnostic {
    let words = DirectionForm.all.filter { $0.template.slots.isEmpty }.map(\.template.text)
    var near = SpellingDistance.nearest(to: text, in: words)
    let parts = text.split(separator: " ")
    if near == nil, parts.count > 1, ["into", "towards", "toward", "in", "ot", "t"].contains(parts[0]) {
      near = "to " + parts.dropFirst().joined(separator: " ")
    }
    return Diagnostic(
      rule, "`\(text)` is not a direction",
      explanation: "Write " + DirectionForm.all.map { "`\($0.template.shown)`" }.joined(separator: ", ")
        + ", or leave the cell empty.", at: span,
      fixes: near.map { [.init("replace with `\($0)`", safe: false, edits: [TextEdit(span, replacement: $0)])] } ?? [])
  }
}
