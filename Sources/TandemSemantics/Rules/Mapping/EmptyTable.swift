import TandemSyntax

/// A property table without rows.
enum EmptyTable {
  static let rule = Rule(
    code: "T3001", name: "empty-table", category: .mapping, severity: .warning,
    summary: "The property table of a section has no row.",
    page: """
      Without rows nothing says what keeps the two entities in step, so the flow is held: nothing is linked, created
      or written. The warning stands in the place of every other complaint about the mapping, and names the pairs of
      properties that the two schemas suggest. If linking and creating is all that is wanted, say so:
      `links only: true` in YAML, or the sentence "The section links and creates records and keeps no property in
      step." in RST.
      """,
    failing: Examples.flow("Shop Country to Ledger Country", rows: []),
    passing: Examples.flow(
      "Shop Country to Ledger Country", rows: ["{source: code, target: Iso, type: string}"],
      policy: "conflict: Shop wins"))

  static func diagnostic(_ flow: ResolvedFlow, index: FlowIndex) -> Diagnostic {
    let (source, target) = (flow.head.source, flow.head.target)
    let shown = flow.suggestion(index).rows.compactMap { row in
      row.row.source.map { "\($0.path.text) - \(row.row.target.path.text)" }
    }
    let suggestion =
      shown.isEmpty
      ? "The two schemas suggest no pair: no names and types go together, so a person must say what corresponds."
      : "The two schemas suggest \(Wording.list(shown, limit: 5)); `tandem suggest` prints the rows."
    let linksOnly =
      flow.context.document.notation == .rst
      ? "write \"The section links and creates records and keeps no property in step.\"" : "write `links only: true`"
    return Diagnostic(
      rule, "no property of `\(flow.head.flow.source.text)` and `\(flow.head.flow.target.text)` is mapped",
      explanation: suggestion
        + (" Until the table is filled the flow is held and writes nothing; if linking is all that is wanted, "
          + "\(linksOnly)."),
      at: flow.head.flow.table,
      labels: [
        Diagnostic.Label("\(source.model.properties.count) properties of `\(source.model.name)`", at: source.nameSpan),
        Diagnostic.Label("\(target.model.properties.count) properties of `\(target.model.name)`", at: target.nameSpan),
      ])
  }
}
