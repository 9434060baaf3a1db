/// A YAML text that ends with a quotation mark and begins with none.
public enum YAMLStrayQuotationMark {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0225",
    name: "stray-yaml-quotation-mark",
    category: .syntax,
    severity: .error,
    summary: "A text ends with a quotation mark and begins with none.",
    page: """
      A text between quotation marks begins and ends with one. Where the first one is lost, nobody can tell whether the
      last one is a part of the text, so the text is not used. Where it is a part, write the text between single marks,
      such as `'5"'`.
      """,
    failing: .flow(
      """
      create: always
      was: Cart"
      """),
    passing: .flow(
      """
      create: always
      was: Cart
      """)
  )

  /// The finding for a text without marks around it; `nil` where nothing is odd.
  static func diagnostic(_ scanner: YAMLScanner, _ range: Range<Int>) -> Diagnostic? {
    let mark = UInt8(ascii: "\"")
    guard range.count > 1, scanner.bytes[range.upperBound - 1] == mark,
      !scanner.bytes[range.lowerBound..<range.upperBound - 1].contains(mark)
    else { return nil }
    let text = scanner.span(range).text
    return Diagnostic(
      rule, "the text ends with a quotation mark and begins with none",
      explanation: "Write `\"\(text)`, or `'\(text)'` where the mark is a part of the text.",
      at: scanner.span(range),
      fixes: [
        Diagnostic.Fix(
          "write `\"\(text)`", safe: false,
          edits: [TextEdit(scanner.span(range.lowerBound..<range.lowerBound), replacement: "\"")])
      ])
  }
}
