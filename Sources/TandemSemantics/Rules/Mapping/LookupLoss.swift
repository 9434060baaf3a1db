import TandemSyntax
import TandemValues

/// A lookup whose two properties are compared after a conversion that loses a part.
enum LookupLoss {
  static let rule = Rule(
    code: "T3032", name: "lookup-loss", category: .mapping, severity: .warning,
    summary: "A lookup compares its two properties after a conversion that loses a part of the value.",
    page: """
      The source's value is converted into the type of the natural key, and the record with an equal key is taken. What
      the conversion loses is not compared, so that different values find the same record. Look up by two properties of
      one type, or name the conversion in the row, which says that the loss is meant.
      """,
    failing: Examples.flow(
      "Shop Order to Ledger Invoice",
      rows: [
        "{source: number, target: Number, type: string}",
        "{source: modifiedAt, target: Account, lookup: Account, by: {modifiedAt: Since}, direction: to Ledger}",
      ]),
    passing: Examples.rows(
      "{source: address.country, target: Country, lookup: Country, by: {address.country: Iso}, direction: to Ledger}"))

  /// Reports what the types of a lookup's pair do to the comparison.
  static func check(
    _ row: PropertyRow, conversion: any Conversion, known: KnownConversion, direction: CheckedDirection,
    source: PathResolution, key: PathResolution, report: Report
  ) {
    switch conversion.effectiveLaws {
    case .lossy(let what):
      var notes: [String] = []
      if let loss = known.loss {
        notes.append("`\(loss.value.displayText)` is looked up as `\(loss.converted.displayText)`")
      }
      report.add(
        Diagnostic(
          rule, "looking `\(source.path.text)` up in `\(key.path.text)` leaves out \(what)",
          explanation: "Different values find the same record. Look up by properties of one type.",
          at: source.cell.span,
          labels: [
            Diagnostic.Label(Wording.a(source.path.type.phrase), at: source.leaf.span),
            Diagnostic.Label(Wording.a(key.path.type.phrase), at: key.leaf.span),
          ], notes: notes))
    case .exact, .normalising:
      var found: Diagnostic?
      if direction.reaches(.target), let domain = conversion.domain, let refusal = known.refusal {
        found = PartialConversion.diagnostic(row, domain: domain, refusal: refusal, source: source, target: key)
      } else if direction.reaches(.source), let refusal = known.refusalBackwards {
        found = PartialConversion.backwards(row, refusal: refusal, source: source, target: key)
        found?.explanation =
          "Where \(Wording.a("`\(key.entity.model.name)`")) with such a key is chosen, the edit is set aside with a message. Let "
          + "the row work in one direction, or leave it so if such keys do not occur."
      }
      guard var found else { return }
      found.span = source.cell.span
      report.add(found)
    case .oneWay: break
    }
  }
}
