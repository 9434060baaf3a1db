import TandemSyntax

/// A record that reaches one entity on two ways, and becomes two records there.
enum TwoPaths: AcrossRule {
  static let rule = Rule(
    code: "T4032", name: "two-paths", category: .flow, severity: .note,
    summary: "A record reaches one entity on two ways, and becomes two records there.",
    page: """
      A quote becomes an order and also a quote of the next system; orders and quotes both become invoices there: each
      quote ends as two invoices, and no flow by itself is wrong. A flow without a merge table always creates a record of
      its own. Give the later flow a merge table, so that it finds the record that came on the other way; or let it create
      only what is connected, or only records that a condition keeps off the other way.
      """,
    failing: example(isMatched: false), passing: example(isMatched: true))

  private static func example(isMatched: Bool) -> Rule.Example {
    Examples.several(
      Examples.further("Depot", ("Parcel", ["remark: {type: string, max: 80}"])),
      Examples.document(
        Examples.section(
          "Shop Order to Ledger Receipt", rows: ["{source: number, target: Text, type: string}"],
          policy: "match:\n- {number: Text}")
      ).text,
      Examples.document(
        Examples.section(
          "Shop Order to Depot Parcel", rows: ["{source: number, target: remark, type: string}"],
          policy: isMatched ? "match:\n- {number: remark}" : ""), title: "Shop to Depot"
      ).text,
      Examples.document(
        Examples.section(
          "Ledger Receipt to Depot Parcel", rows: ["{source: Text, target: remark, type: string}"],
          policy: isMatched ? "match:\n- {Text: remark}" : ""), title: "Ledger to Depot"
      ).text)
  }

  static func check(_ graph: FlowGraph, _ findings: Report) {
    var told: Set<ObjectIdentifier> = []
    for target in graph.targets {
      // Each is compared with each; more than these nobody could follow.
      let creators = graph.flows(into: target).filter(SeveralCreators.isAlwaysCreating).prefix(64)
      guard creators.count > 1 else { continue }
      let ways = creators.map { Ways(to: $0, in: graph) }
      for (position, creator) in creators.enumerated() where SeveralCreators.createsItsOwn(creator) {
        guard !told.contains(ObjectIdentifier(creator)) else { continue }
        var best: (ways: [[ResolvedFlow]], origin: CatalogEntity)?
        for other in creators.indices where other != position {
          // Of two flows that both create their own, the later one is to change.
          if SeveralCreators.createsItsOwn(creators[other]), other > position { continue }
          guard let meeting = ways[position].meeting(ways[other]) else { continue }
          if best == nil || meeting.ways.joined().count < best?.ways.joined().count ?? 0 { best = meeting }
        }
        guard let best else { continue }
        for flow in best.ways.compactMap(\.last) { told.insert(ObjectIdentifier(flow)) }
        findings.add(diagnostic(creator, origin: best.origin, ways: best.ways))
      }
    }
    SeveralCreators.check(graph, findings, except: told)
  }

  /// The ways on which records reach the source of a flow, backwards along flows that create.
  private struct Ways {
    private let last: ResolvedFlow
    /// The flow by which the shortest way goes on, for each entity from which there is one; in the order of finding.
    private var next: [Int: ResolvedFlow] = [:]
    private(set) var origins: [CatalogEntity]

    init(to flow: ResolvedFlow, in graph: FlowGraph) {
      last = flow
      origins = [flow.head.source]
      let end = flow.head.target.identifier
      var position = 0
      while position < origins.count {
        for creator in graph.flows(into: origins[position]) where creator.creates {
          let source = creator.head.source
          guard source.identifier != end, source !== flow.head.source, next[source.identifier] == nil,
            !Self.isClosed(creator, before: next[origins[position].identifier] ?? flow)
          else { continue }
          next[source.identifier] = creator
          origins.append(source)
        }
        position += 1
      }
    }

    /// True when no record that the one flow creates takes part in the next one: the constants of the first contradict the
    /// scope or the condition of the second.
    private static func isClosed(_ creator: ResolvedFlow, before next: ResolvedFlow) -> Bool {
      var conditions = [next.sourceScope].compactMap { $0 }
      if case .when(let condition) = next.creation { conditions.append(condition) }
      guard let first = conditions.first else { return false }
      var reasoning = ConditionReasoning()
      for property in creator.properties where property.rows.count == 1 {
        guard case .constant(let value) = property.rows[0].input.origin else { continue }
        for row in property.outputs { reasoning.known[row.target.path.text] = value }
      }
      guard !reasoning.known.isEmpty else { return false }
      return reasoning.outcome(conditions.dropFirst().reduce(first) { .and($0, $1) }) == .never
    }

    /// The flows from the entity to the end, in order.
    func way(from origin: CatalogEntity) -> [ResolvedFlow] {
      var way: [ResolvedFlow] = []
      var entity = origin
      while entity !== last.head.source, let flow = next[entity.identifier], way.count < origins.count {
        way.append(flow)
        entity = flow.head.target
      }
      return way + [last]
    }

    /// The nearest entity from which both ways begin, with them.
    func meeting(_ other: Ways) -> (ways: [[ResolvedFlow]], origin: CatalogEntity)? {
      var best: (ways: [[ResolvedFlow]], origin: CatalogEntity)?
      for origin in origins where other.origins.contains(where: { $0 === origin }) {
        let ways = [way(from: origin), other.way(from: origin)]
        // Two ways that share a flow come from a nearer entity.
        guard Set(ways[0].map(\.head.identifier)).isDisjoint(with: ways[1].map(\.head.identifier)) else { continue }
        if best == nil || ways.joined().count < best?.ways.joined().count ?? 0 { best = (ways, origin) }
      }
      return best
    }
  }

  private static func diagnostic(_ flow: ResolvedFlow, origin: CatalogEntity, ways: [[ResolvedFlow]]) -> Diagnostic {
    let target = flow.head.target
    var shown: Set<ObjectIdentifier> = [ObjectIdentifier(flow)]
    let others = (ways[1].reversed() + ways[0]).filter { shown.insert(ObjectIdentifier($0)).inserted }
    return Diagnostic(
      rule,
      "\(Wording.a("`\(origin.title)`")) becomes \(Wording.a("`\(target.title)`")) on two ways, which makes two of them",
      explanation: SeveralCreators.remedies(flow),
      at: flow.head.flow.title,
      labels: others.prefix(8).map { other in
        Diagnostic.Label(
          other.head.target === target
            ? "creates `\(target.model.name)` too"
            : "makes \(Wording.a("`\(other.head.target.title)`")) of \(Wording.a("`\(other.head.source.title)`"))",
          at: other.head.flow.title)
      }, notes: ways.map { text(of: $0, from: origin) })
  }

  /// `Custom CRM Quote` -> `Custom ERP Order` -> `Salesforce Invoice`
  private static func text(of way: [ResolvedFlow], from origin: CatalogEntity) -> String {
    "a way: " + ([origin] + way.map(\.head.target)).map { "`\($0.title)`" }.joined(separator: " -> ")
  }
}
