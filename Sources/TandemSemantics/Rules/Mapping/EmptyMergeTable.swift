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

  static func diagnostic(_ matching: Matching, flow: ResolvedFlow, index: FlowIndex) -> Diagnostic {
    let combinations = flow.suggestion(index).alternatives.map { suggestion in
      let pairs = suggestion.alternative.pairs.map { "\($0.source.path.text) - \($0.target.path.text)" }
      return "`\(pairs.joined(separator: "` with `"))`"
    }
    return Diagnostic(
      rule, "the merge table of `\(flow.head.title)` names no properties",
      explanation: "Nothing would ever match. Name properties by which a person would recognise the record"
        + (combinations.isEmpty ? "." : ", such as \(combinations.prefix(3).joined(separator: ", or ")).")
        + " Or leave the merge table out.",
      at: matching.span)
  }
}
