/// A character in an expression that means nothing there.
public enum UnexpectedCharacter {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0314",
    name: "unexpected-character",
    category: .syntax,
    severity: .error,
    summary: "An expression holds a character that the language does not know.",
    page: """
      Outside quotation marks an expression consists of property paths, `$parameters`, numbers, words, comparisons,
      parentheses and commas. Arithmetic, functions and patterns are not part of the language.
      """,
    failing: .condition("total + 1 > 100"),
    passing: .condition("total > 99")
  )

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    let character = text.excerpt(range)
    return Diagnostic(
      rule,
      character == "$" ? "`$` needs the name of a parameter after it" : "`\(character)` means nothing in an expression",
      explanation: "Expressions compare properties, $parameters and literals; there is no arithmetic. "
        + "Texts stand in quotation marks.", at: text.span(range))
  }
}
