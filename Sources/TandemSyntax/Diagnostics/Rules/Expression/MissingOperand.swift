/// An operator of an expression with nothing on one side.
public enum MissingOperand {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0304",
    name: "missing-operand",
    category: .syntax,
    severity: .error,
    summary: "An operator in an expression has nothing to work on.",
    page: """
      A comparison needs something on both sides, and so do `and` and `or`: a property (`status`), a parameter
      (`$name`), a text in quotation marks, a number, `true` or `false`. To ask whether a property has no value, write
      `status is empty`.
      """,
    failing: .condition("status ="),
    passing: .condition("status = \"Open\"")
  )

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>, after before: Range<Int>?) -> Diagnostic {
    let found = range.isEmpty ? "the end" : "`\(text.excerpt(range))`"
    let message: String
    if let before {
      message = "a value is missing between `\(text.excerpt(before))` and \(found)"
    } else {
      message = "a value is missing before \(found)"
    }
    let place = range.isEmpty ? before ?? range : range
    return Diagnostic(
      rule, message,
      explanation: "Write a property, a $parameter, a text in quotation marks, a number, true or false there.",
      at: text.span(place))
  }
}
