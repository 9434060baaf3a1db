/// Directives, or more than one document in a file.
public enum YAMLSeveralDocuments {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0210",
    name: "several-documents",
    category: .syntax,
    severity: .error,
    summary: "A file holds a directive or a second document.",
    page: """
      One file holds one document. `---` may stand before it and `...` behind it; what follows another mark is left out, and
      so are directives such as `%YAML`.
      """,
    failing: .yaml(
      """
      dataflow: Customerp to Salesforce
      flows: []
      ---
      dataflow: Salesforce to Customerp

      """),
    passing: .yaml(
      """
      dataflow: Customerp to Salesforce
      flows: []

      """)
  )

  static func further(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the document has ended, and something follows", explanation: "Move it to a file of its own.", at: span)
  }

  static func directive(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`\(ClauseText.excerpt(span.file.bytes[span.range]))` is a directive, which Tandem's documents do without",
      explanation: "Remove the line.", at: span)
  }

  static func contentAfterMark(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(rule, "something stands behind `---`", explanation: "Begin the document on the next line.", at: span)
  }
}
