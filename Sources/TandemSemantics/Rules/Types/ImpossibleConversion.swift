import TandemSyntax
import TandemValues

/// A row whose two types have no conversion.
enum ImpossibleConversion {
  static let rule = Rule(
    code: "T2001", name: "impossible-conversion", category: .types, severity: .error,
    summary: "No conversion leads from the source's type to the target's.",
    page: """
      A value travels from the source's declared type to the target's and back. Where no conversion joins the two, the
      row cannot work. Map another property, go through a value map (for codes), pick a member of an object or an
      element of a list, or correct the type in the system's description.
      """,
    failing: Examples.rows("{source: since, target: Logo, type: binary, direction: to Ledger}"),
    passing: Examples.rows("{source: since, target: Since, type: date, direction: to Ledger}"))

  static func diagnostic(
    _ row: PropertyRow, from: ValueType, to: ValueType, source: PathResolution?, target: PathResolution,
    in context: DocumentContext
  ) -> Diagnostic {
    if let diagnostic = withoutCommonValue(row, from: from, to: to, source: source, target: target, in: context) {
      return diagnostic
    }
    let reachable = probes.filter { $0.word != from.word && ConversionCatalog.conversion(from: from, to: $0) != nil }
    let others = target.entity.model.properties.filter { property in
      !property.isReadOnly && property.references.isEmpty
        && ConversionCatalog.conversion(from: from, to: property.type) != nil
    }
    var advice: String
    switch from {
    case .object: advice = "Go on in the path to one of its members: \(members(source)). "
    case .list:
      advice = "Pick an element with a `Dependant on` clause and a member, or with `conversion firstElement`. "
    default:
      advice =
        reachable.isEmpty
        ? "" : "\(Wording.capitalised(Wording.a(from.word))) can become \(Wording.list(reachable.map(\.word))). "
    }
    if !others.isEmpty {
      advice +=
        "Properties of \(target.entity.title) that could take it: \(Wording.list(others.map(\.name), limit: 5))."
    } else if advice.isEmpty {
      advice = "Map another property, or correct the type in the description."
    }
    let name = source.map { "`\($0.path.text)`" } ?? "the value"
    return Diagnostic(
      rule, "\(name), \(Wording.a(from.word)), cannot become `\(target.path.text)`, \(Wording.a(to.word))",
      explanation: advice,
      at: row.source?.span ?? row.target.span,
      labels: [
        source.map { Diagnostic.Label(Wording.a(from.phrase), at: $0.leaf.span) },
        Diagnostic.Label(Wording.a(to.phrase), at: target.leaf.span),
      ].compactMap { $0 })
  }

  /// Two lists of words without a common one: which belongs to which, only a person knows.
  private static func withoutCommonValue(
    _ row: PropertyRow, from: ValueType, to: ValueType, source: PathResolution?, target: PathResolution,
    in context: DocumentContext
  ) -> Diagnostic? {
    guard let source, case .enumeration(let left, _) = from, case .enumeration(let right, _) = to,
      let first = left.first, let other = right.first
    else { return nil }
    let name = "\(source.entity.model.name) \(source.path.text)"
    let map =
      context.document.notation == .rst
      ? "Add a section `Values: \(name)` at the end of the document, with a row for each value, such as `\(first)` and "
        + "`\(other)`, and write `values \(name)` in the row's Rule column."
      : "Add `values: {\(name): {\(first): \(other), ...}}` to the document, a pair for each value, and "
        + "`values: \(name)` to the row."
    return Diagnostic(
      rule, "`\(source.path.text)` and `\(target.path.text)` have no value in common", explanation: map,
      at: row.source?.span ?? row.target.span,
      labels: [
        Diagnostic.Label(from.phrase, at: source.leaf.span), Diagnostic.Label(to.phrase, at: target.leaf.span),
      ])
  }

  private static func members(_ source: PathResolution?) -> String {
    guard let source else { return "see its description" }
    return Wording.list(source.leaf.members.map { source.path.text + "." + $0.name })
  }

  private static let probes: [ValueType] = [
    .string(maximumLength: nil), .integer, .decimal(precision: nil, scale: nil), .float, .boolean, .date, .time,
    .datetime, .guid, .binary,
  ]
}
