/// Indentation that breaks a table.
enum RowIndentation {
  static let rule = Rule(
    code: "T0114",
    name: "row-indentation",
    category: .syntax,
    severity: .warning,
    summary: "A line of a table is not indented like its neighbours.",
    page: """
      A row begins with three blanks, `*`, a blank and `-`; each further cell of it with five blanks and `-`, so
      that the dashes stand under each other. A tab looks like blanks and is not: other tools refuse the table.
      """,
    failing: RSTExample.failing("- MailAddress", "  - MailAddress"),
    passing: RSTExample.passing
  )

  /// - Parameter row: The line that begins the row, where the line at fault is a further cell of it.
  static func line(
    _ span: SourceSpan, hasTab: Bool, wanted: Int, moved: [TextEdit], row: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      rule, hasTab ? "the line is indented with a tab" : "the line is not indented like its table",
      explanation: "Begin the line with \(wanted) blanks\(moved.isEmpty ? "" : ", and its cells with \(wanted + 2)").",
      at: span, labels: row.map { [.init("the cells of this row", at: $0)] } ?? [],
      fixes: [
        .init(
          "indent with \(wanted) blanks", safe: true,
          edits: [TextEdit(span, replacement: String(repeating: " ", count: wanted))] + moved)
      ])
  }
}
