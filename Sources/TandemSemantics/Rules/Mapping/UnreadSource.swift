import TandemSyntax

/// A source property in a row that reads another one, or none.
enum UnreadSource {
  static let rule = Rule(
    code: "T3030", name: "unread-source", category: .mapping, severity: .warning,
    summary: "A row names a source property that is never read.",
    page: """
      A constant and a parameter come from nowhere in the source, and a lookup reads the path behind `by`. A property in
      the row's source cell would be passed over, while whoever reads the table believes that it is kept in step. Leave
      the cell of a constant or a parameter empty, and write the path of the lookup into its cell. Only the reference
      that the lookup stands for may be named instead: `customerId`, looked up by `customer.number`.
      """,
    failing: Examples.rows("{source: email, target: Email2, constant: none}"),
    passing: Examples.rows("{target: Email2, constant: none}"))

  /// Reports a source cell beside a clause that gives the target its value; nothing where the cell is empty.
  static func check(_ row: PropertyRow, clause: SourceSpan, what: String, context: DocumentContext) {
    guard let cell = row.source else { return }
    let advice =
      context.document.notation == .rst ? "Leave the first cell of the row empty" : "Leave `source` out of the row"
    context.report.add(
      Diagnostic(
        rule, "`\(cell.path.text)` is never read, because \(what) gives `\(row.target.path.text)` its value",
        explanation: "\(advice), or the clause, whichever is not meant.", at: cell.span,
        labels: [Diagnostic.Label("the value comes from here", at: clause)], fixes: emptying(cell, of: row)))
  }

  /// Reports a source cell that a lookup passes over. True when it did.
  static func check(
    _ row: PropertyRow, source: PathResolution, lookedUp: PathResolution, context: DocumentContext
  ) -> Bool {
    // A reference stands for the record that is looked up by another of its facts.
    guard source.path.text != lookedUp.path.text, source.leaf.references.isEmpty, !source.isKey else { return false }
    let path = lookedUp.cell.path.text
    context.report.add(
      Diagnostic(
        rule, "`\(source.path.text)` is never read, because the lookup reads `\(path)`",
        explanation: "Write `\(path)` as the row's source, or look up by `\(source.path.text)`.", at: source.cell.span,
        labels: [Diagnostic.Label("this is what is read", at: lookedUp.cell.span)],
        fixes: Advice.replace(source.cell.span, with: path)))
    return true
  }

  /// The correction that takes the source out of a row of a table, or of a YAML row in braces; none for other forms.
  private static func emptying(_ cell: PropertyCell, of row: PropertyRow) -> [Diagnostic.Fix] {
    let bytes = cell.span.file.bytes
    var start = cell.span.lowerBound
    var end = cell.span.upperBound
    func stepBack() { while start > row.span.lowerBound, bytes[start - 1] == 0x20 { start -= 1 } }
    if cell.span.file.path.hasSuffix(".rst") {
      stepBack()
    } else {
      let key = Array("source:".utf8)
      stepBack()
      guard bytes[row.span.lowerBound] == UInt8(ascii: "{"), start - key.count > row.span.lowerBound,
        bytes[(start - key.count)..<start].elementsEqual(key), end < bytes.count, bytes[end] == UInt8(ascii: ",")
      else { return [] }
      start -= key.count
      end += 1
      while end < row.span.upperBound, bytes[end] == 0x20 { end += 1 }
    }
    return [
      Diagnostic.Fix(
        "leave `\(cell.path.text)` out", safe: false,
        edits: [TextEdit(SourceSpan(file: cell.span.file, start..<end), replacement: "")])
    ]
  }
}
