import TandemSyntax

/// A flow of list elements.
enum SplitFlow {
  static let rule = Rule(
    code: "T4010", name: "split-flow", category: .flow, severity: .note,
    summary: "A flow turns the elements of a list into records, which is held for now.",
    page: """
      `Shop Order.lines to Ledger Receipt` makes a record of each line. The form is understood and kept, and the flow is
      held: nothing is written for it yet, and `sync plan` says why. Map single elements with `Dependant on` clauses in
      the meantime.
      """,
    failing: Examples.flow("Shop Order.lines to Ledger Receipt", rows: ["{source: text, target: Text, type: string}"]),
    passing: Examples.rows())

  static func diagnostic(_ head: FlowHead) -> Diagnostic {
    let lists = [(head.source, head.flow.source.element), (head.target, head.flow.target.element)].compactMap {
      entity, element in
      element.flatMap { name in entity.model.properties.first { $0.name == name.value } }
    }
    return Diagnostic(
      rule, "the elements of a list cannot become records yet, so `\(head.title)` is held",
      explanation: "Nothing is written for this flow. Map single elements with `Dependant on` clauses in the meantime.",
      at: head.flow.title,
      labels: lists.map { Diagnostic.Label(Wording.a($0.type.phrase), at: $0.span) })
  }
}
