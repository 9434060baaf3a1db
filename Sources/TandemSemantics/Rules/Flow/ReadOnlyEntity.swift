import TandemSyntax

/// A flow that would write into an entity or a system that can only be read.
enum ReadOnlyEntity: MappingRule {
  static let rule = Rule(
    code: "T4007", name: "read-only-entity", category: .flow, severity: .error,
    summary: "A flow would write records of an entity that can only be read.",
    page: """
      The description marks the entity, or its whole system, as read-only. A flow with it can only go into the other
      system: give the flow that direction, and let it create nothing on the read-only side.
      """,
    failing: Examples.flow(
      "Shop Customer to Ledger Period", rows: ["{source: name, target: Name, type: string, direction: to Shop}"]),
    passing: Examples.flow(
      "Shop Customer to Ledger Period", rows: ["{source: address.city, target: Name, type: string}"],
      policy: "create: never\ndirection: to Shop\nmatch:\n- {name: Name}"))

  static func check(_ flow: ResolvedFlow) {
    for side in [FlowSide.target, .source] {
      let entity = flow.head.entity(side)
      guard entity.model.isReadOnly else { continue }
      let creates = side == .target && flow.creates
      guard creates || flow.properties.contains(where: { $0.direction.reaches(side) }) else { continue }
      let other = flow.context.spelling(of: side.opposite)
      let isRST = flow.context.document.notation == .rst
      let direction =
        isRST
        ? ("Instead of the sentence about keeping in sync write \"Once a link between a "
          + "\(flow.head.flow.source.text) and a ")
          + ("\(flow.head.flow.target.text) is established, edits travel from \(flow.context.spelling(of: side)) "
            + "to \(other) only.\"")
        : "Write `direction: to \(other)`"
      flow.context.report.add(
        Diagnostic(
          rule, "`\(entity.title)` can only be read, and the flow would \(creates ? "create" : "change") its records",
          explanation: direction
            + (creates ? " and let the flow create nothing (`create: never`)." : (isRST ? "" : ".")),
          at: flow.head.flow.title, labels: [Diagnostic.Label("described as read-only", at: entity.nameSpan)]))
    }
  }
}
