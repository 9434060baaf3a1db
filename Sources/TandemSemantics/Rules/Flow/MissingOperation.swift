import TandemSyntax

/// A flow that needs an operation which the system does not offer for an entity: nothing can be given when a record is
/// created, or nothing can be changed afterwards.
enum MissingOperation: MappingRule {
  static let rule = Rule(
    code: "T4041", name: "missing-operation", category: .flow, severity: .error,
    summary: "A flow would create or change records of an entity whose description allows it for no property.",
    page: """
      Where every property of an entity is read-only, a record can be neither created nor changed; where the rest can only be given
      at creation, it cannot be changed. Rows into it would fail one by one, so the flow is told once. Let edits travel out of
      that system only, let the flow create nothing, or let its rows work `at creation`. Where all of them do, edits never
      reach the entity, although the flow keeps it in step: a note. How a created record is found again when the answer to its
      creation is lost (by an external key, by the merge table, or by a person) is shown by `tandem explain DOCUMENT:LINE`
      and, as `atMostOnce`, by `check --format json`; T4011 says where only a person can.
      """,
    failing: example("{source: name, target: title, type: string}", policy: "direction: to Press"),
    passing: example("{source: name, target: title, type: string, direction: to Shop}", policy: "create: never"))

  private static func example(_ row: String, policy: String) -> Rule.Example {
    Examples.several(
      """
      system: Press
      modified: changed
      changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}
      entities:
        Issue:
          properties:
            id: {type: integer, key: true, readOnly: true}
            title: {type: string, max: 50, readOnly: true}
            changed: {type: datetime, readOnly: true}
            version: {type: integer, readOnly: true}

      """,
      Examples.flow("Shop Customer to Press Issue", rows: [row], policy: policy).text.replacing(
        firstLineWith: "dataflow: Shop to Press"))
  }

  /// What the description of an entity leaves possible.
  enum Possible {
    /// Records can be created and changed.
    case everything
    /// Records can be created, and stay as they are.
    case creation
    /// Records can only be read.
    case reading
  }

  /// What is possible, judged by all properties of the entity except those that Tandem itself fills.
  static func possible(_ entity: EntityModel) -> Possible {
    if entity.isReadOnly { return .reading }
    let writable = entity.properties.indices.filter { position in
      !entity.properties[position].isReadOnly && isOpen(entity.properties[position])
    }
    if writable.isEmpty { return .reading }
    let changed = writable.contains { position in
      position != entity.key && position != entity.externalKey && !entity.properties[position].isCreateOnly
    }
    return changed ? .everything : .creation
  }

  /// False for an object all of whose members are read-only.
  private static func isOpen(_ property: PropertyModel) -> Bool {
    property.members.isEmpty || property.members.contains { !$0.isReadOnly && isOpen($0) }
  }

  /// True when rows into a side are told by this rule, or by the one on entities that can only be read, and not one by one.
  static func tells(_ side: FlowSide, of flow: ResolvedFlow) -> Bool {
    let entity = flow.head.entity(side)
    if entity.model.isReadOnly { return true }
    guard !flow.context.hasUnreadParts(entity) else { return false }
    switch possible(entity.model) {
    case .everything: return false
    case .reading: return true
    case .creation:
      // Some rows may be right; a fault of the others is told at them.
      return flow.properties.allSatisfy { !$0.direction.reaches(side) || $0.direction.updates(side) }
        && flow.properties.contains { $0.direction.updates(side) }
    }
  }

  static func check(_ flow: ResolvedFlow) {
    for side in [FlowSide.target, .source] {
      let entity = flow.head.entity(side)
      guard !entity.model.isReadOnly, !flow.context.hasUnreadParts(entity) else { continue }
      let creates = side == .target && flow.creates
      let reaching = flow.properties.filter { $0.direction.reaches(side) }
      switch possible(entity.model) {
      case .everything: continue
      case .reading:
        guard creates || !reaching.isEmpty else { continue }
        report(flow, side, entity, verb: creates ? "create" : "change", label: "every property is read-only")
      case .creation:
        if tells(side, of: flow) {
          report(flow, side, entity, verb: "change", label: "no property can be given after creation")
        } else if side == .target, flow.direction == .both, !reaching.isEmpty,
          reaching.allSatisfy({ $0.direction == .atCreation })
        {
          note(flow, entity)
        }
      }
    }
  }

  private static func report(
    _ flow: ResolvedFlow, _ side: FlowSide, _ entity: CatalogEntity, verb: String, label: String
  ) {
    let other = flow.context.spelling(of: side.opposite)
    let wayOut =
      verb == "create"
      ? "Let the flow create nothing, and edits travel to `\(other)` only"
      : "Let edits travel to `\(other)` only" + (side == .target ? ", or let the rows work at creation" : "")
    flow.context.report.add(
      Diagnostic(
        rule, "no operation can \(verb) a `\(entity.title)`, and the flow would \(verb) some",
        explanation: "\(wayOut); or correct the description of `\(entity.model.system)`.", at: flow.head.flow.title,
        labels: [Diagnostic.Label(label, at: entity.nameSpan)]))
  }

  private static func note(_ flow: ResolvedFlow, _ entity: CatalogEntity) {
    var diagnostic = Diagnostic(
      rule, "no operation can change a `\(entity.title)`, so edits of `\(flow.head.source.title)` never reach it",
      explanation: "Its records are created and stay as they are. Leave it so if they are documents of what was.",
      at: flow.head.flow.title,
      labels: [Diagnostic.Label("no property can be given after creation", at: entity.nameSpan)])
    diagnostic.severity = .note
    flow.context.report.add(diagnostic)
  }
}

extension String {
  /// The text with another first line.
  fileprivate func replacing(firstLineWith line: String) -> String {
    let rest = drop { $0 != "\n" }
    return line + rest
  }
}
