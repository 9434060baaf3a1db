import TandemSyntax

/// Several rows with one target and no order among them.
enum NoPrecedence {
  static let rule = Rule(
    code: "T3006", name: "no-precedence", category: .mapping, severity: .error,
    summary: "Several properties feed one property, and nothing says which of them counts.",
    page: """
      Where several rows have the same target, the author decides: the first that is not empty (`first choice`,
      `second choice`, in YAML `choice: 1`, `choice: 2`), all of them joined (`joined by " "`, in YAML `join: " "`),
      or by a condition (`when`). First-non-empty also works on the way back: the value returns to the property that
      supplied it.
      """,
    failing: Examples.rows(
      "{source: email, target: Email, type: string}", "{source: address.street, target: Email, type: string}"),
    passing: Examples.rows(
      "{source: email, target: Email, type: string, choice: 1}",
      "{source: address.street, target: Email, type: string, choice: 2}"))

  static func diagnostic(_ rows: [ResolvedRow]) -> Diagnostic {
    let isRST = rows[0].target.cell.span.file.path.hasSuffix(".rst")
    let names = rows.map { $0.source?.path.text ?? "a constant" }
    let target = rows[0].target
    let order = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
    let choices = names.prefix(9).enumerated().map { index, name in
      isRST ? "`\(order[index]) choice` at `\(name)`" : "`choice: \(index + 1)` at `\(name)`"
    }
    let join = isRST ? "`joined by \" \"`" : "`join: \" \"`"
    let condition = isRST ? "`when ``CONDITION```" : "`when: CONDITION`"
    let missing = rows.filter { $0.clauses.choice == nil }
    let mentioned = rows.compactMap(\.clauses.choice?.value)
    let explanation: String
    if !mentioned.isEmpty, missing.isEmpty {
      explanation =
        "Two of the rows are the same choice. Number them all differently: \(choices.joined(separator: ", "))."
    } else {
      explanation =
        ("Write \(choices.joined(separator: ", ")) to take the first that is not empty; or \(join) at each to "
          + "join them; or \(condition) at all but the last.")
    }
    let fixes = isRST ? [] : fix(rows)
    return Diagnostic(
      rule, "\(Wording.list(names)) all feed `\(target.path.text)`, and nothing says which one counts",
      explanation: explanation, at: rows[1].row.span,
      labels: rows.enumerated().prefix(8).filter { $0.offset != 1 }.map { index, row in
        Diagnostic.Label("`\(names[index])` feeds `\(target.path.text)` too", at: row.row.span)
      }, fixes: fixes)
  }

  private static func fix(_ rows: [ResolvedRow]) -> [Diagnostic.Fix] {
    guard rows.allSatisfy({ $0.clauses.choice == nil && $0.clauses.condition == nil }) else { return [] }
    let edits = rows.enumerated().flatMap { index, row in
      Advice.fix(row.row, adding: "choice: \(index + 1)").flatMap(\.edits)
    }
    guard edits.count == rows.count else { return [] }
    return [Diagnostic.Fix("number the rows in their order", safe: false, edits: edits)]
  }

  /// Rows that would be joined by different texts.
  static func separators(_ other: Located<String>, first: Located<String>) -> Diagnostic {
    Diagnostic(
      rule, "the rows of one target are joined by \"\(first.value)\" and by \"\(other.value)\"",
      explanation: "Write the same text at each of them.", at: other.span,
      labels: [Diagnostic.Label("joined by \"\(first.value)\"", at: first.span)])
  }

  /// Several targets that are written back into one source.
  static func backwards(_ rows: [ResolvedRow]) -> Diagnostic {
    let source = rows[0].source?.path.text ?? ""
    let names = rows.map(\.target.path.text)
    return Diagnostic(
      rule, "\(Wording.list(names)) are all written back into `\(source)`, and nothing says which one counts",
      explanation: ("Mark the row that is read on the way back with `read back`, and let the others work in the other "
        + "direction only."),
      at: rows[1].row.span, labels: [Diagnostic.Label("`\(names[0])` feeds `\(source)` too", at: rows[0].row.span)])
  }
}
