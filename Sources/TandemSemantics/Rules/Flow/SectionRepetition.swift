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
          DuplicateSection.rule, at: head.flow.title,
          DuplicateSection.diagnostic(head, first: first, document: context.document))
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
    passing: Examples.document(
      Examples.section("Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"]),
      Examples.section("Shop Country to Ledger Country", rows: ["{source: code, target: Iso, type: string}"])))

  static func diagnostic(_ head: FlowHead, first: FlowHead, document: Dataflow) -> Diagnostic {
    Diagnostic(
      rule, "the section `\(head.title)` stands here twice",
      explanation: "It says what the first one says and is left out. Remove it.", at: head.flow.title,
      labels: [Diagnostic.Label("the first one", at: first.flow.title)],
      fixes: place(of: head, in: document).map {
        [Diagnostic.Fix("remove it", safe: false, edits: [TextEdit($0, replacement: "")])]
      }
        ?? [])
  }

  /// The lines of a section with the blank ones before it; `nil` where a comment stands among them, which only its author
  /// can judge.
  private static func place(of head: FlowHead, in document: Dataflow) -> SourceSpan? {
    let file = document.file
    var first = head.flow.title.start.line - 1
    while first > 0, isBlank(first - 1, in: file) { first -= 1 }
    var last = head.flow.lastPlace.map { file.position(at: $0).line - 1 } ?? first
    // The last cells of a row may be empty.
    while last + 1 < file.lineStarts.count, !isBlank(last + 1, in: file),
      file.bytes[file.lineStarts[last + 1]] == 0x20
    {
      last += 1
    }
    let end = last + 1 < file.lineStarts.count ? file.lineStarts[last + 1] : file.bytes.count
    let range = file.lineStarts[first]..<end
    guard !document.comments.contains(where: { $0.span.range.overlaps(range) }) else { return nil }
    return SourceSpan(file: file, range)
  }

  private static func isBlank(_ line: Int, in file: SourceFile) -> Bool {
    let end = line + 1 < file.lineStarts.count ? file.lineStarts[line + 1] : file.bytes.count
    return file.bytes[file.lineStarts[line]..<end].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }
}

extension Flow {
  /// The last byte of what the section says; `nil` where it says nothing.
  fileprivate var lastPlace: Int? {
    let parts: [SourceSpan?] =
      [table, matching?.span, creation?.span, conflict?.span, firstRun?.span, direction?.span, parent?.via.span]
      + rows.map(\.span) + scopes.map(\.condition.span) + deletions.map(\.policy.span) + formerNames.map(\.name.span)
    return parts.compactMap(\.self).map { max($0.lowerBound, $0.upperBound - 1) }.max()
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
    passing: Examples.document(
      Examples.section("Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"]),
      Examples.section("Shop Country to Ledger Country", rows: ["{source: code, target: Iso, type: string}"])))

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
