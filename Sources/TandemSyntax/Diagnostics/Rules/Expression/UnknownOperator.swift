/// An operator of a programming language, such as `==` or `&&`.
public enum UnknownOperator {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0301",
    name: "unknown-operator",
    category: .syntax,
    severity: .error,
    summary: "An expression uses an operator of another language.",
    page: """
      The expression language knows `=`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `not in`, `is empty`, `is not empty`,
      `and`, `or` and `not`. Operators of programming languages are not understood.

      Write `=` for `==`, `!=` for `<>`, `and` for `&&`, `or` for `||` and `not` for `!`.
      """,
    failing: .condition("status == \"Open\""),
    passing: .condition("status = \"Open\"")
  )

  /// What a sign means that other languages have: the word to write, and the token to go on with.
  static let meanings: [String: (word: String, kind: ExpressionToken.Kind)] = [
    "==": ("=", .comparison(.equal)), "===": ("=", .comparison(.equal)), "<>": ("!=", .comparison(.notEqual)),
    "!==": ("!=", .comparison(.notEqual)), "=!": ("!=", .comparison(.notEqual)), "~=": ("!=", .comparison(.notEqual)),
    "=<": ("<=", .comparison(.lessOrEqual)), "=>": (">=", .comparison(.greaterOrEqual)), "&&": ("and", .and),
    "&": ("and", .and), "||": ("or", .or), "|": ("or", .or), "!": ("not", .not),
  ]

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>, meant: String?) -> Diagnostic {
    let written = text.excerpt(range)
    guard let meant else {
      return Diagnostic(
        rule, "`\(written)` is not an operator",
        explanation: "Compare with =, !=, <, <=, > or >=, or with `in (...)` or `is empty`.", at: text.span(range))
    }
    // A word needs blanks around it, a sign does not.
    let isWord = meant == "and" || meant == "or" || meant == "not"
    let before = range.lowerBound > text.range.lowerBound && !ClauseText.isBlank(text.bytes[range.lowerBound - 1])
    let after = range.upperBound < text.range.upperBound && !ClauseText.isBlank(text.bytes[range.upperBound])
    let replacement = isWord ? (before ? " " : "") + meant + (after ? " " : "") : meant
    return Diagnostic(
      rule, "`\(written)` is not an operator; write `\(meant)`",
      explanation: "Expressions use the words `and`, `or`, `not` and the signs =, !=, <, <=, >, >=.",
      at: text.span(range), fixes: text.fix("replace with `\(meant)`", range, with: replacement))
  }
}
