/// A key that the format does not know.
public enum YAMLUnknownKey {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0220",
    name: "unknown-key",
    category: .syntax,
    severity: .error,
    summary: "A key is not one of those that may stand here.",
    page: """
      A key that Tandem does not know has no effect, so it is most likely misspelt. The message names the nearest known key,
      or all that may stand there.
      """,
    failing: .flow(
      """
      conflit: newest
      """),
    passing: .flow(
      """
      conflict: newest
      """)
  )

  static func diagnostic(_ entry: YAMLNode.Entry, in what: String, known: [String], nearest: String?) -> Diagnostic {
    var fixes: [Diagnostic.Fix] = []
    if let nearest, entry.key.style == .plain {
      fixes = [
        Diagnostic.Fix(
          "replace with `\(nearest)`", safe: false,
          edits: [TextEdit(entry.key.contentSpan, replacement: nearest)])
      ]
    }
    let listed = known.prefix(40).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      rule,
      "\(what) has no key `\(ClauseText.excerpt(entry.key.text))`" + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
      explanation: "The keys that may stand here are \(listed).", at: entry.key.span, fixes: fixes)
  }
}
