/// A `Generated:` line in another form.
enum MalformedGenerated {
  static let rule = Rule(
    code: "T0104",
    name: "malformed-generated",
    category: .syntax,
    severity: .error,
    summary: "The line that tells when the document was generated is not in its form.",
    page: """
      The line reads `Generated: 2024-05-17 09:30:00`: a date, a blank and a time. A document that no program
      generated needs no such line.
      """,
    failing: RSTExample.failing("Generated: 2024-05-17 09:30:00", "Generated: 17 May 2024"),
    passing: RSTExample.passing
  )

  static func moment(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`\(span.text.prefix(60))` is not a date and a time", explanation: "Write it as `2024-05-17 09:30:00`.",
      at: span)
  }

  static func words(_ span: SourceSpan, bytes: [UInt8]) -> Diagnostic {
    var fixes: [Diagnostic.Fix] = []
    if let digit = bytes[span.range].firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) {
      let right = "Generated: " + String(decoding: bytes[digit..<span.upperBound], as: UTF8.self)
      fixes = [.init("write `\(right)`", safe: true, edits: [TextEdit(span, replacement: right)])]
    }
    return Diagnostic(
      rule, "the line does not begin with `Generated: `", explanation: "Write `Generated: 2024-05-17 09:30:00`.",
      at: span, fixes: fixes)
  }
}
