/// A line that fits nowhere.
enum UnexpectedLine {
  static let rule = Rule(
    code: "T0118",
    name: "unexpected-line",
    category: .syntax,
    severity: .error,
    summary: "A line fits nowhere.",
    page: """
      Outside of sections a document holds its title, the line `Generated`, the introduction, and comments. In a
      table each cell is one line. Write remarks as comments, lines that begin with two full stops and a blank,
      between sentences and tables, or under the text of a cell with a blank line between.
      """,
    failing: RSTExample.failing("Generated: 2024-05-17 09:30:00", "Checked by the accountants"),
    passing: RSTExample.passing
  )

  /// A comment whose full stops stand directly before its text; `nil` for other text.
  static func gluedComment(_ span: SourceSpan) -> Diagnostic? {
    let bytes = span.file.bytes[span.range]
    let stop = UInt8(ascii: ".")
    guard bytes.count > 2, bytes.prefix(2).allSatisfy({ $0 == stop }), bytes[bytes.startIndex + 2] != stop else {
      return nil
    }
    let place = span.lowerBound + 2
    return Diagnostic(
      rule, "a comment has a blank behind its full stops", explanation: "Write `.. ` and then the text of the comment.",
      at: span,
      fixes: [
        .init(
          "write a blank", safe: false,
          edits: [TextEdit(SourceSpan(file: span.file, place..<place), replacement: " ")])
      ])
  }

  static func outside(_ span: SourceSpan) -> Diagnostic {
    if let comment = gluedComment(span) { return comment }
    return Diagnostic(
      rule, "this text belongs to no part of the document",
      explanation: "Move it into the introduction, or write it as a comment: `.. text`.", at: span,
      fixes: [.commentingOut(span)])
  }

  static func inTitle(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the line stands between the title and its rule",
      explanation: "The title stands alone between two rules. Remove the line, or move it into the introduction.",
      at: span, fixes: [.removingLines(of: span)])
  }

  static func introduction(_ span: SourceSpan, edit: TextEdit?) -> Diagnostic {
    Diagnostic(
      rule, "the introduction goes on behind its line",
      explanation: "The introduction is one line. Join the lines, or write further ones as a comment: `.. text`.",
      at: span,
      fixes: edit.map { [.init("join the lines", safe: true, edits: [$0])] } ?? [])
  }

  static func inTable(_ span: SourceSpan) -> Diagnostic {
    if let comment = gluedComment(span) { return comment }
    return Diagnostic(
      rule, "the line is no cell of the table",
      explanation:
        "A cell is one line that begins with `* - ` or `- `. Join the line with the cell above, or remove it.",
      at: span, fixes: [.removingLines(of: span)])
  }

  static func commentInTable(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "a comment stands between the lines of a table",
      explanation:
        "Other tools end the table there. Put the comment under the text of a cell, indented as that text, with a blank line between; or above the sentence that announces the table.",
      at: span)
  }
}
