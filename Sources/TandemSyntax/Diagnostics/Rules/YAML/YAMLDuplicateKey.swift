/// A key that stands twice in one mapping.
public enum YAMLDuplicateKey {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0203",
    name: "duplicate-key",
    category: .syntax,
    severity: .error,
    summary: "A key stands twice in one mapping.",
    page: """
      YAML programs take the first or the last of two equal keys, without a word. Tandem takes the first and reports the
      second. Remove one of them, or join their contents.
      """,
    failing: .flow(
      """
      create: always
      create: never
      """),
    passing: .flow(
      """
      create: always
      """)
  )

  static func diagnostic(_ entry: YAMLNode.Entry, first: YAMLNode.Entry) -> Diagnostic {
    Diagnostic(
      rule, "the key `\(ClauseText.excerpt(entry.key.text))` stands twice",
      explanation:
        "Remove one of the two; the second one is not used. Perhaps a line such as `- flow: ...` is missing above it.",
      at: entry.key.span,
      labels: [Diagnostic.Label("the first one", at: first.key.span)])
  }
}
