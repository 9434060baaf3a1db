import TandemSyntax

/// Two documents that map the same two entities, in opposite or equal directions.
enum OppositeDocuments: AcrossRule {
  static let rule = Rule(
    code: "T4012", name: "opposite-documents", category: .flow, severity: .warning,
    summary: "Two documents map the same two entities, and their rows differ.",
    page: """
      A flow is known by its two entities, whatever the direction: `Shop to Ledger` and `Ledger to Shop` keep the same
      records in step. Each document may say in which direction records are created; what is kept in step has to be the
      same in both, or one document undoes what the other writes. Let the tables agree, or map the pair in one of them.
      """,
    failing: Examples.documents(there, back(["{source: Email2, target: email, type: string}"])),
    passing: Examples.documents(there, back(["{source: Email, target: email, type: string}"])))

  private static let there = Examples.rows("{source: email, target: Email, type: string}")

  private static func back(_ rows: [String]) -> Rule.Example {
    Examples.document(
      Examples.section(
        "Ledger Account to Shop Customer", rows: ["{source: Name, target: name, type: string}"] + rows,
        policy: "create: never"), title: "Ledger to Shop")
  }

  /// Compares all flows of one identity with the first of them.
  static func check(_ graph: FlowGraph, _ findings: Report) {
    var firsts: [String: ResolvedFlow] = [:]
    for flow in graph.flows where !flow.isEmptyTable {
      guard let first = firsts[flow.head.identifier] else {
        firsts[flow.head.identifier] = flow
        continue
      }
      let isReversed = first.head.source !== flow.head.source
      if isReversed, first.creates, flow.creates {
        findings.add(BothCreate.diagnostic(flow, first: first))
      }
      // A table with faults has rows that are not here; it is compared when they are corrected.
      guard first.isComplete, flow.isComplete else { continue }
      let ones = pairs(first, reversed: false)
      let twos = pairs(flow, reversed: isReversed)
      guard ones != twos else {
        if let difference = ConversionDifference.first(between: first, and: flow, isReversed: isReversed) {
          findings.add(diagnostic(flow, first: first, difference))
        }
        continue
      }
      let (known, own) = (Set(ones), Set(twos))
      let missing = ones.filter { !own.contains($0) }
      let added = twos.filter { !known.contains($0) }
      guard !missing.isEmpty || !added.isEmpty else { continue }
      findings.add(diagnostic(flow, first: first, missing: missing, added: added))
    }
  }

  /// The mapped pairs of properties, each written with the first flow's source on the left.
  private static func pairs(_ flow: ResolvedFlow, reversed: Bool) -> [String] {
    flow.rows.compactMap { row in
      guard let source = row.sourceKey else { return nil }
      return reversed ? "\(row.target.key) - \(source)" : "\(source) - \(row.target.key)"
    }
  }

  private static func diagnostic(
    _ flow: ResolvedFlow, first: ResolvedFlow, missing: [String], added: [String]
  ) -> Diagnostic {
    var parts: [String] = []
    if !missing.isEmpty { parts.append("It lacks \(Wording.list(missing, limit: 5))") }
    if !added.isEmpty { parts.append("\(missing.isEmpty ? "It" : "it") adds \(Wording.list(added, limit: 5))") }
    return Diagnostic(
      rule,
      "`\(flow.head.title)` maps other properties than `\(first.head.title)`, which keeps the same records in step",
      explanation: parts.joined(separator: ", and ")
        + ". Let the two tables agree, or map the pair in one of them only.",
      at: flow.head.flow.title, labels: [Diagnostic.Label("the other one", at: first.head.flow.title)])
  }
}

extension OppositeDocuments {
  /// The same pairs, converted in another way.
  private static func diagnostic(
    _ flow: ResolvedFlow, first: ResolvedFlow, _ difference: ConversionDifference
  ) -> Diagnostic {
    Diagnostic(
      rule,
      ("`\(difference.row.target.path.text)` is converted in another way than in `\(first.head.title)`, which keeps the same "
        + "records in step"),
      explanation: ("What one of the two sections writes, the other would change again. Give both rows the same "
        + "conversion or value map, or map the pair in one of the sections only."),
      at: difference.row.row.span, labels: [Diagnostic.Label("the other row", at: difference.other.row.span)],
      notes: [difference.text])
  }
}

/// Two documents that both create, each on its own side.
enum BothCreate {
  static let rule = Rule(
    code: "T4013", name: "both-create", category: .flow, severity: .note,
    summary: "Of two entities each is created from the other.",
    page: """
      A record that one document created must not come back as a new record of the other. Tandem knows each record's
      partner, so it does not; after a loss of its state, only a merge table can tell which records belong together.
      Give both sections one.
      """,
    failing: Examples.documents(Examples.rows(), back(policy: "")),
    passing: Examples.documents(Examples.rows(policy: "match:\n- {name: Name}"), back(policy: "create: never")))

  private static func back(policy: String) -> Rule.Example {
    Examples.document(
      Examples.section(
        "Ledger Account to Shop Customer", rows: ["{source: Name, target: name, type: string}"], policy: policy),
      title: "Ledger to Shop")
  }

  static func diagnostic(_ flow: ResolvedFlow, first: ResolvedFlow) -> Diagnostic {
    Diagnostic(
      rule, "`\(flow.head.source.title)` and `\(flow.head.target.title)` are each created from the other",
      explanation: flow.matches.isEmpty || first.matches.isEmpty
        ? ("Records that were created are not created back. Give both sections a merge table, so that this also "
          + "holds when the state was lost.")
        : "Records that were created are not created back.",
      at: flow.head.flow.title, labels: [Diagnostic.Label("created the other way here", at: first.head.flow.title)])
  }
}
