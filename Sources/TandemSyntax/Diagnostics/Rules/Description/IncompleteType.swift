/// A type without what it cannot do without, or with what it cannot have.
public enum IncompleteType {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0402",
    name: "incomplete-type",
    category: .syntax,
    severity: .error,
    summary: "A property has a key that its type does not take, or lacks one that it needs.",
    page: """
      An `enum` needs `values`, a `list` needs `of`, an `object` and a list of objects need `properties`. `max` belongs to
      texts, `precision` and `scale` to decimals.
      """,
    failing: .system(
      """
      system: Custom ERP
      entities:
        Order:
          properties:
            id: {type: integer, key: true, readOnly: true}
            number: {type: enum}

      """),
    passing: .system(
      """
      system: Custom ERP
      entities:
        Order:
          properties:
            id: {type: integer, key: true, readOnly: true}
            number: {type: enum, values: [open, shipped]}

      """)
  )

  static func missing(_ key: String, form: String, type: YAMLScalar) -> Diagnostic {
    Diagnostic(
      rule, "a property of type `\(type.text)` needs the key `\(key)`", explanation: "Write `\(key): \(form)`.",
      at: type.span)
  }

  static func superfluous(_ entry: YAMLNode.Entry, type: String, belongs: String) -> Diagnostic {
    Diagnostic(
      rule, "`\(entry.key.text)` does not belong to the type `\(type)`",
      explanation: "The key belongs to \(belongs). Remove it, or correct the type.", at: entry.key.span)
  }
}
