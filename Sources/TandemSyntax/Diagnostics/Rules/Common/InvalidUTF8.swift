/// A byte that is not UTF-8. The example shows it as editors do, because examples are text; a test puts the byte there.
enum InvalidUTF8 {
  static let rule = Rule(
    code: "T0002",
    name: "invalid-utf8",
    category: .syntax,
    severity: .error,
    summary: "A byte of the file does not belong to UTF-8.",
    page: """
      Documents are UTF-8. A byte that does not belong to it comes from an editor that saved the file in an older
      encoding, such as Latin-1 or Windows-1252; letters like `é` would be read as something else. Save the file as
      UTF-8. Nothing is read from a line with such a byte.
      """,
    failing: RSTExample.failing(
      "Shop customers become customers of the ledger.",
      "Shop customers become customers of the ledger of M\u{FFFD}ller."),
    passing: RSTExample.passing
  )

  static func diagnostic(_ file: SourceFile, offsets: [Int]) -> Diagnostic? {
    guard let first = offsets.first else { return nil }
    let digits = Array("0123456789ABCDEF")
    let byte = file.bytes[first]
    let others = offsets.dropFirst().prefix(20).map { "line \(file.position(at: $0).line) has one too" }
    return Diagnostic(
      rule, "the byte 0x\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)]) is not UTF-8",
      explanation: "Save the file in the encoding UTF-8. Nothing is read from a line with such a byte.",
      at: SourceSpan(file: file, first..<first + 1), notes: others)
  }
}
