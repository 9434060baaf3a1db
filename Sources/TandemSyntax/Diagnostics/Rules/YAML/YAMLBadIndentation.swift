/// A line whose indentation fits to no line above it.
public enum YAMLBadIndentation {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0202",
    name: "bad-indentation",
    category: .syntax,
    severity: .error,
    summary: "A line is indented in a way that fits to nothing above it.",
    page: """
      Keys of one mapping and items of one list begin in the same column. A line that begins elsewhere belongs to nothing,
      so it is left out with all lines below it that are indented deeper.
      """,
    failing: .flow(
      """
      create: always
       conflict: newest
      """),
    passing: .flow(
      """
      create: always
      conflict: newest
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, expected: Int) -> Diagnostic {
    let indentation = scanner.lineStart..<scanner.position
    return Diagnostic(
      rule, "the line begins in column \(indentation.count + 1), its neighbours in column \(expected + 1)",
      explanation: "Begin the keys of a mapping and the items of a list in one column. The line is left out.",
      at: scanner.span(scanner.position..<scanner.lineContentEnd(from: scanner.position)),
      fixes: [
        Diagnostic.Fix(
          "begin in column \(expected + 1)", safe: false,
          edits: [
            TextEdit(scanner.span(indentation), replacement: String(repeating: " ", count: expected))
          ])
      ])
  }

  static func firstItem(_ scanner: YAMLScanner, dash: Int, indent: Int, expected: Int) -> Diagnostic {
    let indentation = dash - indent..<dash
    return Diagnostic(
      rule, "the first item of the list begins in column \(indent + 1), the others in column \(expected + 1)",
      explanation: "Begin the items of a list in one column. The item is left out.",
      at: scanner.span(dash..<scanner.lineContentEnd(from: dash)),
      fixes: [
        Diagnostic.Fix(
          "begin in column \(expected + 1)", safe: false,
          edits: [TextEdit(scanner.span(indentation), replacement: String(repeating: " ", count: expected))])
      ])
  }

  static func outside(_ scanner: YAMLScanner, first: YAMLNode) -> Diagnostic {
    let span = scanner.span(scanner.position..<scanner.lineContentEnd(from: scanner.position))
    return Diagnostic(
      rule, "the line begins further to the left than the first line of the document",
      explanation: "Begin all keys of the document in the first column.", at: span,
      labels: [
        Diagnostic.Label("the document begins here", at: scanner.span(first.span.lowerBound..<first.span.lowerBound))
      ])
  }
}
