/// An invisible character.
enum ControlCharacter {
  static let rule = Rule(
    code: "T0006",
    name: "control-character",
    category: .syntax,
    severity: .error,
    summary: "A line holds a character that nobody sees.",
    page: """
      Control characters, marks of the direction of writing, joiners, soft hyphens and blanks that are none cannot be
      seen and mean nothing in a document; they come from copying out of other programs. Two names that look the same
      could be different ones. Nothing is read from a line that holds such a character. TAB is the only one that may
      stand in a line.
      """,
    failing: RSTExample.failing(
      "Every Shopbase Client will be synchronized with a Ledger Customer.",
      "Every Shopbase Client will be\u{0} synchronized with a Ledger Customer."),
    passing: RSTExample.passing
  )

  /// One finding for the invisible characters of one line.
  static func invisible(_ file: SourceFile, offsets: [Int]) -> Diagnostic {
    var edits: [TextEdit] = []
    var names: [String] = []
    for offset in offsets {
      let (scalar, length) = ClauseText.scalar(file.bytes, at: offset, before: file.bytes.count)
      names.append(InvisibleCharacter.name(scalar.value))
      let replacement = InvisibleCharacter.isBlank(scalar.value) ? " " : ""
      edits.append(TextEdit(SourceSpan(file: file, offset..<offset + length), replacement: replacement))
    }
    let isBlank = edits.allSatisfy { !$0.replacement.isEmpty }
    return Diagnostic(
      rule, "\(names.first ?? "an invisible character") stands here",
      explanation: (isBlank ? "Write an ordinary blank" : "Remove it")
        + ": nobody sees it. Nothing is read from the line.",
      at: edits.first?.span ?? SourceSpan(file: file, 0..<0),
      notes: names.count > 1 ? ["the line holds \(names.count) such characters"] : [],
      fixes: [Diagnostic.Fix(isBlank ? "write a blank" : "remove what cannot be seen", safe: true, edits: edits)])
  }

  static func diagnostic(_ file: SourceFile, offset: Int) -> Diagnostic {
    let span = SourceSpan(file: file, offset..<offset + 1)
    return Diagnostic(
      rule, "the control character \(InvisibleCharacter.number(UInt32(file.bytes[offset]))) stands here",
      explanation: "Remove it: it is invisible and means nothing here. Nothing is read from the line.", at: span,
      fixes: [Diagnostic.Fix("remove the character", safe: true, edits: [TextEdit(span, replacement: "")])])
  }
}
