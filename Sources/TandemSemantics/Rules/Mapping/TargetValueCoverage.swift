import TandemSyntax
import TandemValues

/// A value map that has no line for values of the target.
enum TargetValueCoverage: MappingRule {
  static let rule = Rule(
    code: "T3064", name: "target-value-coverage", category: .mapping, severity: .warning,
    summary: "A value map has no line for values that the target's property can have.",
    page: """
      The row works both ways, and the target can have values to which no value of the source leads. When somebody chooses
      one there, the record is set aside. Add a line for each of them: several lines may have the same left side, the first
      one counts on the way there. Or let the row work in one direction. `otherwise: error` in the map says that setting
      aside is meant.
      """,
    failing: Examples.rows(
      "{source: vip, target: Status, type: string, values: Rank}", before: "values:\n  Rank: {\"true\": Active}"),
    passing: Examples.rows(
      "{source: status, target: Status, type: string, values: Status}",
      before: "values:\n  Status: {active: Active, blocked: Blocked}"))

  static func check(_ flow: ResolvedFlow) {
    for property in flow.properties where property.direction == .both && property.rows.count == 1 {
      let row = property.rows[0]
      guard let name = row.clauses.values, property.writesBack(row), let values = row.target.path.type.closedValues,
        let map = flow.context.valueMaps[NormalizedName(name.value)], map.otherwise == nil, !map.hasUnreadParts
      else { continue }
      // Lines that are missing on the way there are told first.
      let left = Set(map.entries.map(\.source.value))
      if let own = row.source?.path.type.closedValues, !own.allSatisfy(left.contains) { continue }
      let named = Set(map.entries.map(\.target.value))
      let missing = values.filter { !named.contains($0) }
      guard !missing.isEmpty, flow.context.isFirst("target values \(map.name.value) \(row.target.title)") else {
        continue
      }
      let isOne = missing.count == 1
      flow.context.report.add(
        Diagnostic(
          rule,
          "the value map `\(map.name.value)` does not say what \(Wording.list(missing, limit: 12)) of `\(row.target.path.text)` \(isOne ? "comes" : "come") back as",
          explanation: ("A record to which \(row.target.entity.model.system) gives \(isOne ? "this value" : "one of these values") "
            + "is set aside. Add a line with it on the right, or \(Advice.direction("to \(flow.context.spelling(of: .target))", in: flow.context)), "
            + "or `otherwise` with `error` if that is meant."),
          at: map.name.span,
          labels: [
            Diagnostic.Label("works both ways here", at: name.span),
            Diagnostic.Label("all its values", at: row.target.leaf.span),
          ]))
    }
  }
}
