/// Line ends of a lone CR.
enum CarriageReturns {
  static let rule = Rule(
    code: "T0005",
    name: "carriage-returns",
    category: .syntax,
    severity: .error,
    summary: "The lines of the file end in a lone CR.",
    page: """
      Lines end in LF, or in CR LF as on Windows. A lone CR ended lines on computers of the last century; every
      program since takes such a file for one long line. Save the file with Unix or Windows line ends.
      """,
    failing: .rst("Shopbase to Ledger Dataflow\r\rShopbase Client to Ledger Customer\r"),
    passing: RSTExample.passing
  )

  static func diagnostic(_ file: SourceFile) -> Diagnostic {
    var edits: [TextEdit] = []
    let bytes = file.bytes
    for (offset, byte) in bytes.enumerated() where byte == 0x0D && edits.count < 100_000 {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if next == 0x0A { continue }
      // Of CR CR LF, which careless programs make of CR LF, the first CR is too many.
      let isDoubled = next == 0x0D && offset + 2 < bytes.count && bytes[offset + 2] == 0x0A
      edits.append(TextEdit(SourceSpan(file: file, offset..<offset + 1), replacement: isDoubled ? "" : "\n"))
    }
    let first = edits.first?.span ?? SourceSpan(file: file, 0..<0)
    let fix = Diagnostic.Fix("end the lines in LF", safe: true, edits: edits)
    return Diagnostic(
      rule, "the lines end in CR alone", explanation: "Save the file with LF or CR LF as line ends.", at: first,
      fixes: edits.count < 100_000 ? [fix] : [])
  }
}
