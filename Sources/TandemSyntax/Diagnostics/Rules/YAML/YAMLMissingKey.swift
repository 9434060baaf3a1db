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

  static func diagnostic(_ key: String, in what: String, form: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "\(what) needs the key `\(key)`", explanation: "Write `\(key): \(form)`.", at: span)
  }
}
