/// A name of systems or entities that cannot be taken apart.
public enum YAMLMalformedName {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0224",
    name: "malformed-name",
    category: .syntax,
    severity: .error,
    summary: "The name of a dataflow, a flow or an entity does not have the needed form.",
    page: """
      A document is named `System to System`, a flow `System Entity to System Entity`, and an entity is one word, which may be
      followed by the list property whose elements are meant (`Order.lines`) and by a qualifier in small letters or
      parentheses.
      """,
    failing: .yaml(
      """
      dataflow: Customerp Salesforce

      """),
    passing: .yaml(
      """
      dataflow: Customerp to Salesforce
      flows:
      - flow: Customerp Order to Salesforce Invoice
        links only: true

      """)
  )

  static func diagnostic(_ scalar: YAMLScalar, form: String) -> Diagnostic {
    Diagnostic(
      rule, "`\(ClauseText.excerpt(scalar.text))` is not of the form `\(form)`",
      explanation: form == "System to System"
        ? "Name the two systems with ` to ` between them, as in `Custom ERP to Salesforce`."
        : "Name each side with its system, as in `Custom ERP Order to Salesforce Invoice`; an entity is one word.",
      at: scalar.span)
  }
}
