import TandemSyntax

/// A document without sections.
enum NoFlows: DocumentRule {
  static let rule = Rule(
    code: "T4014", name: "no-flows", category: .flow, severity: .note,
    summary: "A document has no section, so it does nothing.",
    page: """
      A document keeps records in step by its sections, one per pair of entities. Without any nothing is generated from
      it. Add a section, or remove the document.
      """,
    failing: .yaml("dataflow: Shop to Ledger\nflows: []\n"), passing: Examples.rows())

  static func check(_ flows: [ResolvedFlow], context: DocumentContext) {
    let document = context.document
    guard document.flows.isEmpty, !document.hasUnreadParts else { return }
    let (left, right) = (context.source.entities.first, context.target.entities.first)
    let example =
      context.spelling(of: .source) + " " + (left?.model.name ?? "ENTITY") + " to " + context.spelling(of: .target)
      + " "
      + (right?.model.name ?? "ENTITY")
    context.report.add(
      Diagnostic(
        rule, "the document has no section and does nothing",
        explanation: "Add a section for each pair of entities, such as `\(example)`, or remove the document.",
        at: document.source.span))
  }
}
