import TandemSyntax

/// Several flows of a document that create records of one entity.
enum SeveralCreators {
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

  /// True when the flow creates a record for each of its source's records, or for all that satisfy a condition.
  static func isAlwaysCreating(_ flow: ResolvedFlow) -> Bool {
    switch flow.creation {
    case .always, .when: return flow.creates
    case .never, .connected: return false
    }
  }

  /// True when it creates without looking for a record that is there.
  static func createsItsOwn(_ flow: ResolvedFlow) -> Bool {
    flow.head.flow.matching == nil && !flow.head.flow.hasUnreadParts && isAlwaysCreating(flow)
  }

  /// Several flows of one document that create their own records of one entity, save those of which more is known.
  static func check(_ graph: FlowGraph, _ findings: Report, except told: Set<ObjectIdentifier>) {
    for target in graph.targets {
      let flows = graph.flows(into: target).filter { createsItsOwn($0) && !told.contains(ObjectIdentifier($0)) }
      guard flows.count > 1 else { continue }
      var seen: Set<ObjectIdentifier> = []
      for context in flows.map(\.context) where seen.insert(ObjectIdentifier(context)).inserted {
        let own = flows.filter { $0.context === context }
        if own.count > 1 { findings.add(diagnostic(own, target: target)) }
      }
    }
  }

  private static func diagnostic(_ flows: [ResolvedFlow], target: CatalogEntity) -> Diagnostic {
    let sources = flows.map(\.head.source.model.name)
    return Diagnostic(
      rule, "\(flows.count) flows create records of `\(target.title)`, each its own: from \(Wording.list(sources))",
      explanation: ("Where they should share a record, give the later flows a merge table, create only what is "
        + "connected, or add a condition."),
      at: flows[0].head.flow.title,
      labels: flows.dropFirst().prefix(8).map {
        Diagnostic.Label("creates `\(target.model.name)` too", at: $0.head.flow.title)
      })
  }

  /// What to write so that a flow no longer creates a record that came on another way.
  static func remedies(_ flow: ResolvedFlow) -> String {
    let (source, target) = (flow.head.flow.source.text, flow.head.flow.target.text)
    if flow.context.document.notation == .rst {
      return
        ("Give this section a merge table (\"A \(source) will merge with a \(target) if one of the following "
        + "property combinations match:\"), so that it finds the record that came on the other way. Or open it with "
        + "\"When ``CONDITION``, it  will be synchronized with a \(target).\" and a condition that keeps such records off.")
    }
    return
      ("Give this flow a merge table (`match: [{PATH: PROPERTY}]`), so that it finds the record that came on the "
      + "other way. Or let it create only what the other way does not bring: `create: when CONDITION`, or "
      + "`create: connected to SYSTEM ENTITY`.")
  }
}
