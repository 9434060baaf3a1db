/// A list item where a key or a value must stand.
public enum YAMLMisplacedList {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0217",
    name: "misplaced-list-item",
    category: .syntax,
    severity: .error,
    summary: "A list item stands among keys or behind one, or a line of a list has no dash.",
    page: """
      A list stands below its key, each item with a dash and a blank, all dashes in one column. On the line of the key write
      the list between brackets: `was: [Bill, Invoice]`.
      """,
    failing: .flow(
      """
      was: - Bill
      """),
    passing: .flow(
      """
      was: [Bill]
      """)
  )

  static func behindKey(_ span: SourceSpan) -> Diagnostic {
    let item = String(decoding: span.file.bytes[span.range].dropFirst().drop { $0 == 0x20 }, as: UTF8.self)
    return Diagnostic(
      rule, "a list item stands on the line of its key",
      explanation: "Begin the list on the next line, or write it between brackets: `[a, b]`.", at: span,
      fixes: [
        Diagnostic.Fix(
          "write it between brackets", safe: false, edits: [TextEdit(span, replacement: "[\(item)]")])
      ])
  }

  /// An item whose list has no key. What the item holds tells which key is missing above it.
  static func amongKeys(_ scanner: YAMLScanner, _ range: Range<Int>) -> Diagnostic {
    let span = scanner.span(range)
    guard let key = keyOfList(scanner, range), scanner.position == range.lowerBound else {
      return Diagnostic(
        rule, "a list item stands among keys", explanation: "Write `key: value`, or put the list below a key.", at: span
      )
    }
    let start = scanner.lineStart
    let blanks = String(repeating: " ", count: max(0, range.lowerBound - start))
    return Diagnostic(
      rule, "the list has no key; perhaps the line `\(key):` is missing above it",
      explanation: "Write `\(key):` on a line above the first item.", at: span,
      fixes: [
        .init(
          "write `\(key):` above it", safe: false,
          edits: [TextEdit(scanner.span(start..<start), replacement: "\(blanks)\(key):\n")])
      ])
  }

  /// The key that holds lists of such items in a document.
  private static func keyOfList(_ scanner: YAMLScanner, _ range: Range<Int>) -> String? {
    let item = ClauseText.excerpt(scanner.bytes[range]).drop { $0 == "-" || $0 == " " || $0 == "{" }
    if item.hasPrefix(DocumentKey.flow + ":") { return DocumentKey.flows }
    if item.hasPrefix(DocumentKey.source + ":") || item.hasPrefix(DocumentKey.target + ":") {
      return DocumentKey.properties
    }
    return scanner.bytes[range].contains(UInt8(ascii: "{")) ? DocumentKey.match : nil
  }

  static func rowAmongMatches(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "a row of `properties` stands under `match`",
      explanation: "An alternative of `match` is `{sourceProperty: TargetProperty}`. Perhaps the line `properties:` is "
        + "missing above this row.", at: span)
  }

  static func rowAmongFlows(_ span: SourceSpan) -> Diagnostic {
    let line = span.file.lineStarts[span.start.line - 1]
    return Diagnostic(
      rule, "a row of `properties` stands among the flows",
      explanation: "Rows begin in the column of the rows above them. Perhaps two blanks are missing.", at: span,
      fixes: [
        .init(
          "indent the row by two blanks", safe: false,
          edits: [TextEdit(SourceSpan(file: span.file, line..<line), replacement: "  ")])
      ])
  }

  static func missingDash(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "a line of a list has no dash",
      explanation: "Begin each item of the list with `- `, or move the line to where its key belongs.", at: span)
  }
}
