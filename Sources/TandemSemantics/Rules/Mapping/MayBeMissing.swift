import TandemSyntax

/// A required property that is fed from one that may be empty.
enum MayBeMissing: MappingRule {
  static let rule = Rule(
    code: "T3063", name: "may-be-missing", category: .mapping, severity: .note,
    summary: "A required property is fed from one that may be empty, so some records are refused.",
    page: """
      One system refuses a record without the property, the other one may hold records without it. Such a record is set
      aside when it should be created; on the way back, an edit that clears the property is set aside. Give the row a
      default, which is used where the source has no value; or mark the property as required in the other description too,
      if the system sees to it.
      """,
    failing: Examples.flow(
      "Shop Customer to Ledger Account", rows: ["{source: email, target: Name, type: string, direction: to Ledger}"]),
    passing: Examples.flow(
      "Shop Customer to Ledger Account",
      rows: ["{source: email, target: Name, type: string, direction: to Ledger, default: unknown}"]))

  static func check(_ flow: ResolvedFlow) {
    if flow.head.source.model.isReadOnly || flow.head.target.model.isReadOnly { return }
    for property in flow.properties {
      // Constants, parameters and defaults always give something; what is joined or looked up is another matter.
      let rows = property.rows
      let hasValue = rows.contains { $0.sourceKey == nil || $0.defaultValue != nil || $0.translation != nil }
      guard !hasValue, property.combination != .byCondition else { continue }
      let target = property.first.target
      let sources = rows.compactMap(\.source)
      guard sources.count == rows.count, let source = sources.first else { continue }
      if flow.creates, property.direction.reaches(.target), isRequired(target), target.leaf.defaultValue == nil,
        !sources.contains(where: isRequired)
      {
        report(flow, rows[0], from: source, into: target, back: false)
      } else if rows.count == 1, property.direction == .both, property.writesBack(rows[0]), isRequired(source),
        !isRequired(target)
      {
        report(flow, rows[0], from: target, into: source, back: true)
      }
    }
  }

  private static func isRequired(_ path: PathResolution) -> Bool {
    path.leaf.isRequired && (path.path.steps.count == 1 || path.top.isRequired)
  }

  private static func report(
    _ flow: ResolvedFlow, _ row: ResolvedRow, from: PathResolution, into: PathResolution, back: Bool
  ) {
    let (giver, taker) = (from.entity, into.entity)
    flow.context.report.add(
      Diagnostic(
        rule, "`\(taker.title)` needs `\(into.path.text)`, and `\(from.path.text)` of \(giver.title) may be empty",
        explanation: back
          ? ("An edit that clears it in `\(giver.model.system)` is set aside. Mark `\(from.path.text)` as required in the "
            + "description if the system sees to it, or let the row work in one direction.")
          : ("A record without it is set aside instead of created. "
            + "\(Wording.capitalised(Advice.clause(rst: "default \"VALUE\"", yaml: "default: VALUE", in: flow.context))), "
            + "or mark `\(from.path.text)` as required in the description if the system sees to it."),
        at: from.cell.span,
        labels: [
          Diagnostic.Label("required", at: into.leaf.span), Diagnostic.Label("may be empty", at: from.leaf.span),
        ]))
  }
}
