import TandemSyntax

/// The flow of the records that hold the elements of a list.
enum ParentFlow {
  static let rule = Rule(
    code: "T4023", name: "parent-flow", category: .flow, severity: .error,
    summary: "The parent of a flow of list elements cannot be what it is said to be.",
    page: """
      `parent: Order to Invoice via Invoice` says that the elements of an order's list become records whose property
      `Invoice` refers to the invoice of that order. So the section keeps the elements of a list of `Order`, a flow keeps
      orders and invoices in step, and `Invoice` is a property of the records that refers to an invoice.
      """,
    failing: Examples.flow(
      "Shop Order.lines to Ledger Receipt", rows: ["{source: text, target: Text, type: string}"],
      policy: "parent: Order to Invoice via Invoice"),
    passing: Examples.document(
      Examples.section(
        "Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"]),
      Examples.section(
        "Shop Order to Ledger Invoice",
        rows: [
          "{source: number, target: Number, type: string}",
          "{source: customerId, target: Account, reference: Customer to Account}",
        ]),
      Examples.section(
        "Shop Order.lines to Ledger Receipt", rows: ["{source: text, target: Text, type: string}"],
        policy: "parent: Order to Invoice via Invoice")))

  static func check(_ head: FlowHead, index: FlowIndex, in context: DocumentContext) {
    guard let parent = head.flow.parent else { return }
    guard head.isSplit else {
      context.report.add(
        Diagnostic(
          rule, "`\(head.title)` keeps whole records in step, which belong to no other flow",
          explanation: "Name the list in the heading, as in `\(head.flow.source.text).lines`, or leave the parent out.",
          at: parent.flow.span))
      return
    }
    // The side with the list holds the elements, the other one the records that refer to their parent.
    let isInSource = head.flow.source.element != nil
    let holder = isInSource ? head.source : head.target
    let records = isInSource ? head.target : head.source
    guard let other = partner(parent.flow, holder: holder, isInSource: isInSource, in: context) else { return }
    guard index.flow(from: isInSource ? holder : other, to: isInSource ? other : holder) != nil else {
      if index.mayHide([holder, other], in: context) {
        context.report.silence()
      } else {
        context.report.add(
          Diagnostic(
            rule, "no flow keeps `\(holder.title)` and `\(other.title)` in step",
            explanation: "Without it nobody knows which record an element belongs to. Add such a section.",
            at: parent.flow.span, labels: [Diagnostic.Label("holds the list", at: holder.nameSpan)]))
      }
      return
    }
    checkReference(parent.via, of: records, to: other, in: context)
  }

  /// The entity that is kept in step with the one that holds the list; `nil` after a report.
  private static func partner(
    _ flow: Located<String>, holder: CatalogEntity, isInSource: Bool, in context: DocumentContext
  ) -> CatalogEntity? {
    let bytes = Array(flow.value.utf8)
    let slots = DocumentKey.reference.match(0..<bytes.count, in: bytes)
    func name(_ slot: Slot) -> String { slots?[slot].map { String(decoding: bytes[$0], as: UTF8.self) } ?? "" }
    let left = context.source.entity(named: name(.entity))
    let right = context.target.entity(named: name(.otherEntity))
    let (own, other) = isInSource ? (left, right) : (right, left)
    if let own, let other, own === holder { return other }
    if left == nil, right == nil, let first = context.source.entity(named: name(.otherEntity)),
      let second = context.target.entity(named: name(.entity))
    {
      context.report.add(
        UnknownEntity.exchanged(
          name(.entity), name(.otherEntity), at: flow.span, first: first, second: second))
      return nil
    }
    let isLost =
      context.source.mayHaveLost(name(.entity)) || context.target.mayHaveLost(name(.otherEntity))
    if isLost {
      context.report.silence()
    } else {
      let form = isInSource ? "\(holder.model.name) to Entity" : "Entity to \(holder.model.name)"
      context.report.add(
        Diagnostic(
          rule, "`\(flow.value)` is no flow of `\(holder.title)`, whose list the section is about",
          explanation: "Name the two entities of the flow that keeps the holders of the list in step: `\(form)`.",
          at: flow.span, labels: [Diagnostic.Label("holds the list", at: holder.nameSpan)]))
    }
    return nil
  }

  /// The property by which a record knows its parent.
  private static func checkReference(
    _ name: Located<String>, of records: CatalogEntity, to other: CatalogEntity, in context: DocumentContext
  ) {
    let path = PropertyPath(segments: [name], span: name.span)
    guard let found = PathResolver(context: context).resolve(path, in: records) else { return }
    guard !found.leaf.references.contains(other.model.name) else { return }
    let meant = records.model.properties.filter { $0.references.contains(other.model.name) }.map(\.name)
    context.report.add(
      Diagnostic(
        rule, "`\(name.value)` of \(records.title) does not refer to \(Wording.a("`\(other.model.name)`"))",
        explanation: meant.isEmpty
          ? "No property of \(records.title) does, so its records cannot belong to one."
          : "Write \(Wording.list(meant)).",
        at: name.span, labels: [Diagnostic.Label(found.leaf.type.phrase, at: found.leaf.span)],
        fixes: meant.count == 1 && name.span.text == name.value ? Advice.replace(name.span, with: meant[0]) : []))
  }
}
