/// Words in an expression where an operator must stand.
public enum UnexpectedText {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0305",
    name: "unexpected-text",
    category: .syntax,
    severity: .error,
    summary: "An expression goes on with something that does not fit.",
    page: """
      After a complete comparison only `and`, `or` or the end may follow; after a property, an operator. Often a word such
      as `and` is missing or written in capitals, or a text lacks its quotation marks.
      """,
    failing: .condition("status = \"Open\" AND total > 0"),
    passing: .condition("status = \"Open\" and total > 0")
  )

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    let written = text.string(range)
    if let word = ExpressionWord.meant(by: written), word != .true, word != .false {
      let isSpelling = word.rawValue != written.lowercased()
      return Diagnostic(
        rule, "`\(text.excerpt(range))` is not understood; write `\(word)`",
        explanation: isSpelling
          ? "An operator is expected here, and `\(word)` is nearest."
          : "The words of expressions are written in small letters.",
        at: text.span(range), fixes: text.fix("replace with `\(word)`", range, with: word.rawValue, safe: !isSpelling))
    }
    return Diagnostic(
      rule, "`\(text.excerpt(range))` does not fit here",
      explanation: "An operator is expected: `and`, `or`, a comparison, `in (...)` or `is empty`. "
        + "A text with blanks needs quotation marks.", at: text.span(range))
  }

  static func expected(_ what: String, _ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    let found = range.isEmpty ? "the expression ends" : "`\(text.excerpt(range))` stands"
    return Diagnostic(
      rule, "\(found) where \(what) is expected",
      explanation: "Write `status is empty` or `status is not empty`, compare with `status = \"A\"`, or with "
        + "`status not in (\"A\", \"B\")`.",
      at: text.span(range))
  }
}
