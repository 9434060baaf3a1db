/// A line of a mapping that is no key with a value.
public enum YAMLMissingColon {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0204",
    name: "missing-colon",
    category: .syntax,
    severity: .error,
    summary: "A line among keys has no colon with a blank after it.",
    page: """
      A key is followed by a colon and a blank: `create: always`. Without the colon, or without the blank after it, YAML
      takes all of it for text.
      """,
    failing: .flow(
      """
      create always
      """),
    passing: .flow(
      """
      create: always
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, _ range: Range<Int>) -> Diagnostic {
    var fixes: [Diagnostic.Fix] = []
    let words = SourceLine.words(in: range, of: scanner.bytes)
    if let colon = scanner.bytes[range].firstIndex(of: UInt8(ascii: ":")), colon > range.lowerBound {
      fixes = [
        Diagnostic.Fix(
          "write a blank after the colon", safe: false,
          edits: [TextEdit(scanner.span(colon + 1..<colon + 1), replacement: " ")])
      ]
    } else {
      // Most keys are one word, some are two; the reader tries which of them is known.
      fixes = words.dropLast().prefix(2).map { word in
        Diagnostic.Fix(
          "write a colon after `\(ClauseText.excerpt(scanner.bytes[range.lowerBound..<word.upperBound]))`", safe: false,
          edits: [TextEdit(scanner.span(word.upperBound..<word.upperBound), replacement: ":")])
      }
    }
    return Diagnostic(
      rule, "`\(ClauseText.excerpt(scanner.bytes[range]))` is not a key with a value",
      explanation: "Write `key: value`, with a blank after the colon.", at: scanner.span(range), fixes: fixes)
  }
}
