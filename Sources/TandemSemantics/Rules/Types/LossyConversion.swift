import TandemSyntax
import TandemValues

/// A conversion from which not every value comes back.
enum LossyConversion {
  static let rule = Rule(
    code: "T2002", name: "lossy-conversion", category: .types, severity: .warning,
    summary: "The conversion that follows from the two types loses a part of some values.",
    page: """
      The message says what is lost and shows a value that does not come back, found by running the conversion itself. On a
      row that works both ways the loss can reach the system where the value was complete: an edit of the poorer side
      replaces the richer value. Map a property with a fitting type, let the row work in one direction only, or name the
      conversion in the row, which says that the loss is meant.
      """,
    failing: Examples.rows("{source: joined, target: Since, type: date}"),
    passing: Examples.rows("{source: since, target: Since, type: date}"))

  /// Reports a loss, or a part of the values that is refused.
  static func check(
    _ row: PropertyRow, _ conversion: any Conversion, source: PathResolution, target: PathResolution, type: ValueType,
    report: Report
  ) {
    switch conversion.effectiveLaws {
    case .lossy(let what):
      report.add(diagnostic(row, conversion, what: what, source: source, target: target, type: type))
    case .exact, .normalising:
      guard let domain = conversion.domain,
        let refusal = Witnesses.refusal(by: conversion, from: source.path.type)
      else { return }
      report.add(
        PartialConversion.diagnostic(row, domain: domain, refusal: refusal, source: source, target: target))
    case .oneWay: break
    }
  }

  private static func diagnostic(
    _ row: PropertyRow, _ conversion: any Conversion, what: String, source: PathResolution, target: PathResolution,
    type: ValueType
  ) -> Diagnostic {
    var notes: [String] = []
    if let loss = Witnesses.loss(in: conversion, from: source.path.type) {
      let back = loss.back.map { "comes back as `\($0.displayText)`" } ?? "does not come back"
      notes.append("`\(loss.value.displayText)` becomes `\(loss.shared.displayText)` and \(back)")
    }
    let named = Chain.of([conversion]).parts.isEmpty ? conversion.summary : nil
    return Diagnostic(
      rule, "`\(source.path.text)` to `\(target.path.text)` loses \(what)",
      explanation: "A \(source.path.type.word) becomes a \(type.word). Map a property that can hold all of it, let the row work in "
        + "one direction only, or write `conversion: \(named ?? "NAME")` to say that the loss is meant.",
      at: row.source?.span ?? row.span,
      labels: [
        Diagnostic.Label(source.path.type.phrase, at: source.leaf.span),
        Diagnostic.Label(target.path.type.phrase, at: target.leaf.span),
      ], notes: notes)
  }
}
