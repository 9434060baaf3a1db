/// A line that is indented by tabs.
public enum YAMLTabInIndentation {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0201",
    name: "tab-in-indentation",
    category: .syntax,
    severity: .error,
    summary: "A line is indented with a tab.",
    page: """
      The indentation tells what belongs to what, and a tab is as wide as each program likes. Indent with blanks, two for
      each level.
      """,
    failing: .flow(
      """
      deletion:
      \tCustomerp: ignore
      """),
    passing: .flow(
      """
      deletion:
        Customerp: ignore
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, _ range: Range<Int>, tab: Int) -> Diagnostic {
    var blanks = ""
    for byte in scanner.bytes[range] { blanks += byte == 0x09 ? "  " : " " }
    return make(scanner, tab, [TextEdit(scanner.span(range), replacement: blanks)])
  }

  static func behindDash(_ scanner: YAMLScanner, _ range: Range<Int>, tab: Int) -> Diagnostic {
    make(scanner, tab, [TextEdit(scanner.span(range), replacement: " ")])
  }

  private static func make(_ scanner: YAMLScanner, _ tab: Int, _ edits: [TextEdit]) -> Diagnostic {
    Diagnostic(
      rule, "a tab stands in the indentation", explanation: "Indent with blanks; the line is not used as it stands.",
      at: scanner.span(tab..<tab + 1), fixes: [Diagnostic.Fix("indent with blanks", safe: false, edits: edits)])
  }
}
