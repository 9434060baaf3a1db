/// Brackets or indentation nested deeper than the reader goes.
public enum YAMLNestedTooDeep {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0211",
    name: "nested-too-deep",
    category: .syntax,
    severity: .error,
    summary: "Collections are nested deeper than 64 levels.",
    page: """
      Nothing in a dataflow or a system description is nested deeper than a few levels. A text with more than 64 is damaged,
      or made to harm; the part that is deeper is left out.
      """,
    failing: .flow(
      """
      was: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      """),
    passing: .flow(
      """
      was: [Bill]
      """)
  )

  static func diagnostic(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "more than \(YAMLDocument.maximumDepth) levels are nested here",
      explanation: "The part is left out; a document needs only a few levels.", at: span)
  }
}
