/// A key that is a list, a mapping, or announced by `?`.
public enum YAMLComplexKey {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0209",
    name: "complex-key",
    category: .syntax,
    severity: .error,
    summary: "A key is not a plain word or a quoted text.",
    page: """
      Keys are texts on one line. YAML also allows lists and mappings as keys, announced by `?`; Tandem's documents have no
      use for them.
      """,
    failing: .flow(
      """
      ? create
      : always
      """),
    passing: .flow(
      """
      create: always
      """)
  )

  static func questionMark(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`?` announces a key of several parts",
      explanation: "Write `key: value` on one line; quote a text that "
        + "begins with a question mark.", at: span)
  }

  static func collection(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "a list or mapping cannot be a key", explanation: "Write a text as the key, then a colon and the value.",
      at: span,
      fixes: [
        // An item of a list that has lost its dash; the reader tries it.
        Diagnostic.Fix(
          "begin with a dash", safe: false,
          edits: [TextEdit(SourceSpan(file: span.file, span.lowerBound..<span.lowerBound), replacement: "- ")])
      ])
  }
}
