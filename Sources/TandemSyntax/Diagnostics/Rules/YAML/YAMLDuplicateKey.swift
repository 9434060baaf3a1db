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

  /// - Parameter isInItem: True on lines of a list item, where the line that begins the next item may be missing.
  static func diagnostic(_ entry: YAMLNode.Entry, first: YAMLNode.Entry, isInItem: Bool) -> Diagnostic {
    Diagnostic(
      rule, "the key `\(ClauseText.excerpt(entry.key.text))` stands twice",
      explanation: "Remove one of the two; the second one is not used."
        + (isInItem ? " Perhaps the line with a dash that begins the next item is missing above it." : ""),
      at: entry.key.span,
      labels: [Diagnostic.Label("the first one", at: first.key.span)], fixes: removal(entry))
  }

  /// Removes the entry: its lines, or its place between brackets with the comma before it.
  private static func removal(_ entry: YAMLNode.Entry) -> [Diagnostic.Fix] {
    let file = entry.key.span.file
    let bytes = file.bytes
    var start = entry.span.lowerBound
    while start > 0, SourceLine.isBlank(bytes[start - 1]) { start -= 1 }
    var end = entry.span.upperBound
    if start > 0, bytes[start - 1] == UInt8(ascii: ",") {
      start -= 1
    } else if start == 0 || bytes[start - 1] == 0x0A {
      while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
    } else {
      return []
    }
    return [
      Diagnostic.Fix(
        "remove the second one", safe: false,
        edits: [TextEdit(SourceSpan(file: file, start..<end), replacement: "")])
    ]
  }
}
