import TandemSyntax

/// Records that need each other before they can be created.
enum ReferenceCycle: AcrossRule {
  static let rule = Rule(
    code: "T4033", name: "reference-cycle", category: .flow, severity: .warning,
    summary: "Records of several flows need each other's keys before any of them can be created.",
    page: """
      A record is created after the records that it refers to. Where the references lead round in a ring, Tandem creates
      a record without its reference and fills it in later; but a reference that the description marks as required cannot
      be left out. If all references of a ring are required, there is no order in which the records could be created. Find
      one of them by a natural key (`lookup`), link one of the entities instead of creating it, or correct the
      description if one of the references can be empty at first.
      """,
    failing: ring(isRequired: true), passing: ring(isRequired: false))

  private static func ring(isRequired: Bool) -> Rule.Example {
    let title = "title: {type: string, max: 40}"
    let required = isRequired ? ", required: true" : ""
    let rows = ["{source: title, target: title, type: string}"]
    return Examples.several(
      Examples.further(
        "Yard", ("Team", [title, "lead: {type: integer, ref: Person}"]),
        ("Person", [title, "team: {type: integer, ref: Team}"])),
      Examples.further(
        "Depot", ("Crew", [title, "lead: {type: integer, ref: Member, required: true}"]),
        ("Member", [title, "crew: {type: integer, ref: Crew\(required)}"])),
      Examples.document(
        Examples.section(
          "Yard Team to Depot Crew", rows: rows + ["{source: lead, target: lead, reference: Person to Member}"]),
        Examples.section(
          "Yard Person to Depot Member", rows: rows + ["{source: team, target: crew, reference: Team to Crew}"]),
        title: "Yard to Depot"
      ).text)
  }

  /// A required reference of a record that is to be created.
  private struct Need {
    var row: ResolvedRow
    var flow: ResolvedFlow
  }

  static func check(_ graph: FlowGraph, _ findings: Report) {
    var needs: [ObjectIdentifier: [Need]] = [:]
    for flow in graph.flows where flow.creates {
      let found = Self.needs(of: flow, in: graph)
      if !found.isEmpty { needs[ObjectIdentifier(flow)] = found }
    }
    guard !needs.isEmpty else { return }
    var isDone: Set<ObjectIdentifier> = []
    for flow in graph.flows where needs[ObjectIdentifier(flow)] != nil && !isDone.contains(ObjectIdentifier(flow)) {
      guard let ring = ring(from: flow, needs: needs) else { continue }
      for need in ring { isDone.insert(ObjectIdentifier(need.flow)) }
      findings.add(diagnostic(ring, start: flow))
    }
  }

  /// The flows whose records have to be there before a record of the flow can be created.
  private static func needs(of flow: ResolvedFlow, in graph: FlowGraph) -> [Need] {
    flow.properties.compactMap { property in
      let row = property.first
      guard property.direction.reaches(.target), property.rows.count == 1, row.target.path.steps.count == 1,
        row.target.leaf.isRequired, row.target.leaf.defaultValue == nil,
        case .reference(let identifier, reversed: false)? = row.translation,
        let needed = graph.flows(named: identifier).first(where: {
          $0.head.target.model.system == flow.head.target.model.system && $0.creates
        })
      else { return nil }
      return Need(row: row, flow: needed)
    }
  }

  /// The shortest way along needs from a flow back to itself.
  private static func ring(from start: ResolvedFlow, needs: [ObjectIdentifier: [Need]]) -> [Need]? {
    var ways: [[Need]] = [[]]
    var seen: Set<ObjectIdentifier> = []
    var next = 0
    while next < ways.count {
      let way = ways[next]
      next += 1
      for need in needs[ObjectIdentifier(way.last?.flow ?? start)] ?? [] {
        if need.flow === start { return way + [need] }
        if seen.insert(ObjectIdentifier(need.flow)).inserted { ways.append(way + [need]) }
      }
    }
    return nil
  }

  private static func diagnostic(_ ring: [Need], start: ResolvedFlow) -> Diagnostic {
    let entities = ([start] + ring.map(\.flow)).map { "`\($0.head.target.title)`" }
    let first = ring[0].row
    let reference = ring[0].flow.head.target
    return Diagnostic(
      rule,
      ring.count == 1
        ? "\(entities[0]) needs another record of its kind before it can be created"
        : "\(entities.joined(separator: " has to wait for ")), so that none of them can be created",
      explanation: ("All references of this ring are required, so none can be filled in later. Find one by a natural "
        + "key (`lookup \(reference.model.name) by PATH = PROPERTY`), let one of the flows link only, or correct the "
        + "description if one of the references may be empty at first."),
      at: first.row.span,
      labels: [Diagnostic.Label("required", at: first.target.leaf.span)]
        + ring.dropFirst().map {
          Diagnostic.Label("needs \(Wording.a("`\($0.flow.head.target.title)`"))", at: $0.row.row.span)
        })
  }
}
