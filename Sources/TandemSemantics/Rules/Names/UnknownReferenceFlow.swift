import TandemSyntax

/// A reference through a flow that no document has.
enum UnknownReferenceFlow {
  static let rule = Rule(
    code: "T1010", name: "unknown-reference-flow", category: .names, severity: .error,
    summary: "A reference is translated through a flow that no document declares.",
    page: """
      `reference Customer to Account` means: take the customer's key, find the account that is linked with this
      customer, and write its key. The links come from the flow that keeps the two entities in step, in either
      direction, in any of the checked documents for the same two systems. Add that flow, or find the record by a
      natural key with `lookup`.
      """,
    failing: Examples.rows("{source: countryId, target: Country, reference: Country to Country}"),
    passing: Examples.document(
      Examples.section(
        "Shop Country to Ledger Country", rows: ["{source: code, target: Iso, type: string}"],
        policy: "conflict: Shop wins"),
      Examples.section(
        "Shop Customer to Ledger Account",
        rows: [
          "{source: name, target: Name, type: string}",
          "{source: countryId, target: Country, reference: Country to Country}",
        ])))

  static func diagnostic(
    _ span: SourceSpan, from left: CatalogEntity, to right: CatalogEntity, source: PathResolution,
    target: PathResolution, context: DocumentContext
  ) -> Diagnostic {
    let key = right.model.properties.first { $0.isUnique && !$0.isReadOnly && !$0.type.isComposite }?.name ?? "PROPERTY"
    let lookup =
      context.document.notation == .rst
      ? "lookup \(right.model.name) by PATH = \(key)" : "lookup: \(right.model.name), by: {PATH: \(key)}"
    return Diagnostic(
      rule, "no flow keeps `\(left.title)` and `\(right.title)` in step",
      explanation: "Their links would translate the reference. Add a section "
        + ("`\(context.spelling(of: .source)) \(left.model.name) to \(context.spelling(of: .target)) "
          + "\(right.model.name)` to a document of the two ")
        + "systems, or find the record by a natural key with `\(lookup)`.",
      at: span,
      labels: [
        Diagnostic.Label("`\(source.path.text)` of \(source.entity.title)", at: source.leaf.span),
        Diagnostic.Label("`\(target.path.text)` of \(target.entity.title)", at: target.leaf.span),
      ])
  }
}
