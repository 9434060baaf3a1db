import TandemSyntax
import TandemValues

/// A conversion that refuses some values of the source.
enum PartialConversion {
  static let rule = Rule(
    code: "T2003", name: "partial-conversion", category: .types, severity: .note,
    summary: "Some values of the source do not fit the target and would be set aside.",
    page: """
      A value that does not fit is never cut or guessed: its record is set aside with a message, and all others go on.
      The message shows such a value. Where they occur in practice, map a longer property, use a value map, or shorten
      the values at the source.
      """,
    failing: Examples.rows("{source: address.street, target: Mobile, type: string, direction: to Ledger}"),
    passing: Examples.rows("{source: address.street, target: Address.Street, type: string, direction: to Ledger}"))

  static func diagnostic(
    _ row: PropertyRow, domain: String?, refusal: ValueTrip, source: PathResolution, target: PathResolution
  ) -> Diagnostic {
    Diagnostic(
      rule,
      "not every `\(source.path.text)` fits into `\(target.path.text)`"
        + (domain.map { ", which takes only \($0)" } ?? ""),
      explanation: (("A record with another value is set aside with a message. Map a property that takes all of "
        + "them, use a ")
        + "value map, ")
        + "or leave it so if such values do not occur.",
      at: row.source?.span ?? row.span,
      labels: [
        Diagnostic.Label(Wording.a(source.path.type.phrase), at: source.leaf.span),
        Diagnostic.Label(Wording.a(target.path.type.phrase), at: target.leaf.span),
      ], notes: [note(refusal)])
  }

  /// The same on the way back.
  static func backwards(
    _ row: PropertyRow, refusal: ValueTrip, source: PathResolution, target: PathResolution
  ) -> Diagnostic {
    Diagnostic(
      rule, "not every `\(target.path.text)` fits back into `\(source.path.text)`",
      explanation: (("An edit of \(target.entity.title) with such a value is set aside with a message. Let the "
        + "row work in ")
        + "one direction, ")
        + "or leave it so if such values do not occur.",
      at: row.source?.span ?? row.span,
      labels: [
        Diagnostic.Label(Wording.a(source.path.type.phrase), at: source.leaf.span),
        Diagnostic.Label(Wording.a(target.path.type.phrase), at: target.leaf.span),
      ], notes: [note(refusal)])
  }

  private static func note(_ refusal: ValueTrip) -> String {
    let text = refusal.steps.first?.value.displayText ?? ""
    let shown = text.utf8.count > 20 ? Wording.length(of: text) : "`\(text)`"
    return "\(shown) \(refusal.refusal ?? "")"
  }
}
