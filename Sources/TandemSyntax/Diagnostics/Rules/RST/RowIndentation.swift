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

  static func line(_ span: SourceSpan, hasTab: Bool, wanted: Int, moved: [TextEdit]) -> Diagnostic {
    Diagnostic(
      rule, hasTab ? "the line is indented with a tab" : "the line is not indented like its table",
      explanation: "Begin the line with \(wanted) blanks\(moved.isEmpty ? "" : ", and its cells with \(wanted + 2)").",
      at: span,
      fixes: [
        .init(
          "indent with \(wanted) blanks", safe: true,
          edits: [TextEdit(span, replacement: String(repeating: " ", count: wanted))] + moved)
      ])
  }
}
