import TandemSyntax

/// Finds sections that stand in a document twice.
enum SectionRepetition {
  /// The positions of the sections that are left out: the later ones. Of different ones both would write, so that the
  /// first is kept only to report its own faults.
  static func check(_ heads: [FlowHead?], context: DocumentContext) -> Set<Int> {
    var firsts: [String: FlowHead] = [:]
    var repeated: Set<Int> = []
    for (position, head) in heads.enumerated() {
      guard let head else { continue }
      let key = "\(head.pair.source) \(head.pair.target) \(head.identifier)"
      guard let first = firsts[key] else {
        firsts[key] = head
        continue
      }
      repeated.insert(position)
      if content(first.flow) == content(head.flow) {
        context.report.add(
          DuplicateSection.rule, at: head.flow.title, DuplicateSection.diagnostic(head, first: first))
      } else {
        context.report.add(
          ConflictingSection.rule, at: head.flow.title, ConflictingSection.diagnostic(head, first: first))
      }
    }
    return repeated
  }

  /// What a section says, as text without its layout between the parts.
  private static func content(_ flow: Flow) -> [String] {
    var parts: [String] = flow.rows.map(\.span.text)
    parts.append(flow.matching.map { text($0) } ?? "no merge table")
    parts.append(flow.creation.map { text($0) } ?? "no creation")
    for scope in flow.scopes { parts.append((scope.system?.value ?? "") + ": " + scope.condition.span.text) }
    for deletion in flow.deletions { parts.append(deletion.system.value + ": " + deletion.policy.span.text) }
    parts.append(flow.conflict.map { "\($0.value)" } ?? "")
    parts.append(flow.firstRun?.value.rawValue ?? "")
    parts.append(flow.direction.map { "\($0.value)" } ?? "")
    parts.append("\(flow.linksOnly)")
    return parts
  }

  private static func text(_ matching: Matching) -> String {
    matching.alternatives.map { alternative in
      alternative.pairs.map { $0.source.span.text + " = " + $0.target.span.text }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private static func text(_ creation: Located<Creation>) -> String {
    switch creation.value {
    case .always: return "always"
    case .never: return "never"
    case .when(.remark(let text)): return text
    case .when(.expression(let expression)): return expression.span.text
    case .connected(let names): return names.map(\.text).joined(separator: ", ")
    }
  }
}

/// The same section twice.
enum DuplicateSection {
  static let rule = Rule(
    code: "T4001", name: "duplicate-section", category: .flow, severity: .warning,
    summary: "A document holds the same section twice.",
    page: """
      The second section says what the first one says and is left out. Remove it, or correct the names if another pair
      of entities was meant.
      """,
    failing: Examples.document(
      Examples.section("Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"]),
      Examples.section("Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"])),
    passing: Examples.rows())

  static func diagnostic(_ head: FlowHead, first: FlowHead) -> Diagnostic {
    Diagnostic(
      rule, "the section `\(head.title)` stands here twice",
      explanation: "It says what the first one says and is left out. Remove it.", at: head.flow.title,
      labels: [Diagnostic.Label("the first one", at: first.flow.title)])
  }
}

/// Two sections for the same entities that say different things.
enum ConflictingSection {
  static let rule = Rule(
    code: "T4002", name: "conflicting-section", category: .flow, severity: .error,
    summary: "A document holds two different sections for the same two entities.",
    page: """
      A flow is known by its two entities, so two sections for them are one flow that says two things. Join them: the
      rows of both in one table, one policy.
      """,
    failing: Examples.document(
      Examples.section("Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"]),
      Examples.section(
        "Shop Customer to Ledger Account",
        rows: ["{source: name, target: Name, type: string}", "{source: email, target: Email, type: string}"])),
    passing: Examples.rows("{source: email, target: Email, type: string}"))

  static func diagnostic(_ head: FlowHead, first: FlowHead) -> Diagnostic {
    Diagnostic(
      rule, "a second section for `\(head.source.title)` and `\(head.target.title)` says something else than the first",
      explanation: "Join the two: the rows of both in one table, under one policy.", at: head.flow.title,
      labels: [
        Diagnostic.Label(
          "the first one, with \(Wording.count(first.flow.rows.count, "row")) against \(head.flow.rows.count)",
          at: first.flow.title)
      ])
  }
}
