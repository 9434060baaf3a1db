/// A text in an expression in other quotation marks than `"`.
public enum ForeignQuotationMarks {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0303",
    name: "foreign-quotation-marks",
    category: .syntax,
    severity: .error,
    summary: "A text in an expression stands in single or typographic quotation marks.",
    page: """
      Texts stand in straight double quotation marks: `status = "Open"`. Single quotation marks belong to YAML around the
      whole expression; typographic ones come from word processors.
      """,
    failing: .condition("status = 'Open'"),
    passing: .condition("status = \"Open\"")
  )

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>, content: String) -> Diagnostic {
    var escaped = ""
    for character in content {
      if character == "\"" || character == "\\" { escaped += "\\" }
      escaped.append(character)
    }
    return Diagnostic(
      rule, "`\(text.excerpt(range))` stands in the wrong quotation marks",
      explanation: "Write texts in straight double quotation marks: \"Open\".", at: text.span(range),
      fixes: text.fix("write \"\(escaped)\"", range, with: "\"\(escaped)\""))
  }
}
