import TandemSyntax

/// More findings of one kind than are listed.
enum FurtherFindings {
  static let rule = Rule(
    code: "T5004", name: "further-findings", category: .style, severity: .note,
    summary: "A file has more findings of one kind than anybody would read.",
    page: """
      Of each kind the first 100 of a file are listed; a remark behind them counts the others. So many of one kind have
      one cause most often: a renamed property, or a description that is out of date. Correct that, then check again.
      """,
    failing: Examples.rows(rows(listed + 1)), passing: Examples.rows(rows(3)))

  /// So many findings of one kind are listed for a file.
  static let listed = 100

  static func diagnostic(_ rule: Rule, count: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      self.rule, "and \(count) more of this kind, \(rule.code) (\(rule.name))",
      explanation: "They are not listed. Correct the first ones, then check the file again.",
      at: SourceSpan(file: span.file, span.lowerBound..<span.lowerBound))
  }

  private static func rows(_ count: Int) -> [String] {
    (1...count).map {
      "{source: since, target: Since, type: string, direction: to Ledger, when: 'points = \($0)'}"
    }
  }
}
