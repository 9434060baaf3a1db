/// A fault between brackets: commas, colons or the wrong bracket.
public enum YAMLMalformedFlow {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0207",
    name: "malformed-brackets",
    category: .syntax,
    severity: .error,
    summary: "Commas, colons or brackets of a list or mapping between brackets are wrong.",
    page: """
      Between brackets, items are separated by commas; in braces each is a key, a colon, a blank and a value:
      `{source: status, target: Status}`. A text that holds a comma, a bracket or a colon with a blank needs quotation marks.
      """,
    failing: .flow(
      """
      deletion: {Customerp:ignore}
      """),
    passing: .flow(
      """
      deletion: {Customerp: ignore}
      """)
  )

  private static let form =
    "Write [a, b] or {key: value, other: value}. Texts with commas, brackets or colons need "
    + "quotation marks."

  static func separator(_ scanner: YAMLScanner, isList: Bool) -> Diagnostic {
    let here =
      scanner
      .position..<max(scanner.position + 1, min(scanner.lineContentEnd(from: scanner.position), scanner.position + 20))
    let place = scanner.span(scanner.position..<scanner.position + 1)
    if scanner.byte == UInt8(ascii: ":") {
      return Diagnostic(
        rule, "a colon stands in the middle of a value",
        explanation: "Put the text between quotation marks, or write the missing comma before the next key.", at: place)
    }
    return Diagnostic(
      rule, "a comma or `\(isList ? "]" : "}")` is missing before `\(ClauseText.excerpt(scanner.bytes[here]))`",
      explanation: form, at: place)
  }

  static func emptyItem(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "nothing stands before this comma", explanation: form, at: span,
      fixes: [Diagnostic.Fix("remove it", safe: false, edits: [TextEdit(span, replacement: "")])])
  }

  static func wrongBracket(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`\(span.text)` closes something that is not open", explanation: form, at: span)
  }

  static func missingColon(_ scanner: YAMLScanner, key: YAMLScalar) -> Diagnostic {
    let text = ClauseText.excerpt(key.text)
    var fixes: [Diagnostic.Fix] = []
    let range = key.span.range
    if let colon = scanner.bytes[range].firstIndex(of: UInt8(ascii: ":")), key.style == .plain {
      fixes = [
        Diagnostic.Fix(
          "write a blank after the colon", safe: false,
          edits: [TextEdit(scanner.span(colon + 1..<colon + 1), replacement: " ")])
      ]
    } else if key.style == .plain {
      // Most keys are one word, some are two; the reader tries which of them is known.
      fixes = SourceLine.words(in: range, of: scanner.bytes).dropLast().prefix(2).map { word in
        Diagnostic.Fix(
          "write a colon after `\(ClauseText.excerpt(scanner.bytes[range.lowerBound..<word.upperBound]))`", safe: false,
          edits: [TextEdit(scanner.span(word.upperBound..<word.upperBound), replacement: ":")])
      }
    }
    return Diagnostic(rule, "`\(text)` has no value", explanation: form, at: key.span, fixes: fixes)
  }
}
