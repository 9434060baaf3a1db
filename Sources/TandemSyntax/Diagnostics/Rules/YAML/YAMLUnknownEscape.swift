/// A backslash between double quotation marks before something that is no escape.
public enum YAMLUnknownEscape {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0214",
    name: "unknown-yaml-escape",
    category: .syntax,
    severity: .error,
    summary: "A backslash between double quotation marks escapes nothing that YAML knows.",
    page: """
      Between double quotation marks a backslash begins an escape: `\\"`, `\\\\`, `\\n`, `\\t`, `\\u00e9`. Between single
      quotation marks it is an ordinary character, which is better for expressions and paths.
      """,
    failing: .flow(
      """
      first run: "\\link only"
      """),
    passing: .flow(
      """
      first run: "link only"
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, "`\(ClauseText.excerpt(scanner.bytes[range]))` is not an escape of YAML",
      explanation: "Write two backslashes for one, or put the text between single quotation marks.",
      at: scanner.span(range),
      fixes: [
        Diagnostic.Fix(
          "write two backslashes", safe: false,
          edits: [TextEdit(scanner.span(range.lowerBound..<range.lowerBound), replacement: "\\")])
      ])
  }
}
