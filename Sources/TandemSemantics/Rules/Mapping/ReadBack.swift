import TandemSyntax

/// One source that feeds several targets.
enum ReadBack {
  static let rule = Rule(
    code: "T3007", name: "read-back", category: .mapping, severity: .note,
    summary: "One property feeds several, and nothing says which of them is read on the way back.",
    page: """
      The first of the rows is read on the way back; the others are written only, and an edit there is repaired by the
      full comparison. Mark another row with `read back` if that one is meant, or give the others a direction.
      """,
    failing: Examples.rows(
      "{source: email, target: Email, type: string}", "{source: email, target: Email2, type: string}"),
    passing: Examples.rows(
      "{source: email, target: Email, type: string, read back: true}", "{source: email, target: Email2, type: string}"))

  static func diagnostic(_ rows: [ResolvedRow], context: DocumentContext) -> Diagnostic {
    let source = rows[0].source?.path.text ?? ""
    let names = rows.map(\.target.path.text)
    return Diagnostic(
      rule, "`\(source)` feeds \(Wording.list(names)); `\(names[0])` is read on the way back",
      explanation: "Edits of \(Wording.list(Array(names.dropFirst()))) do not travel. To read another one, "
        + Advice.clause(rst: "read back", yaml: "read back: true", in: context) + " that is meant.",
      at: rows[0].row.span,
      labels: rows.dropFirst().prefix(8).map { Diagnostic.Label("written only", at: $0.row.span) },
      fixes: Advice.fix(rows[0].row, adding: "read back: true", safe: true))
  }
}

/// Several rows of one source that are all to be read back.
enum SeveralReadBack {
  static let rule = Rule(
    code: "T3008", name: "several-read-back", category: .mapping, severity: .error,
    summary: "Several rows of one source are marked to be read on the way back.",
    page: """
      The value that comes back can be only one. Leave `read back` at the row whose target people edit.
      """,
    failing: Examples.rows(
      "{source: email, target: Email, type: string, read back: true}",
      "{source: email, target: Email2, type: string, read back: true}"),
    passing: Examples.rows(
      "{source: email, target: Email, type: string, read back: true}", "{source: email, target: Email2, type: string}"))

  static func diagnostic(_ rows: [ResolvedRow]) -> Diagnostic {
    Diagnostic(
      rule,
      ("`\(rows[0].source?.path.text ?? "")` cannot be read back from "
        + "\(Wording.list(rows.map(\.target.path.text))) at once"),
      explanation: "Leave `read back` at one of the rows.", at: rows[1].clauses.readBack ?? rows[1].row.span,
      labels: [Diagnostic.Label("read back here too", at: rows[0].clauses.readBack ?? rows[0].row.span)])
  }
}
