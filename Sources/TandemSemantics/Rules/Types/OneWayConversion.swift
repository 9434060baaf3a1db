import TandemSyntax

/// A row in both directions whose conversion has no way back.
enum OneWayConversion {
  static let rule = Rule(
    code: "T2009", name: "one-way-conversion", category: .types, severity: .warning,
    summary: "A row without a direction has a conversion without a way back.",
    page: """
      Some conversions only go forward, for example joining a list into one text. Edits of the target's property cannot
      travel back, so the row works in one direction. Say so in the row.
      """,
    failing: Examples.rows("{source: joined, target: Email2, type: string, format: HH:mm}"),
    passing: Examples.rows("{source: joined, target: Email2, type: string, format: HH:mm, direction: to Ledger}"))

  static func diagnostic(
    _ row: PropertyRow, why: String, source: PathResolution, target: PathResolution, context: DocumentContext
  ) -> Diagnostic {
    let direction = "to \(context.spelling(of: .target))"
    return Diagnostic(
      rule, "edits of `\(row.target.path.text)` cannot travel back: \(why)",
      explanation: (("The row works from `\(context.spelling(of: .source))` to `\(context.spelling(of: .target))` "
        + "only. To ")
        + "say that this is meant, ")
        + Advice.direction(direction, in: context) + ".",
      at: row.span,
      labels: [
        Diagnostic.Label(Wording.a(source.path.type.phrase), at: source.leaf.span),
        Diagnostic.Label(Wording.a(target.path.type.phrase), at: target.leaf.span),
      ],
      fixes: Advice.fix(row, adding: "direction: \(direction)", safe: true))
  }
}
