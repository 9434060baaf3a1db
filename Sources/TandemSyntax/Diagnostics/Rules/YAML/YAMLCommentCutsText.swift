/// A `#` that makes a comment of the rest of a quoted text.
public enum YAMLCommentCutsText {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0213",
    name: "comment-cuts-text",
    category: .syntax,
    severity: .error,
    summary: "A `#` cuts an expression inside of its quotation marks.",
    page: """
      Without YAML quotation marks around the whole, a blank and `#` begin a comment, even between the quotation marks of an
      expression. What is left would be read as something else than what was written. Put the whole value between single
      quotation marks.
      """,
    failing: .flow(
      """
      where: number = "A #1"
      """),
    passing: .flow(
      """
      where: 'number = "A #1"'
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, text: Range<Int>, comment: Int) -> Diagnostic {
    let range = text.lowerBound..<scanner.lineContentEnd(from: comment)
    var fixes: [Diagnostic.Fix] = []
    if range.count <= 1_000 {
      var quoted = "'"
      for character in String(decoding: scanner.bytes[range], as: UTF8.self) {
        quoted += character == "'" ? "''" : String(character)
      }
      fixes = [
        Diagnostic.Fix(
          "put the whole value between single quotation marks", safe: false,
          edits: [TextEdit(scanner.span(range), replacement: quoted + "'")])
      ]
    }
    return Diagnostic(
      rule, "`#` makes a comment of the rest of the text",
      explanation: "Put the whole value between single quotation marks, so that `#` belongs to it.",
      at: scanner.span(comment..<range.upperBound),
      labels: [Diagnostic.Label("this text is cut", at: scanner.span(text))], fixes: fixes)
  }
}
