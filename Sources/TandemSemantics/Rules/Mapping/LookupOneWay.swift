import TandemSyntax

/// A lookup by another property than that of its row, in both directions.
enum LookupOneWay {
  static let rule = Rule(
    code: "T3031", name: "lookup-one-way", category: .mapping, severity: .note,
    summary: "A lookup that stands for a reference works in one direction, and the row does not say so.",
    page: """
      On the way back a lookup gives the natural key of the record that was chosen. Where the row's source is the
      property that the lookup reads, the key is written there. Where the row names a reference and the lookup reads
      another fact of the same record, nothing can be written back: the reference needs a key that the lookup does not
      know, and the other fact belongs to the record that is referred to. Say with a direction that this is meant.
      """,
    failing: Examples.rows("{source: countryId, target: Country, lookup: Country, by: {address.city: Name}}"),
    passing: Examples.rows(
      "{source: countryId, target: Country, lookup: Country, by: {address.city: Name}, direction: to Ledger}"))

  static func diagnostic(
    _ row: PropertyRow, source: PathResolution, lookedUp: PathResolution, context: DocumentContext
  ) -> Diagnostic {
    let direction = "to \(context.spelling(of: .target))"
    let path = lookedUp.cell.path.text
    return Diagnostic(
      rule, "edits of `\(row.target.path.text)` do not travel back into `\(source.path.text)`",
      explanation: "The lookup reads `\(path)`, and knows no key for `\(source.path.text)`. To say that this is meant, "
        + Advice.direction(direction, in: context)
        + "; to write the natural key back, make `\(path)` the row's source.",
      at: row.span, labels: [Diagnostic.Label("this is what is read", at: lookedUp.cell.span)],
      fixes: row.direction == nil ? Advice.fix(row, adding: "direction: \(direction)", safe: true) : [])
  }
}
