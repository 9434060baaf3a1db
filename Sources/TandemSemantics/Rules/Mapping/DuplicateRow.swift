import TandemSyntax

/// The same row twice.
enum DuplicateRow {
  static let rule = Rule(
    code: "T3009", name: "duplicate-row", category: .mapping, severity: .warning,
    summary: "A property table holds the same row twice.",
    page: """
      The second row says nothing new and is left out. Remove it, or correct the property that it was meant for.
      """,
    failing: Examples.rows(
      "{source: email, target: Email, type: string}", "{source: email, target: Email, type: string}"),
    passing: Examples.rows("{source: email, target: Email, type: string}"))

  static func diagnostic(_ row: PropertyRow, first: PropertyRow) -> Diagnostic {
    Diagnostic(
      rule, "`\(row.source?.path.text ?? "")` to `\(row.target.path.text)` stands here twice",
      explanation: "Remove this row, or correct the property that it was meant for.", at: row.span,
      labels: [Diagnostic.Label("the same row", at: first.span)], fixes: removal(row))
  }

  /// Removes the lines of the row, where nothing else stands on them.
  private static func removal(_ row: PropertyRow) -> [Diagnostic.Fix] {
    let file = row.span.file
    let start = file.lineStarts[row.span.start.line - 1]
    let endLine = SourceSpan(file: file, max(start, row.span.upperBound - 1)..<row.span.upperBound).start.line
    let end = endLine < file.lineStarts.count ? file.lineStarts[endLine] : file.bytes.count
    let before = file.bytes[start..<row.span.lowerBound]
    let isAlone = before.allSatisfy { [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "*")].contains($0) }
    guard isAlone, row.span.upperBound <= end else { return [] }
    return [
      Diagnostic.Fix(
        "remove the row", safe: true, edits: [TextEdit(SourceSpan(file: file, start..<end), replacement: "")])
    ]
  }
}
