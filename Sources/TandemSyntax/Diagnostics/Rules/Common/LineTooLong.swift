/// A line that is too long to be read.
enum LineTooLong {
  static let rule = Rule(
    code: "T0004",
    name: "line-too-long",
    category: .syntax,
    severity: .error,
    summary: "A line is longer than any document needs.",
    page: """
      A line of more than 65,536 bytes stands in no document that a person or a generator of documents wrote. It is
      not read.
      """,
    failing: .rst(RSTExample.document + "\n" + String(repeating: "x", count: RSTLineScanner.maximumLength + 1) + "\n"),
    passing: RSTExample.passing
  )

  static func diagnostic(_ file: SourceFile, start: Int, length: Int) -> Diagnostic {
    Diagnostic(
      rule, "the line is \(length) bytes long",
      explanation: "A line may have \(RSTLineScanner.maximumLength) bytes; this one is not read. Break or remove it.",
      at: SourceSpan(file: file, start..<start + 1))
  }
}
