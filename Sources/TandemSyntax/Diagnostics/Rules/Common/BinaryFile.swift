/// A file that is no text.
enum BinaryFile {
  static let rule = Rule(
    code: "T0003",
    name: "binary-file",
    category: .syntax,
    severity: .error,
    summary: "The file holds bytes that no text has.",
    page: """
      More than one byte in 32 at the beginning of the file is a control character: it is an archive, a picture or a
      spreadsheet, not a document. Export it as text first.
      """,
    failing: .rst("PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}"),
    passing: RSTExample.passing
  )

  static func diagnostic(_ file: SourceFile, at offset: Int) -> Diagnostic {
    Diagnostic(
      rule, "the file is not a text", explanation: "Give a dataflow document in RST or YAML, saved as UTF-8 text.",
      at: SourceSpan(file: file, offset..<offset + 1))
  }
}
