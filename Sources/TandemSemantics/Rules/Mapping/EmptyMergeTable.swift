import TandemSyntax

/// A merge table without rows.
enum EmptyMergeTable {
  static let rule = Rule(
    code: "T3023", name: "empty-merge-table", category: .mapping, severity: .warning,
    summary: "A section says that records merge, and no combination of properties follows.",
    page: """
      Without a combination nothing ever matches, so every record is created anew, or nothing is linked at all. Name the
      properties by which a person would recognise the record, or leave the sentences about merging out.
      """,
    failing: Examples.rows(policy: "match: []"), passing: Examples.rows(policy: "match:\n- {email: Email}"))

  static func diagnostic(_ matching: Matching, flow: FlowHead) -> Diagnostic {
    let pairs = Suggestions.pairs(flow.source, flow.target).prefix(3).map { "\($0.source) - \($0.target)" }
    return Diagnostic(
      rule, "the merge table of `\(flow.title)` names no properties",
      explanation: "Nothing would ever match. Name properties by which a person would recognise the record"
        + (pairs.isEmpty ? "." : ", such as \(Wording.list(Array(pairs))).")
        + " Or leave the merge table out.",
      at: matching.span)
  }
}
