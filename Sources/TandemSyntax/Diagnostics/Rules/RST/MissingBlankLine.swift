/// A missing blank line.
enum MissingBlankLine {
  static let rule = Rule(
    code: "T0113",
    name: "missing-blank-line",
    category: .syntax,
    severity: .warning,
    summary: "A blank line is missing.",
    page: """
      Headings, sentences and tables are separated by blank lines; only the first sentence of a section follows its
      heading directly, and the two sentences on matches follow each other. Other tools join what is not separated,
      or refuse it.
      """,
    failing: RSTExample.failing("", nil),
    passing: RSTExample.passing
  )

  static func before(_ span: SourceSpan, lineStart: Int, lineEnd: String) -> Diagnostic {
    let insertion = SourceSpan(file: span.file, lineStart..<lineStart)
    return Diagnostic(
      rule, "a blank line is missing above this line",
      explanation: "Separate headings, sentences and tables by a blank line.",
      at: span, fixes: [.init("insert a blank line", safe: true, edits: [TextEdit(insertion, replacement: lineEnd)])])
  }
}
