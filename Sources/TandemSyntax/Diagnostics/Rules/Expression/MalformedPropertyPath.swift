/// A path to a property that is not made of names and full stops.
public enum MalformedPropertyPath {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0310",
    name: "malformed-property-path",
    category: .syntax,
    severity: .error,
    summary: "A property path has an empty name, a blank or a character that names do not have.",
    page: """
      A path is made of names joined by single full stops: `address.city`. A name holds letters, digits, `_` and `-`, and
      may start with `$`. There is no index: a path that meets a list means its elements.
      """,
    failing: .row(source: "address..city"),
    passing: .row(source: "address.city")
  )

  static func empty(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the property path is empty", explanation: "Write the property's name, such as `status` or `address.city`.",
      at: span)
  }

  static func emptySegment(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, "`\(text.excerpt(text.range))` has a full stop without a name beside it",
      explanation: "Join the names of a path by single full stops: `address.city`.", at: text.span(range),
      fixes: repair(text))
  }

  static func character(_ text: ClauseText, _ range: Range<Int>) -> Diagnostic {
    let isBlank = ClauseText.isBlank(text.bytes[range.lowerBound])
    return Diagnostic(
      rule,
      isBlank
        ? "`\(text.excerpt(text.range))` has a blank inside"
        : "`\(text.excerpt(range))` cannot stand in a property path",
      explanation: text.bytes[range.lowerBound] == UInt8(ascii: "[")
        ? "There is no index: a path that meets a list means its elements, as in `lines.number`."
        : "Names hold letters, digits, _ and -, and are joined by full stops.", at: text.span(range),
      fixes: repair(text))
  }

  static func tooLong(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the property path has more than \(PropertyPathReader.maximumSegments) names",
      explanation: "Write the names that lead to the property, joined by full stops.", at: span)
  }

  /// The path without blanks and superfluous full stops, if that makes it one.
  private static func repair(_ text: ClauseText) -> [Diagnostic.Fix] {
    guard text.range.count <= 1_000 else { return [] }
    var repaired: [UInt8] = []
    for byte in text.bytes[text.range] where !ClauseText.isBlank(byte) {
      if byte == UInt8(ascii: "."), repaired.isEmpty || repaired.last == byte { continue }
      repaired.append(byte)
    }
    while repaired.last == UInt8(ascii: ".") { repaired.removeLast() }
    let path = String(decoding: repaired, as: UTF8.self)
    guard path.unicodeScalars.allSatisfy({ ClauseText.isNameScalar($0) || $0 == "." }), !path.isEmpty else { return [] }
    return text.fix("write `\(path)`", text.range, with: path, safe: false)
  }
}
