/// The list after `in` is missing or holds something else than literals.
public enum MalformedList {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0312",
    name: "malformed-list",
    category: .syntax,
    severity: .error,
    summary: "The list after `in` is missing, empty or holds something that is not a literal.",
    page: """
      After `in` and `not in` stands a list in parentheses with at least one literal, separated by commas:
      `status in ("Open", "Shipped")`. Properties cannot stand in it: compare them with `=` and `or`.
      """,
    failing: .condition("status in \"Open\""),
    passing: .condition("status in (\"Open\")")
  )

  private static let form = "Write the values in parentheses, separated by commas: status in (\"Open\", \"Shipped\")."

  /// - Parameters:
  ///   - range: The literals that stand there without parentheses, or what else stands there.
  ///   - isClosed: True where the closing parenthesis stands behind them.
  static func missing(_ text: ClauseText, _ range: Range<Int>, isClosed: Bool) -> Diagnostic {
    let found = text.string(range)
    let isList =
      !found.isEmpty
      && (found.hasPrefix("\"") && found.count > 1 || found.utf8.first.map(isDigit) ?? false
        || [ExpressionWord.true, .false].contains { found.hasPrefix($0.rawValue) })
    return Diagnostic(
      rule, "`\(ExpressionWord.in)` needs a list in parentheses",
      explanation: isList ? "Write `(\(text.excerpt(range)))`: the values stand in parentheses." : form,
      at: text.span(range),
      fixes: isList
        ? text.fix(
          "put \(found.contains(",") ? "them" : "it") in parentheses", range, with: "(\(found)" + (isClosed ? "" : ")"),
          safe: false) : [])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-") }

  static func notLiteral(_ text: ClauseText, _ range: Range<Int>, isFirst: Bool) -> Diagnostic {
    let found = text.excerpt(range)
    if found == ")" {
      return Diagnostic(
        rule, isFirst ? "the list is empty" : "a value is missing after the last comma", explanation: form,
        at: text.span(range))
    }
    return Diagnostic(
      rule, "`\(found)` is not a text, a number, true or false", explanation: form, at: text.span(range),
      fixes: found == "," ? [] : text.fix("write it as a text", range, with: "\"\(text.string(range))\"", safe: false))
  }

  static func missingComma(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, "a comma or `)` is missing before `\(text.excerpt(range))`", explanation: form, at: text.span(range))
  }
}
