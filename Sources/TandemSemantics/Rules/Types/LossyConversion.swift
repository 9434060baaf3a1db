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
    switch conversion.effectiveLaws {
    case .lossy(let what):
      let loss = direction.reaches(.target) ? known.loss : nil
      // Where nothing travels back, only what the target is not given is lost.
      guard loss != nil || direction.reaches(.source) else { return }
      report.add(
        rule, at: row.source?.span ?? row.span,
        diagnostic(
          row, conversion, what: what, loss: loss, backwards: known.lossBackwards, source: source, target: target,
          shared: type))
    case .exact, .normalising:
      if direction.reaches(.target), let domain = conversion.domain,
        let refusal = known.refusal
      {
        report.add(
          PartialConversion.diagnostic(row, domain: domain, refusal: refusal, source: source, target: target))
      } else if direction.reaches(.source),
        let refusal = known.refusalBackwards
      {
        report.add(PartialConversion.backwards(row, refusal: refusal, source: source, target: target))
      }
    case .oneWay: break
    }
  }

  private static func diagnostic(
    _ row: PropertyRow, _ conversion: any Conversion, what: String, loss: Witnesses.Loss?,
    backwards: Witnesses.Loss?, source: PathResolution,
    target: PathResolution, shared: ValueType
  ) -> Diagnostic {
    var notes: [String] = []
    if let loss {
      let back = loss.back.map { "comes back as `\($0.displayText)`" } ?? "does not come back"
      notes.append("`\(loss.value.displayText)` becomes `\(loss.converted.displayText)` and \(back)")
    } else if let loss = backwards {
      let back = loss.back.map { "comes back as `\($0.displayText)`" } ?? "does not come back"
      notes.append(
        ("`\(loss.value.displayText)`, written in \(target.entity.model.system), becomes "
          + "`\(loss.converted.displayText)` and \(back)")
      )
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
