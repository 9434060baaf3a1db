/// The sentences on a difference that its text and its Markdown share.
enum DifferenceSummary {
  /// The rows that are listed for one change of a description.
  static let shownRows = 5

  /// `4 changes: 1 data loss, 2 behaviour changes, 1 without effect on data`.
  static func line(_ difference: DataflowDifference) -> String {
    let changes = difference.changes
    if changes.isEmpty { return "no change that means anything" }
    func count(_ effect: DataEffect) -> Int { changes.filter { $0.effect == effect }.count }
    var parts: [String] = []
    if count(.dataLoss) > 0 { parts.append("\(count(.dataLoss)) with data loss") }
    if count(.behaviour) > 0 { parts.append("\(count(.behaviour)) of behaviour") }
    if count(.widening) > 0 { parts.append("\(count(.widening)) widening") }
    if count(.none) > 0 { parts.append("\(count(.none)) without effect on data") }
    return "\(changes.count) change\(changes.count == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
  }

  /// What becomes of the base of the rows that a change concerns; `nil` where it stays.
  static func base(_ change: Change) -> String? {
    switch change.base {
    case .firstMerge:
      return "the base is dropped, and the next run merges both sides as if for the first time"
    case .dropped: return "the base is dropped with the rows"
    case .kept, nil: return nil
    }
  }

  /// What the next run does with each flow, a sentence each.
  static func states(_ difference: DataflowDifference) -> [String] {
    difference.states.map { state in
      switch state.kind {
      case .new:
        return
          "\(state.title): a first run, held until it is approved; \(count(state.firstMerge.count)) without a base."
      case .unclaimed: return "\(state.title): does not run; the links stay in the state, and no document claims them."
      case .looksAtAll:
        var parts = ["looks at every record of the flow"]
        if !state.firstMerge.isEmpty {
          parts.append("\(names(state.firstMerge)) merged as if for the first time")
        }
        if !state.dropped.isEmpty { parts.append("the base of \(names(state.dropped)) dropped") }
        parts.append("\(count(state.kept)) with the base that \(state.kept == 1 ? "it has" : "they have")")
        return "\(state.title): \(parts.joined(separator: ", "))."
      }
    }
  }

  private static func count(_ number: Int) -> String { "\(number) propert\(number == 1 ? "y" : "ies")" }

  private static func names(_ names: [String]) -> String {
    let shown = names.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
  }
}
