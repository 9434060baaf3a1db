/// An anchor, an alias, a tag or a merge key.
public enum YAMLAnchor {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0208",
    name: "anchor-or-tag",
    category: .syntax,
    severity: .error,
    summary: "A value begins with `&`, `*` or `!`, or a key is `<<`.",
    page: """
      Anchors (`&name`), aliases (`*name`), tags (`!name`) and merge keys (`<<`) let one part of a YAML text stand for
      another, so that a line no longer says what it says. Tandem's documents do without: repeat the part. A text that
      really begins with one of these characters needs quotation marks.
      """,
    failing: .flow(
      """
      create: &policy always
      """),
    passing: .flow(
      """
      create: always
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, _ range: Range<Int>) -> Diagnostic {
    let what: String
    switch scanner.bytes[range.lowerBound] {
    case UInt8(ascii: "&"): what = "an anchor"
    case UInt8(ascii: "*"): what = "an alias"
    default: what = "a tag"
    }
    return Diagnostic(
      rule, "`\(ClauseText.excerpt(scanner.bytes[range]))` is \(what), which Tandem's documents do without",
      explanation: "Write the value itself here. A text that begins like this needs quotation marks.",
      at: scanner.span(range))
  }

  static func mergeKey(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`<<` is a merge key, which Tandem's documents do without",
      explanation: "Write the keys themselves here.", at: span)
  }
}
