/// A list or mapping between brackets that is not closed.
public enum YAMLUnclosedBracket {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0206",
    name: "unclosed-bracket",
    category: .syntax,
    severity: .error,
    summary: "A bracket is never closed.",
    page: """
      `[` needs `]` and `{` needs `}`. Brackets may go on over lines that are indented deeper than the key or the dash that
      holds them; the next line that is not, ends them.
      """,
    failing: .flow(
      """
      was: [Bill
      """),
    passing: .flow(
      """
      was: [Bill]
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, _ open: Int) -> Diagnostic {
    let isList = scanner.bytes[open] == UInt8(ascii: "[")
    let end = scanner.lineContentEnd(from: open)
    return Diagnostic(
      rule, "the bracket `\(isList ? "[" : "{")` is never closed",
      explanation: "Write the missing `\(isList ? "]" : "}")`. What stands between is left out.",
      at: scanner.span(open..<open + 1),
      fixes: [
        Diagnostic.Fix(
          "close it at the end of the line", safe: false,
          edits: [TextEdit(scanner.span(end..<end), replacement: isList ? "]" : "}")])
      ])
  }
}
