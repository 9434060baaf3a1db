import TandemSyntax

/// A flow that creates records without looking for those that are there already.
enum CreateWithoutMatch: DocumentRule {
  static let rule = Rule(
    code: "T4035", name: "create-without-match", category: .flow, severity: .note,
    summary: "A flow creates records without looking for those that both systems may already hold.",
    page: """
      On its first run a flow without a merge table creates a target for every source record. Where both systems were
      used before, many of the records stand there twice afterwards. Name the properties by which a person would recognise
      them; or say that only records which are created from now on take part. It is a guess that both hold the same records:
      it is made where a row maps a property that is unique in one of the systems, so that records could be recognised.
      """,
    failing: example(policy: "conflict: Shop wins"),
    passing: example(policy: "conflict: Shop wins\nmatch:\n- {code: Iso}"))

  private static func example(policy: String) -> Rule.Example {
    Examples.flow(
      "Shop Country to Ledger Country", rows: ["{source: code, target: Iso, type: string}"], policy: policy)
  }

  static func check(_ flows: [ResolvedFlow], context: DocumentContext) {
    var creators: [Int: Int] = [:]
    for flow in flows where SeveralCreators.createsItsOwn(flow) { creators[flow.head.pair.target, default: 0] += 1 }
    for flow in flows where SeveralCreators.createsItsOwn(flow) && !flow.isEmptyTable && !flow.head.isSplit {
      // Where several flows create, or a lost answer matters, a merge table is asked for already.
      let target = flow.head.target
      guard creators[flow.head.pair.target] == 1, target.model.externalKey != nil, !target.model.isReadOnly,
        flow.head.flow.firstRun == nil, flow.isComplete, let row = recognising(flow), let source = row.source
      else { continue }
      let (left, right) = (flow.head.flow.source.text, flow.head.flow.target.text)
      let isRST = context.document.notation == .rst
      let match =
        isRST
        ? ("add \"A \(left) will merge with a \(right) if one of the following property combinations match:\" and a table "
          + "with the row `\(source.path.text)`, `\(row.target.path.text)`")
        : "add `match: [{\(source.path.text): \(row.target.path.text)}]`"
      let first =
        isRST ? "\"On the first run, existing records are left alone.\"" : "`first run: new records only`"
      context.report.add(
        Diagnostic(
          rule, "\(right) records that are there already are not looked for before new ones are created",
          explanation: ("If both systems hold the same records, perhaps recognised by `\(source.path.text)`, \(match). If "
            + "they do not, this heuristic is wrong; where old records should stay apart, write \(first)."),
          at: flow.head.flow.title, labels: [Diagnostic.Label("may tell which record it is", at: row.row.span)]))
    }
  }

  /// The row that looks most like telling which record it is.
  private static func recognising(_ flow: ResolvedFlow) -> ResolvedRow? {
    let rows = flow.properties.compactMap { property -> ResolvedRow? in
      guard property.rows.count == 1, let row = property.rows.first, row.translation == nil, row.source != nil,
        row.sourceKey != nil, property.direction.reaches(.target), !row.target.path.type.isComposite,
        !row.target.isKey, !row.target.isReadOnly
      else { return nil }
      return row
    }
    return rows.first { $0.target.leaf.isUnique || $0.source?.leaf.isUnique == true }
  }
}
