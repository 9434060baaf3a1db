import TandemSyntax
import TandemValues

/// A merge table by whose keys a created record is never found again.
enum UnsynchronisedMatchKey: MappingRule {
  static let rule = Rule(
    code: "T3061", name: "unsynchronised-match-key", category: .mapping, severity: .note,
    summary: "Records that a flow creates do not get the values by which its merge table recognises records.",
    page: """
      The merge table compares two properties, and no row gives the target's property its value when a record is created.
      So what the flow itself has created would not be recognised: after a lost answer or a lost state the record is
      created once more. Map the compared properties, at least `at creation`.
      """,
    failing: Examples.rows(policy: "match:\n- {email: Email}"),
    passing: Examples.rows("{source: email, target: Email, type: string}", policy: "match:\n- {email: Email}"))

  static func check(_ flow: ResolvedFlow) {
    guard flow.creates, flow.isComplete, !flow.head.flow.linksOnly, let matching = flow.head.flow.matching,
      flow.matches.count == matching.alternatives.count, !flow.matches.isEmpty
    else { return }
    var filled: Set<String> = []
    for property in flow.properties where property.direction.reaches(.target) {
      for row in property.outputs { filled.insert(row.target.path.text) }
    }
    // One combination that is filled is enough to find the record.
    func isFilled(_ pair: CheckedMatch.Pair) -> Bool {
      if filled.contains(pair.target.text) || filled.contains(pair.target.steps[0].name) { return true }
      // What the system itself gives is not the flow's to fill.
      let leaf = flow.head.target.model.leaf(of: pair.target)
      return leaf.isReadOnly || flow.head.target.model.properties[pair.target.property].isReadOnly
    }
    guard !flow.matches.contains(where: { $0.pairs.allSatisfy(isFilled) }),
      let pair = flow.matches[0].pairs.first(where: { !isFilled($0) })
    else { return }
    let context = flow.context
    let row =
      context.document.notation == .rst
      ? "a row `\(pair.source.text)`, `\(pair.target.text)` with the direction `at creation`"
      : "`{source: \(pair.source.text), target: \(pair.target.text), direction: at creation}`"
    context.report.add(
      Diagnostic(
        rule, "records that the flow creates have no `\(pair.target.text)`, by which they would be recognised",
        explanation: "If the state is lost, each of them would be created again. Add \(row).", at: matching.span,
        labels: [
          Diagnostic.Label("no row fills it", at: flow.head.target.model.leaf(of: pair.target).span)
        ]))
  }
}
