import TandemSyntax

/// A creation by connection that nothing connects.
enum Connected {
  static let rule = Rule(
    code: "T4008", name: "connected-creation", category: .flow, severity: .error,
    summary:
      "A record is to be created when it is connected to another one, and the schema or the flows show no connection.",
    page: """
      "Created if it is connected to an Order" means: an order refers to the record, and the order itself is
      synchronised. So the order's entity needs a property with `ref`, and a flow from it into the other system.
      """,
    failing: Examples.rows(policy: "create: connected to Shop Order"),
    passing: Examples.document(
      Examples.section(
        "Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"],
        policy: "create: connected to Shop Order"),
      Examples.section(
        "Shop Order to Ledger Invoice",
        rows: [
          "{source: number, target: Number, type: string}",
          "{source: customerId, target: Account, reference: Customer to Account}",
        ])))

  static func withoutReference(_ name: EntityName, entity: CatalogEntity, flow: FlowHead) -> Diagnostic {
    Diagnostic(
      rule, "no property of `\(entity.title)` refers to `\(flow.source.model.name)`",
      explanation: (("So nothing shows which records are connected. Add `ref: \(flow.source.model.name)` to the "
        + "referring ")
        + "property in the ")
        + "description, or name an entity that refers to `\(flow.source.model.name)`.",
      at: name.span, labels: [Diagnostic.Label("described here", at: entity.nameSpan)])
  }

  static func withoutFlow(
    _ name: EntityName, entity: CatalogEntity, flow: FlowHead, context: DocumentContext
  ) -> Diagnostic {
    Diagnostic(
      rule, "no flow synchronises `\(entity.title)` into `\(context.spelling(of: .target))`",
      explanation: ("So no record would ever be created. Add a section from `\(context.spelling(of: .source)) "
        + "\(entity.model.name)`, or name an entity that is synchronised."),
      at: name.span, labels: [Diagnostic.Label("the flow that waits for it", at: flow.flow.title)])
  }
}
