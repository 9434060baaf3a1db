/// A YAML text whose quotation mark is not closed.
public enum YAMLUnclosedQuotationMark {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0205",
    name: "unclosed-yaml-quotation-mark",
    category: .syntax,
    severity: .error,
    summary: "A quoted text has no closing quotation mark.",
    page: """
      A text that begins with a quotation mark ends with the same one; it may go on over lines that are indented deeper than
      its key. Between single marks write two of them for one; between double marks write `\\"`.
      """,
    failing: .flow(
      """
      create: 'always
      """),
    passing: .flow(
      """
      create: 'always'
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, _ range: Range<Int>) -> Diagnostic {
    let mark = scanner.bytes[range.lowerBound] == UInt8(ascii: "'") ? "'" : "\""
    return Diagnostic(
      rule, "the quotation mark `\(mark)` is never closed",
      explanation: "Close the text with \(mark). Everything up to the next item is left out.", at: scanner.span(range),
      fixes: [
        Diagnostic.Fix(
          "close the text at the end of the line", safe: false,
          edits: [TextEdit(scanner.span(range.upperBound..<range.upperBound), replacement: mark)])
      ])
  }
}
