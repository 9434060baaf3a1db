import TandemSyntax

/// A difference as a comment on a review: what matters in a table at the top, each change below, what data does not notice
/// folded away.
public enum DifferenceMarkdown {
  /// The comment.
  public static func render(_ difference: DataflowDifference) -> String {
    let changes = difference.changes
    var lines = ["### Dataflow changes", ""]
    guard !changes.isEmpty else {
      return (lines + ["No change that means anything for data."]).joined(separator: "\n") + "\n"
    }
    lines += ["**\(escaped(DifferenceSummary.line(difference)))**", ""]
    let weighty = changes.filter { $0.effect >= .behaviour || $0.kind.concernsAccess }
    let light = changes.filter { !($0.effect >= .behaviour || $0.kind.concernsAccess) }
    if !weighty.isEmpty {
      lines += ["| effect | change | what to do |", "|---|---|---|"]
      for change in weighty {
        lines.append(
          "| \(sign(change)) | \(escaped(change.subject)): \(escaped(words(change.kind))) | \(change.remedy.rawValue) |"
        )
      }
      lines.append("")
      for change in weighty { lines += section(change) }
    }
    let states = DifferenceSummary.states(difference)
    if !states.isEmpty { lines += ["#### The next run", ""] + states.map { "- \(escaped($0))" } + [""] }
    if !light.isEmpty {
      lines += ["<details>", "<summary>\(light.count) more that existing data does not notice</summary>", ""]
      for change in light {
        let places = (change.after + change.before).first.map { " (\(code("\($0.file):\($0.line)")))" } ?? ""
        lines.append("- \(change.effect.words), \(escaped(change.subject)): \(escaped(change.sentence))\(places)")
      }
      lines += ["", "</details>", ""]
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ change: Change) -> [String] {
    var lines = ["#### \(sign(change)): \(escaped(change.subject)), \(escaped(words(change.kind)))", ""]
    lines += [escaped(change.sentence), ""]
    if let example = change.example { lines += ["For example \(code(example))", ""] }
    let before = change.before.map { "- \($0.file):\($0.line)  \($0.text)" }
    let after = change.after.map { "+ \($0.file):\($0.line)  \($0.text)" }
    if !(before + after).isEmpty { lines += fenced(before + after) + [""] }
    if !change.rows.isEmpty {
      let rows = change.rows.prefix(DifferenceSummary.shownRows).map { code("\($0.file):\($0.line) \($0.text)") }
      let more = change.rows.count - rows.count
      lines += ["Used by", ""] + rows.map { "- \($0)" } + (more > 0 ? ["- and \(more) more"] : []) + [""]
    }
    if let base = DifferenceSummary.base(change) { lines += ["State: \(base).", ""] }
    if change.remedy != .nothing {
      lines += ["**\(capitalised(change.remedy.rawValue)).** \(escaped(change.advice))", ""]
    }
    return lines
  }

  private static func sign(_ change: Change) -> String {
    capitalised((change.kind.concernsAccess ? "access, " : "") + change.effect.words)
  }

  private static func words(_ kind: ChangeKind) -> String { kind.rawValue.replacing("-", with: " ") }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  // MARK: - Text that documents hold, which may be anything

  /// A block that no text inside can close.
  private static func fenced(_ lines: [String]) -> [String] {
    let shown = lines.map(InvisibleCharacter.shown)
    let fence = String(repeating: "`", count: max(3, (shown.map(longestRun).max() ?? 0) + 1))
    return [fence + "diff"] + shown + [fence]
  }

  private static func code(_ text: String) -> String {
    let shown = InvisibleCharacter.shown(text)
    let run = longestRun(shown)
    guard run > 0 else { return "`\(shown)`" }
    let marks = String(repeating: "`", count: run + 1)
    return "\(marks) \(shown) \(marks)"
  }

  private static func longestRun(_ text: String) -> Int {
    var (longest, current) = (0, 0)
    for byte in text.utf8 {
      current = byte == UInt8(ascii: "`") ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  /// Prose in which only the names between backticks keep their form; everything else that Markdown would read as a sign
  /// is escaped.
  static func escaped(_ text: String) -> String {
    var result = ""
    var isCode = false
    let shown = InvisibleCharacter.shown(text)
    let isBalanced = shown.filter { $0 == "`" }.count % 2 == 0
    for character in shown {
      if character == "`", isBalanced {
        isCode.toggle()
        result.append(character)
      } else if !isCode, "\\`*_{}[]<>#&~@|".contains(character) {
        // A mention would call somebody to the review.
        result += character == "@" ? "@\u{200B}" : "\\" + String(character)
      } else {
        result.append(character)
      }
    }
    return result
  }
}
