import TandemSyntax

/// A difference as a person reads it on a terminal.
public enum DifferenceText {
  /// All changes, the worst first, with what the next run makes of the state.
  public static func render(_ difference: DataflowDifference) -> String {
    var lines: [String] = []
    for change in difference.changes {
      lines.append("\(heading(change)): \(change.subject)")
      lines += wrapped(change.sentence, margin: "  ")
      if let example = change.example { lines += wrapped("for example \(example)", margin: "  ") }
      lines += change.before.map { "  - \($0.file):\($0.line): \(shown($0.text))" }
      lines += change.after.map { "  + \($0.file):\($0.line): \(shown($0.text))" }
      let rows = change.rows.prefix(DifferenceSummary.shownRows)
      lines += rows.map { "  used by \($0.file):\($0.line): \(shown($0.text))" }
      if change.rows.count > rows.count { lines.append("  and by \(change.rows.count - rows.count) more") }
      if let base = DifferenceSummary.base(change) { lines += wrapped("state: \(base)", margin: "  ") }
      if change.remedy != .nothing { lines += wrapped("\(change.remedy.rawValue): \(change.advice)", margin: "  ") }
      lines.append("")
    }
    let states = DifferenceSummary.states(difference)
    if !states.isEmpty { lines += ["The next run:"] + states.flatMap { wrapped($0, margin: "  ") } + [""] }
    lines.append(DifferenceSummary.line(difference))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func heading(_ change: Change) -> String {
    "\(change.effect.words)[\(change.kind.rawValue)]" + (change.kind.concernsAccess ? " (access)" : "")
  }

  private static func shown(_ text: String) -> String { InvisibleCharacter.shown(text) }

  private static func wrapped(_ text: String, margin: String) -> [String] {
    var lines: [String] = []
    var current = margin
    for word in shown(text).split(separator: " ") {
      if current.count > margin.count, current.count + word.count + 1 > 110 {
        lines.append(current)
        current = margin + "  "
      }
      current += (current.allSatisfy { $0 == " " } ? "" : " ") + word
    }
    return lines + [current]
  }
}
