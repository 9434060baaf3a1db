import TandemSyntax

/// Two flows that overwrite the same properties of the same records.
enum FlowPrecedence: AcrossRule {
  static let rule = Rule(
    code: "T4034", name: "flow-precedence", category: .flow, severity: .note,
    summary: "Two flows overwrite the same property of records that both may be linked with.",
    page: """
      A merge table can link a record that another flow has linked already: an invoice with an order and with a quote. If
      both flows write one of its properties, and it does not travel back to both, the two source records take turns: each
      edit of one of them replaces what came from the other. (Where it travels back to both, all three agree, and the newest
      edit counts.) Say which flow counts: in the other one let the row work `only if empty`, so that it fills the
      property where nothing stands yet, or `at creation`, or leave the row out. Whether one record is ever linked
      with both, only the data can tell; two scopes of the target that exclude each other keep them apart.
      """,
    failing: example(direction: ""), passing: example(direction: ", direction: only if empty"))

  private static func example(direction: String) -> Rule.Example {
    Examples.document(
      Examples.section(
        "Shop Customer to Ledger Account",
        rows: ["{source: name, target: Name, type: string}", "{source: points, target: Points, type: integer}"],
        policy: "match:\n- {name: Name}"),
      Examples.section(
        "Shop Country to Ledger Account",
        rows: [
          "{source: name, target: Name, type: string, direction: at creation, default: unknown}",
          "{source: code, target: Mobile, type: string}", "{target: Points, constant: 1\(direction)}",
        ],
        policy: "conflict: Shop wins\nmatch:\n- {name: Name}"))
  }

  static func check(_ graph: FlowGraph, _ findings: Report) {
    for target in graph.targets {
      // Each is compared with each; more than these nobody could follow.
      let flows = Array(
        graph.flows(into: target).filter { !$0.isEmptyTable && $0.direction.reaches(.target) }.prefix(64))
      guard flows.count > 1, flows.contains(where: { !$0.matches.isEmpty }) else { continue }
      let written = flows.map { Writes(of: $0) }
      var found: (later: Int, earlier: Int, names: [String])?
      var rows: [ResolvedRow] = []
      for later in flows.indices.dropFirst() {
        for earlier in flows.indices.prefix(later) {
          // The same two entities in another document are told as that.
          guard flows[earlier].head.identifier != flows[later].head.identifier,
            !(flows[earlier].matches.isEmpty && flows[later].matches.isEmpty),
            !Self.exclude(flows[earlier].targetScope, flows[later].targetScope)
          else { continue }
          let shared = written[later].shared(with: written[earlier])
          guard let first = shared.first else { continue }
          if found == nil {
            found = (later, earlier, shared.map(\.own.target.path.text))
            rows = [first.own, first.other]
          } else {
            rows.append(first.own)
          }
          break
        }
      }
      if let found { findings.add(diagnostic(flows[found.later], flows[found.earlier], found.names, rows: rows)) }
    }
  }

  /// True when no record satisfies both scopes.
  private static func exclude(_ one: CheckedExpression?, _ other: CheckedExpression?) -> Bool {
    guard let one, let other else { return false }
    return ConditionReasoning().outcome(.and(one, other)) == .never
  }

  /// The rows of a flow that replace what stands in the target.
  private struct Writes {
    private struct Write {
      var row: ResolvedRow
      /// True when an edit of the target reaches the row's source.
      var comesBack: Bool
    }

    /// By the position of the target's property, which tells nearly all targets apart.
    private var whole: [Write?]
    /// Those that write a part of a property, by the target's key.
    private var parts: [String: Write] = [:]

    init(of flow: ResolvedFlow) {
      whole = Array(repeating: nil, count: flow.head.target.places.count)
      for property in flow.properties {
        switch property.direction {
        case .both:
          let comesBack = property.rows.contains(where: property.writesBack)
          for (position, row) in property.outputs.enumerated() {
            add(Write(row: row, comesBack: comesBack && position == 0))
          }
        case .into(.target): for row in property.outputs { add(Write(row: row, comesBack: false)) }
        case .into(.source), .atCreation, .onlyIfEmpty: continue
        }
      }
    }

    private mutating func add(_ write: Write) {
      let target = write.row.target
      if target.place.isWhole {
        if whole[target.path.property] == nil { whole[target.path.property] = write }
      } else if parts[target.key] == nil {
        parts[target.key] = write
      }
    }

    /// The rows that write what a row of the other flow writes too, in their order, unless edits of the target travel back
    /// to both.
    func shared(with other: Writes) -> [(own: ResolvedRow, other: ResolvedRow)] {
      var shared: [(own: ResolvedRow, other: ResolvedRow)] = []
      func compare(_ own: Write, _ other: Write) {
        if !(own.comesBack && other.comesBack) { shared.append((own.row, other.row)) }
      }
      for case (let own?, let other?) in zip(whole, other.whole) { compare(own, other) }
      for (key, own) in parts { if let other = other.parts[key] { compare(own, other) } }
      return shared.sorted { ($0.own.line, $0.own.target.key) < ($1.own.line, $1.own.target.key) }
    }
  }

  private static func diagnostic(
    _ flow: ResolvedFlow, _ earlier: ResolvedFlow, _ names: [String], rows: [ResolvedRow]
  ) -> Diagnostic {
    let target = flow.head.target
    let others = rows.count - 2
    return Diagnostic(
      rule,
      ("`\(flow.head.title)` and `\(earlier.head.title)`\(others > 0 ? " (and \(Wording.count(others, "further flow")))" : "") both "
        + "overwrite \(Wording.list(names, limit: 5)), and may be linked with the same `\(target.title)`"),
      explanation: ("Then each edit on one side replaces what came from the other. Let one of the flows count: in the "
        + "other one \(Advice.direction("only if empty", in: flow.context)), or leave the row out."),
      at: rows[0].row.span,
      labels: rows.dropFirst().prefix(8).map { Diagnostic.Label("written here too", at: $0.row.span) })
  }
}
