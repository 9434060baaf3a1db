import TandemSyntax

/// A flow whose creates cannot be recognised again after a broken connection.
enum UncertainCreate: MappingRule {
  static let rule = Rule(
    code: "T4011", name: "uncertain-create", category: .flow, severity: .note,
    summary: "A created record could not be recognised when the answer to its creation is lost.",
    page: """
      When the connection breaks while a record is created, Tandem has to find out whether it exists before it tries
      again. It looks for its own identifier in the entity's `externalKey`, or for the properties of the merge table.
      With neither, such a record waits for a person. Name an external key in the description, or give the flow a
      merge table.
      """,
    failing: Examples.flow("Shop Customer to Ledger Receipt", rows: ["{source: name, target: Text, type: string}"]),
    passing: Examples.flow(
      "Shop Customer to Ledger Receipt", rows: ["{source: name, target: Text, type: string}"],
      policy: "match:\n- {name: Text}"))

  static func check(_ flow: ResolvedFlow) {
    let target = flow.head.target
    guard flow.creates, flow.matches.isEmpty, !flow.head.flow.hasUnreadParts, target.model.externalKey == nil,
      MissingOperation.possible(target.model) != .reading,
      !flow.context.hasUnreadParts(target),
      flow.context.isFirst("uncertain create \(target.key)")
    else { return }
    flow.context.report.add(
      Diagnostic(
        rule, "after a broken connection a created `\(target.title)` could not be recognised",
        explanation:
          "It would wait for a person. Name an `externalKey` in the description, or give the flow a merge table.",
        at: flow.head.flow.title, labels: [Diagnostic.Label("without an external key", at: target.nameSpan)]))
  }
}
