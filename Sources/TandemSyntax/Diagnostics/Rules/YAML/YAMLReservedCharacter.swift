/// A text that begins with a character that YAML keeps for itself.
public enum YAMLReservedCharacter {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0215",
    name: "reserved-character",
    category: .syntax,
    severity: .error,
    summary: "A text without quotation marks begins with a character that has a meaning in YAML.",
    page: """
      Without quotation marks a text cannot begin with `@`, `` ` ``, `%`, `,`, `]`, `}` or `#`, nor with `|` or `>` between
      brackets. Put it between quotation marks.
      """,
    failing: .flow(
      """
      create: @always
      """),
    passing: .flow(
      """
      create: always
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, _ offset: Int) -> Diagnostic {
    let span = scanner.span(offset..<offset + 1)
    return Diagnostic(
      rule, "a text without quotation marks cannot begin with `\(span.text)`",
      explanation: "Put the text between quotation marks.", at: span)
  }
}
