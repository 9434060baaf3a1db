/// An invisible character.
enum ControlCharacter {
  static let rule = Rule(
    code: "T0006",
    name: "control-character",
    category: .syntax,
    severity: .error,
    summary: "A line holds a control character.",
    page: """
      Control characters are invisible and mean nothing in a document; they come from copying out of other programs.
      Nothing is read from a line that holds one. TAB is the only one that may stand in a line.
      """,
    failing: RSTExample.failing(
      "Every Shopbase Client will be synchronized with a Ledger Customer.",
      "Every Shopbase Client will be\u{0} synchronized with a Ledger Customer."),
    passing: RSTExample.passing
  )

  static func diagnostic(_ file: SourceFile, offset: Int) -> Diagnostic {
    let span = SourceSpan(file: file, offset..<offset + 1)
    return Diagnostic(
      rule, "the line holds the control character \(file.bytes[offset])",
      explanation: "Remove it: it is invisible and means nothing here. Nothing is read from the line.", at: span,
      fixes: [Diagnostic.Fix("remove the character", safe: true, edits: [TextEdit(span, replacement: "")])])
  }
}
