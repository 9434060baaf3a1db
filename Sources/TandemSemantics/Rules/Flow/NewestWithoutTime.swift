import TandemSyntax

/// `newest` where a side does not tell when a record was edited.
enum NewestWithoutTime: MappingRule {
  static let rule = Rule(
    code: "T4004", name: "newest-without-time", category: .flow, severity: .warning,
    summary: "The newest edit is to win, and one side does not tell when a record was edited.",
    page: """
      "The newest edit wins" compares the times of the last edits, which the descriptions name as `modified`. Where an
      entity has no such property, the time at which the change was noticed stands in for it, which can be much later
      than the edit. Name the property in the description, or let one system win, or a person decide.
      """,
    failing: Examples.flow(
      "Shop Country to Ledger Country", rows: ["{source: code, target: Iso, type: string}"], policy: "conflict: newest"),
    passing: Examples.flow(
      "Shop Country to Ledger Country", rows: ["{source: code, target: Iso, type: string}"],
      policy: "conflict: Shop wins"))

  static func check(_ flow: ResolvedFlow) {
    let section = flow.head.flow
    if let conflict = section.conflict, conflict.value != .newest { return }
    // The winner may stand in what could not be read.
    if section.conflict == nil, section.hasUnreadParts { return }
    guard flow.properties.contains(where: { $0.direction == .both && $0.rows.allSatisfy { $0.wins == nil } }) else {
      return
    }
    let silent = [flow.head.source, flow.head.target].filter {
      $0.model.modified == nil && !flow.context.hasUnreadParts($0)
    }
    guard !silent.isEmpty else { return }
    let names = silent.map { "`\($0.title)`" }.joined(separator: " and ")
    let context = flow.context
    let winner =
      silent.count == 1 && silent[0] === flow.head.source
      ? context.spelling(of: .target) : context.spelling(of: .source)
    let isRST = context.document.notation == .rst
    let advice = isRST ? "\"If both sides have changed, \(winner) wins.\"" : "`conflict: \(winner) wins`"
    var diagnostic = Diagnostic(
      rule,
      ("\(names) \(silent.count == 1 ? "does" : "do") not tell when a record was edited, so \"newest\" is only "
        + "when the change was noticed"),
      explanation:
        "Write \(advice), or name the property with the time of the last edit as `modified` in the description.",
      at: section.conflict?.span ?? section.title,
      labels: silent.map { Diagnostic.Label("without `modified`", at: $0.nameSpan) })
    // Where the author did not ask for the newest edit, this is only good to know.
    if section.conflict == nil { diagnostic.severity = .note }
    context.report.add(diagnostic)
  }
}
