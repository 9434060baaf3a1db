import TandemSyntax

/// A row against the direction of its flow.
enum ContradictingDirection {
  static let rule = Rule(
    code: "T3019", name: "contradicting-direction", category: .mapping, severity: .error,
    summary: "A row writes into the system that the flow's direction leaves alone.",
    page: """
      Edits of a one-way flow travel into one system only, and its rows can only narrow that further. Remove the row's
      direction, or the flow's.
      """,
    failing: Examples.rows(
      "{source: email, target: Email, type: string, direction: to Shop}", policy: "direction: to Ledger"),
    passing: Examples.rows(
      "{source: email, target: Email, type: string, direction: to Ledger}", policy: "direction: to Ledger"))

  /// The same for a row that writes into the source only, and whose value only the target can be given.
  static func withoutTarget(
    _ row: PropertyRow, because reason: String, clause: SourceSpan, flow: FlowHead, context: DocumentContext
  ) -> Diagnostic {
    let target = context.spelling(of: .target)
    return Diagnostic(
      rule, "the row never works, because \(reason) `\(target)` only",
      explanation: row.direction == nil
        ? "The flow writes into `\(context.spelling(of: .source))` only. Remove the row, or the flow's direction."
        : "Write `to \(target)` in the place of the direction, or remove the row.",
      at: row.direction?.span ?? row.span,
      labels: [Diagnostic.Label("this gives the value", at: clause)]
        + (row.direction == nil
          ? flow.flow.direction.map { [Diagnostic.Label("the flow's direction", at: $0.span)] } ?? [] : []),
      fixes: row.direction.map { Advice.replace($0.span, with: "to \(target)") } ?? [])
  }

  static func diagnostic(
    _ direction: Located<Direction>, flow: FlowHead, side: FlowSide, context: DocumentContext
  ) -> Diagnostic {
    let into = context.spelling(of: side)
    return Diagnostic(
      rule, "the row never works, because the flow writes into `\(into)` only",
      explanation: "Remove the row's direction, or the flow's.", at: direction.span,
      labels: flow.flow.direction.map { [Diagnostic.Label("the flow's direction", at: $0.span)] } ?? [])
  }
}
