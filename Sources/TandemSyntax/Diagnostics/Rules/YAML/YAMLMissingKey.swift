/// A mapping without a key that it cannot do without.
public enum YAMLMissingKey {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0222",
    name: "missing-key",
    category: .syntax,
    severity: .error,
    summary: "A key that is needed is missing.",
    page: """
      Some keys cannot be left out: a document names its two systems under `dataflow`, a flow its two entities under
      `flow`, a row its `target`; a system description has `system` and `entities`, and each property a `type`.
      """,
    failing: .yaml(
      """
      dataflow: Customerp to Salesforce
      flows:
      - create: always

      """),
    passing: .yaml(
      """
      dataflow: Customerp to Salesforce
      flows:
      - flow: Customerp Order to Salesforce Invoice
        create: always

      """)
  )

  static func descriptionForDocument(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "this is a description of a system, not a document", explanation: "Put it into the directory `systems`.",
      at: span)
  }

  static func documentForDescription(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "this is a document, not a description of a system",
      explanation: "Put it beside the other documents; the directory `systems` holds descriptions, which begin with "
        + "`system: Name`.", at: span)
  }

  static func noParameter(_ entry: YAMLNode.Entry) -> Diagnostic {
    Diagnostic(
      rule, "the parameter `\(ClauseText.excerpt(entry.key.text))` needs the key `type`",
      explanation: "Write `{type: string}`. If it is a value map, the line `values:` is missing above it.",
      at: entry.key.span)
  }

  static func diagnostic(_ key: String, in what: String, form: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "\(what) needs the key `\(key)`", explanation: "Write `\(key): \(form)`.", at: span)
  }
}
