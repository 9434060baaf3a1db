import TandemSyntax

/// Several flows of a document that create records of one entity.
enum SeveralCreators: DocumentRule {
  static let rule = Rule(
    code: "T4005", name: "several-creators", category: .flow, severity: .note,
    summary: "Several flows create records of the same entity, and no merge table joins them.",
    page: """
      Each flow without a merge table creates its own record: a user, a quote and an order that all become orders are
      three orders. Where they should be one, give the later flows a merge table, let them create only what is
      connected with the first, or only what satisfies a condition.
      """,
    failing: Examples.document(
      Examples.section("Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"]),
      Examples.section(
        "Shop Order to Ledger Account", rows: ["{source: number, target: Name, type: string}"])),
    passing: Examples.document(
      Examples.section("Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"]),
      Examples.section(
        "Shop Order to Ledger Account", rows: ["{source: number, target: Name, type: string}"],
        policy: "match:\n- {number: Name}")))

  static func check(_ flows: [ResolvedFlow], context: DocumentContext) {
    var creators: [Int: [ResolvedFlow]] = [:]
    var order: [Int] = []
    for flow in flows where flow.head.flow.matching == nil && !flow.head.flow.hasUnreadParts {
      switch flow.creation {
      case .always, .when: break
      case .never, .connected: continue
      }
      guard flow.direction.reaches(.target) else { continue }
      let key = flow.head.target.identifier
      if creators[key] == nil { order.append(key) }
      creators[key, default: []].append(flow)
    }
    for key in order {
      guard let flows = creators[key], flows.count > 1, let second = flows.dropFirst().first else { continue }
      let target = second.head.target
      let sources = flows.map(\.head.source.model.name)
      context.report.add(
        Diagnostic(
          rule, "\(flows.count) flows create records of `\(target.title)`, each its own: from \(Wording.list(sources))",
          explanation: ("Where they should share a record, give the later flows a merge table, create only what is "
            + "connected, or add a condition."),
          at: flows[0].head.flow.title,
          labels: flows.dropFirst().prefix(8).map {
            Diagnostic.Label("creates `\(target.model.name)` too", at: $0.head.flow.title)
          }))
    }
  }
}
