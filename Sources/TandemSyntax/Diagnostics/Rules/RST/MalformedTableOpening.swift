/// The lines that open a table.
enum MalformedTableOpening {
  static let rule = Rule(
    code: "T0115",
    name: "malformed-table-opening",
    category: .syntax,
    severity: .error,
    summary: "A table does not open with its two fixed lines.",
    page: """
      Each table opens with these two lines, the second indented, and a blank line after them:

          .. list-table::
             :header-rows: 1

      Other directives and options mean nothing in a document.
      """,
    failing: RSTExample.failing(".. list-table::", ".. list-tabel::"),
    passing: RSTExample.passing
  )

  static func directive(_ span: SourceSpan, name: String, isTable: Bool) -> Diagnostic {
    guard isTable else {
      return Diagnostic(
        rule, "`\(name.prefix(60))` is not known here",
        explanation:
          "The only directive of a document is `\(HeadingForm.tableDirective)`. For a comment write `.. text`.",
        at: span)
    }
    return Diagnostic(
      rule, "a table opens with `\(HeadingForm.tableDirective)`",
      explanation: "Write `\(HeadingForm.tableDirective)` and nothing else in the line.", at: span,
      fixes: [
        .init(
          "write `\(HeadingForm.tableDirective)`", safe: true,
          edits: [TextEdit(span, replacement: HeadingForm.tableDirective)])
      ])
  }

  static func twice(_ span: SourceSpan, whole: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the table opens twice", explanation: "Remove one of the two lines.", at: span,
      fixes: [.init("remove the line", safe: true, edits: [TextEdit(whole, replacement: "")])])
  }

  static func missingDirective(_ span: SourceSpan, lineEnd: String) -> Diagnostic {
    let isOption = span.text.hasPrefix(":")
    let lineStart = span.file.lineStarts[span.start.line - 1]
    let insertion = SourceSpan(file: span.file, lineStart..<lineStart)
    let lines =
      isOption
      ? HeadingForm.tableDirective + lineEnd
      : HeadingForm.tableDirective + lineEnd + HeadingForm.tableOption + lineEnd + lineEnd
    return Diagnostic(
      rule, "the line `\(HeadingForm.tableDirective)` is missing above the table",
      explanation: "A table opens with `\(HeadingForm.tableDirective)` and `\(HeadingForm.tableOption)`.", at: span,
      fixes: [.init("add it", safe: true, edits: [TextEdit(insertion, replacement: lines)])])
  }

  static func headerRows(_ span: SourceSpan) -> Diagnostic {
    let right = ":header-rows: 1"
    return Diagnostic(
      rule, "the table's option is not `\(right)`",
      explanation: "A table has exactly one heading row. Write `\(right)`.",
      at: span, fixes: [.init("write `\(right)`", safe: true, edits: [TextEdit(span, replacement: right)])])
  }

  static func missingOption(_ span: SourceSpan, edit: TextEdit) -> Diagnostic {
    Diagnostic(
      rule, "the line `   :header-rows: 1` is missing below `\(HeadingForm.tableDirective)`",
      explanation: "Without it other tools take the heading row for a row of properties.", at: span,
      fixes: [.init("add it", safe: true, edits: [edit])])
  }

  static func unknownOption(_ span: SourceSpan, whole: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the option `\(span.text.prefix(60))` is not known here",
      explanation: "The only option of a table is `:header-rows: 1`.", at: span,
      fixes: [.init("remove the line", safe: true, edits: [TextEdit(whole, replacement: "")])])
  }
}
