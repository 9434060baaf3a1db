import TandemSyntax
import TandemValues

/// A conversion from which not every value comes back.
enum LossyConversion {
  static let rule = Rule(
    code: "T2002", name: "lossy-conversion", category: .types, severity: .warning,
    summary: "The conversion that follows from the two types loses a part of some values.",
    page: """
      The message says what is lost and shows a value that does not come back, found by running the conversion itself.
      On a row that works both ways the loss can reach the system where the value was complete: an edit of the poorer
      side replaces the richer value. Map a property with a fitting type, let the row work in one direction only, or
      name the conversion in the row, which says that the loss is meant.
      """,
    failing: Examples.rows("{source: joined, target: Since, type: date}"),
    passing: Examples.rows("{source: since, target: Since, type: date}"))

  /// Reports a loss, or a part of the values that is refused.
  static func check(
    _ row: PropertyRow, _ conversion: any Conversion, known: KnownConversion, direction: CheckedDirection,
    source: PathResolution, target: PathResolution, type: ValueType, report: Report
  ) {
    let verdict = known.verdict(forth: direction.reaches(.target), back: direction.reaches(.source))
    if !verdict.changes.isEmpty {
      report.add(
        rule, at: row.source?.span ?? row.span,
        diagnostic(row, conversion, changes: verdict.changes, source: source, target: target, shared: type))
    } else if let refusal = verdict.refusal(from: .source), !isGuessed(source.path.type, target.path.type) {
      report.add(
        PartialConversion.diagnostic(
          row, domain: conversion.domain, refusal: refusal, source: source, target: target))
    } else if let refusal = verdict.refusal(from: .target), !isGuessed(target.path.type, source.path.type) {
      report.add(PartialConversion.backwards(row, refusal: refusal, source: source, target: target))
    }
  }

  /// True where only the length of a text can be refused, and nobody knows how long the texts of the one side are: the
  /// verdict says so, but a remark at every such row would hide those that mean something.
  static func isGuessed(_ type: ValueType, _ other: ValueType) -> Bool {
    if case .string(nil) = type, case .string = other { return true }
    return false
  }

  private static func diagnostic(
    _ row: PropertyRow, _ conversion: any Conversion, changes: [Verdict.Evidence], source: PathResolution,
    target: PathResolution, shared: ValueType
  ) -> Diagnostic {
    let what = changes.map(\.loss.words).joined(separator: ", ")
    let notes = changes.prefix(1).compactMap(\.trip).map { trip in
      let written = trip.start == .target ? ", written in \(target.entity.model.system)," : ""
      let arrived = trip.steps.first { $0.place == (trip.start == .target ? .source : .shared) }
      let place: ValueTrip.Place = trip.start == .target ? .target : .source
      let back = trip.steps.dropFirst().last { $0.place == place }
      return "`\(trip.steps.first?.value.displayText ?? "")`\(written) becomes `\(arrived?.value.displayText ?? "")`"
        + (back.map { " and comes back as `\($0.value.displayText)`" } ?? "")
    }
    let names = conversion.parts.isEmpty ? [conversion] : conversion.parts
    let named = names.first { ConversionCatalog.labels(of: type(of: $0).name)?.isEmpty == true }.map {
      type(of: $0).name
    }
    return Diagnostic(
      rule, "`\(source.path.text)` to `\(target.path.text)` loses \(what)",
      explanation: (("\(Wording.capitalised(Wording.a(source.path.type.phrase))) becomes \(Wording.a(shared.phrase)). Map a property "
        + "that can hold ")
        + "all of it, let the row work in ")
        + "one direction only"
        + (named.map { ", or name the conversion `\($0)` in the row to say that the loss is meant." } ?? "."),
      at: row.source?.span ?? row.span,
      labels: [
        Diagnostic.Label(Wording.a(source.path.type.phrase), at: source.leaf.span),
        Diagnostic.Label(Wording.a(target.path.type.phrase), at: target.leaf.span),
      ], notes: notes)
  }
}
