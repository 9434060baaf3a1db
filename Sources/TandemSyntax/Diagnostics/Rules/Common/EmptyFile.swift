/// A file without text.
enum EmptyFile {
  static let rule = Rule(
    code: "T0001",
    name: "empty-file",
    category: .syntax,
    severity: .error,
    summary: "The file holds no text.",
    page: """
      A document begins with its title and holds a section per pair of entities. An empty file is most often one
      that was created and never saved, or that another program is writing at this moment.
      """,
    failing: .rst("\n"),
    passing: RSTExample.passing
  )

  static func diagnostic(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, file.bytes.isEmpty ? "the file is empty" : "the file holds nothing but blanks",
      explanation: "Write the document or the description that it is named for, or remove the file.",
      at: SourceSpan(file: file, 0..<0))
  }
}
