import TandemSyntax

/// A scope that a record can leave on one side only.
enum OneSidedScope: MappingRule {
  static let rule = Rule(
    code: "T4036", name: "one-sided-scope", category: .flow, severity: .note,
    summary: "A record can leave the flow's scope on one side, and its partner stays in it.",
    page: """
      Outside the scope a record does not exist for the flow. A scope on one side only lets a record go when it changes
      there, while its partner on the other side still takes part: edits there no longer arrive anywhere, and a new partner
      record that does not fit the scope goes nowhere from the start. Where the rows keep the asked properties in step, the
      same condition can be asked on both sides.
      """,
    failing: Examples.rows(
      "{source: vip, target: Priority, type: boolean}", policy: "where: 'vip'"),
    passing: Examples.rows(
      "{source: vip, target: Priority, type: boolean}", policy: "where: {Shop: 'vip', Ledger: 'Priority'}"))

  static func check(_ flow: ResolvedFlow) {
    guard (flow.sourceScope == nil) != (flow.targetScope == nil), flow.isComplete,
      flow.head.flow.scopes.count == 1, let written = flow.head.flow.scopes.first
    else { return }
    let side: FlowSide = flow.sourceScope == nil ? .target : .source
    guard let condition = flow.sourceScope ?? flow.targetScope,
      let other = ConditionTransfer(flow: flow, side: side).text(condition)
    else { return }
    let context = flow.context
    let (here, there) = (context.spelling(of: side), context.spelling(of: side.opposite))
    let partner = flow.head.entity(side.opposite)
    let entity = side == .source ? flow.head.flow.target.text : flow.head.flow.source.text
    let advice =
      context.document.notation == .rst
      ? "write \"Only a \(entity) with ``\(other)`` takes part.\" behind it"
      : "write `where: {\(here): '\(quoted(written.condition.span.text))', \(there): '\(quoted(other))'}`"
    context.report.add(
      Diagnostic(
        rule, "a record that leaves the scope on `\(here)` leaves its partner on `\(there)` behind",
        explanation: "Edits of such \(Wording.a("`\(partner.title)`")) no longer travel. To let both leave, \(advice).",
        at: written.condition.span,
        labels: [Diagnostic.Label("takes part without a condition", at: partner.nameSpan)]))
  }

  /// Text between single quotation marks of YAML.
  private static func quoted(_ text: String) -> String {
    text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
  }
}
