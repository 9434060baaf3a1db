import TandemSyntax

/// What happens to the record of an element that left its list.
enum ListRemoval {
  static let rule = Rule(
    code: "T4021", name: "list-removal", category: .flow, severity: .error,
    summary: "An element is said to leave a list where there is none, or in two ways.",
    page: """
      `removed` (in RST: "When an element leaves the list, ...") belongs to a flow of list elements, such as `Shop
      Order.lines to Ledger Receipt`: the record of an element that is gone is deleted, unlinked, archived or kept. Between
      whole records the key `deletion` says the same. For the side of the list only one of the two may stand.
      """,
    failing: Examples.rows(policy: "removed: delete"),
    passing: Examples.flow(
      "Shop Order.lines to Ledger Receipt", rows: ["{source: text, target: Text, type: string}"],
      policy: "removed: delete"))

  static func check(_ head: FlowHead, in context: DocumentContext) {
    let removals = head.flow.deletions.filter(\.isRemoval)
    for removal in removals {
      if !head.isSplit {
        context.report.add(
          Diagnostic(
            rule, "`\(head.title)` has no list that an element could leave",
            explanation: "Say what a deletion does: "
              + (context.document.notation == .rst
                ? "write `When a \(head.flow.source.text) is deleted, ...`."
                : "write `deletion: {\(removal.system.value): ...}`."),
            at: removal.policy.span,
            labels: [Diagnostic.Label("both sides are whole records", at: head.flow.title)]))
      } else if let other = head.flow.deletions.first(where: { deletion in
        !deletion.isRemoval
          && NormalizedName(deletion.system.value) == NormalizedName(removal.system.value)
      }) {
        context.report.add(
          Diagnostic(
            rule, "what happens when an element of `\(removal.system.value)` is gone is said twice",
            explanation: "An element that leaves its list counts as deleted. Keep one of the two.",
            at: removal.policy.span, labels: [Diagnostic.Label("also said here", at: other.policy.span)]))
      }
    }
  }
}
