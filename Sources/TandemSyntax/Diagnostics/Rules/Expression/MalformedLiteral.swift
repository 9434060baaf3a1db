/// Something else than one literal where a literal must stand.
public enum MalformedLiteral {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0316",
    name: "malformed-literal",
    category: .syntax,
    severity: .error,
    summary: "Something that is not a text, a number, true or false stands in the place of a literal.",
    page: """
      A literal is a text in double quotation marks, a number such as `12.5`, or `true` or `false`. The property that it
      meets decides its type.
      """,
    failing: .archive("Void"),
    passing: .archive("\"Void\"")
  )

  static func missing(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "a value is missing", explanation: "Write a text in quotation marks, a number, true or false.", at: span)
  }

  static func unquoted(_ text: ClauseText) -> Diagnostic {
    var escaped = ""
    let short = text.range.count <= 1_000
    if short {
      for character in text.string(text.range) {
        if character == "\"" || character == "\\" { escaped += "\\" }
        escaped.append(character)
      }
    }
    return Diagnostic(
      rule, "`\(text.excerpt(text.range))` is not one literal",
      explanation: "Write a text in double quotation marks, a number such as 12.5, true or false.", at: text.span,
      fixes: short ? text.fix("write \"\(escaped)\"", text.range, with: "\"\(escaped)\"", safe: false) : [])
  }
}
