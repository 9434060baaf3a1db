import TandemSyntax

/// A comment that allows what is not found.
enum UnusedSuppression {
  static let rule = Rule(
    code: "T5012", name: "unused-suppression", category: .style, severity: .warning,
    summary: "A comment allows a finding that is not there.",
    page: """
      The finding was corrected, or the comment stands at another part: it speaks of the part that follows it, or of that on
      whose line it stands, and at the head of a file of the whole document. A comment that allows nothing would hide the
      next finding of its kind. Lines that are indented further go on with a reason and are removed with it; where a line at
      the same margin follows a reason without a full stop, the correction waits for the author. In a file with errors nothing is said to be unused, because not everything is checked there.
      """,
    failing: SuppressionRules.example("tandem allows typed-as-string: the generator writes string", type: "date"),
    passing: SuppressionRules.passing)

  static func diagnostic(_ name: Located<String>, _ suppression: Suppression) -> Diagnostic {
    let known = RuleRegistry.rule(name.value).map { "\($0.code) (\($0.name))" } ?? name.value
    return Diagnostic(
      rule, "nothing here gives \(known)",
      explanation: "Remove the comment, or move it to the part that it speaks of.", at: name.span,
      fixes: [removal(of: name, from: suppression)])
  }

  /// A rule that one comment names twice.
  static func twice(_ name: Located<String>, _ suppression: Suppression) -> Diagnostic {
    Diagnostic(
      rule, "the comment names `\(name.value)` twice", explanation: "Name each finding once.", at: name.span,
      fixes: [removal(of: name, from: suppression)])
  }

  private static func removal(of name: Located<String>, from suppression: Suppression) -> Diagnostic.Fix {
    guard suppression.rules.count > 1 else {
      return SuppressionRemoval.fix("remove the comment", suppression)
    }
    let file = name.span.file
    let place = suppression.rules.firstIndex { $0.span == name.span } ?? 0
    // The comma goes with the name: the one behind it, or before the last.
    let range =
      place + 1 < suppression.rules.count
      ? name.span.lowerBound..<suppression.rules[place + 1].span.lowerBound
      : suppression.rules[place - 1].span.upperBound..<name.span.upperBound
    return Diagnostic.Fix(
      "remove `\(name.value)`", safe: true, edits: [TextEdit(SourceSpan(file: file, range), replacement: "")])
  }
}
