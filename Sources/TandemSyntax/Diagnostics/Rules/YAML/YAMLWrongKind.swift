/// A list, a mapping or a text where something else must stand.
public enum YAMLWrongKind {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0221",
    name: "wrong-kind",
    category: .syntax,
    severity: .error,
    summary: "A list, a mapping or a text stands where another of them is needed.",
    page: """
      Each key takes either a text, a list or a mapping. A list is written `[a, b]` or with dashes on lines of its own, a
      mapping `{key: value}` or with keys on deeper lines.
      """,
    failing: .flow(
      """
      deletion: [ignore]
      """),
    passing: .flow(
      """
      deletion: {Customerp: ignore}
      """)
  )

  static func diagnostic(_ node: YAMLNode, expected: String, of what: String) -> Diagnostic {
    let form: String
    switch expected {
    case "a list": form = "[first, second]"
    case "a mapping": form = "{key: value}"
    default: form = ""
    }
    return Diagnostic(
      rule, "\(what) must be \(expected), and \(node.kindName) stands here",
      explanation: form.isEmpty ? "Write \(expected) on the line of the key." : "Write \(expected): `\(form)`.",
      at: node.span)
  }
}
