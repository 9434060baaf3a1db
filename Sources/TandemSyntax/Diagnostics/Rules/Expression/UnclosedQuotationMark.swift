/// Text in an expression whose quotation mark is not closed.
public enum UnclosedQuotationMark {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0302",
    name: "unclosed-quotation-mark",
    category: .syntax,
    severity: .error,
    summary: "A text in an expression, or a type, lacks one of its quotation marks.",
    page: """
      A text starts and ends with `"`. Without the second one nobody can tell where it ends, so the expression is not
      used. Inside a text, write `\\"` for a quotation mark and `\\\\` for a backslash. A type in RST stands between two
      of them, or without any.
      """,
    failing: .condition("status = \"Open"),
    passing: .condition("status = \"Open\"")
  )

  /// - Parameter isOpened: True when the type begins with a quotation mark.
  static func type(_ span: SourceSpan, isOpened: Bool) -> Diagnostic {
    let text = isOpened ? "\(span.text)\"" : "\"\(span.text)"
    let place = isOpened ? span.upperBound : span.lowerBound
    return Diagnostic(
      rule, "the type has one quotation mark, \(isOpened ? "before" : "behind") it",
      explanation: "Write `\(text)`.", at: span,
      fixes: [
        Diagnostic.Fix(
          "write `\(text)`", safe: true,
          edits: [TextEdit(SourceSpan(file: span.file, place..<place), replacement: "\"")])
      ])
  }

  static func diagnostic(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, "the quotation mark before `\(text.excerpt(range.lowerBound + 1..<range.upperBound))` is never closed",
      explanation: "Close the text with \". A quotation mark inside a text is written \\\".", at: text.span(range),
      fixes: text.fix(
        "close the text at the end", range.upperBound..<range.upperBound, with: "\"", safe: false))
  }
}
