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
    let verdict = known.verdict(forth: direction.reaches(.target), back: direction.reaches(.source))
    let losses = verdict.changes.filter { $0.trip?.start == .source }
    guard losses.isEmpty else {
      let what = losses.map(\.loss.words).joined(separator: ", ")
      let notes = losses.prefix(1).compactMap(\.trip).compactMap { trip -> String? in
        guard let value = trip.steps.first, let shared = trip.steps.first(where: { $0.place == .shared }) else {
          return nil
        }
        return "`\(value.value.displayText)` is looked up as `\(shared.value.displayText)`"
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
      return
    }
    var found: Diagnostic?
    if let refusal = verdict.refusal(from: .source), !LossyConversion.isGuessed(source.path.type, key.path.type) {
      found = PartialConversion.diagnostic(
        row, domain: conversion.domain, refusal: refusal, source: source, target: key)
    } else if let refusal = verdict.refusal(from: .target),
      !LossyConversion.isGuessed(key.path.type, source.path.type)
    {
      found = PartialConversion.backwards(row, refusal: refusal, source: source, target: key)
      found?.explanation =
        "Where \(Wording.a("`\(key.entity.model.name)`")) with such a key is chosen, the edit is set aside with a message. Let "
        + "the row work in one direction, or leave it so if such keys do not occur."
    }
    guard var found else { return }
    found.span = source.cell.span
    report.add(found)
  }
}
