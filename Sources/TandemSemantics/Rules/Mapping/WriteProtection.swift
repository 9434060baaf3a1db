import TandemSyntax
import TandemValues

/// Rows that would write what only the system writes.
enum WriteToReadOnly: MappingRule {
  static let rule = Rule(
    code: "T3003", name: "write-to-read-only", category: .mapping, severity: .error,
    summary: "A row would write a property that only the system writes.",
    page: """
      A row without a direction works both ways. Where one of its two properties is read-only, edits can travel in one
      direction only, and the row has to say which: `to SYSTEM` names the system that is written.
      """,
    failing: Examples.rows("{source: address.city, target: Balance, type: decimal}"),
    passing: Examples.rows("{source: balance, target: Mobile, type: string, direction: to Ledger}"))

  /// All protections of one property are looked at in one place, so that a row is reported once.
  static func check(_ flow: ResolvedFlow) {
    // Entities that nobody can write are reported once per flow, not per row.
    let isOpen = { (side: FlowSide) in !MissingOperation.tells(side, of: flow) }
    for property in flow.properties {
      var isReported = false
      if isOpen(.target) {
        for row in property.outputs where !isReported && property.direction.reaches(.target) {
          isReported = check(row, row.target, side: .target, direction: property.direction, flow: flow)
        }
      }
      guard !isReported, isOpen(.source), property.direction.reaches(.source) else { continue }
      if case .join = property.combination { continue }
      for row in property.rows where !isReported && property.writesBack(row) {
        guard let source = row.source else { continue }
        isReported = check(row, source, side: .source, direction: property.direction, flow: flow)
      }
    }
  }

  private static func check(
    _ row: ResolvedRow, _ path: PathResolution, side: FlowSide, direction: CheckedDirection, flow: ResolvedFlow
  ) -> Bool {
    let report = flow.context.report
    if path.isKey {
      // A key that the author gives may be written once.
      if !path.isReadOnly, side == .target, direction == .atCreation { return false }
      report.add(WriteToKey.diagnostic(row, path, side: side, flow: flow))
      return true
    }
    if path.isReadOnly {
      report.add(diagnostic(row, path, side: side, flow: flow))
      return true
    }
    if path.isCreateOnly, direction.updates(side) {
      report.add(WriteCreateOnly.diagnostic(row, path, side: side, flow: flow))
      return true
    }
    return false
  }

  /// The direction without a source that refuses the write; `nil` where the target refuses it. Such a row must change, so
  /// nothing is said about the values that it would bring there.
  static func open(
    _ direction: CheckedDirection, source: PathResolution, target: PathResolution
  ) -> CheckedDirection? {
    func refuses(_ path: PathResolution, _ side: FlowSide) -> Bool {
      path.isKey || path.isReadOnly || path.entity.model.isReadOnly || path.isCreateOnly && direction.updates(side)
    }
    if direction.reaches(.target), refuses(target, .target) { return nil }
    return direction == .both && refuses(source, .source) ? .into(.target) : direction
  }

  /// The direction that leaves the side alone, or `nil` when nothing is left of the row then.
  static func advice(_ row: ResolvedRow, side: FlowSide, flow: ResolvedFlow) -> (text: String, fixes: [Diagnostic.Fix])?
  {
    let other = side.opposite
    guard row.direction == .both else { return nil }
    let text = "to \(flow.context.spelling(of: other))"
    let fixes = row.row.direction == nil ? Advice.fix(row.row, adding: "direction: \(text)") : []
    return (Advice.direction(text, in: flow.context), fixes)
  }

  private static func diagnostic(
    _ row: ResolvedRow, _ path: PathResolution, side: FlowSide, flow: ResolvedFlow
  ) -> Diagnostic {
    let writable = path.entity.model.properties.filter {
      !$0.isReadOnly && $0.type.word == path.leaf.type.word && $0.references.isEmpty
    }
    let advice = advice(row, side: side, flow: flow)
    let other =
      "Map another property instead"
      + (writable.isEmpty ? "." : ", such as \(Wording.list(writable.map(\.name), limit: 3)).")
    return Diagnostic(
      rule, "`\(path.path.text)` of \(path.entity.title) is written by the system alone",
      explanation: advice.map {
        "If its values should only travel to `\(flow.context.spelling(of: side.opposite))`, \($0.text). \(other)"
      }
        ?? "The row writes into `\(flow.context.spelling(of: side))`. \(other)",
      at: path.cell.span,
      labels: [Diagnostic.Label("described as read-only", at: path.leaf.isReadOnly ? path.leaf.span : path.top.span)],
      fixes: advice?.fixes ?? [])
  }
}

/// Rows that would write a key.
enum WriteToKey {
  static let rule = Rule(
    code: "T3004", name: "write-to-key", category: .mapping, severity: .error,
    summary: "A row would write the key of a record.",
    page: """
      A system gives its keys by itself, and a key of one system means nothing in the other. Which records belong
      together is what links are for, so a key need not be mapped. To show the other system's key to people, write it
      into a plain property, in one direction; to point at a record, map the referring property with a `reference`.
      """,
    failing: Examples.rows("{source: email, target: Key, type: guid}"),
    passing: Examples.rows("{source: id, target: Mobile, type: string, direction: to Ledger}"))

  static func diagnostic(
    _ row: ResolvedRow, _ path: PathResolution, side: FlowSide, flow: ResolvedFlow
  ) -> Diagnostic {
    let other = flow.context.spelling(of: side.opposite)
    let advice = WriteToReadOnly.advice(row, side: side, flow: flow)
    let explanation: String
    if side == .source, let advice {
      explanation =
        "Links know which records belong together, so a key is never written. To show it in `\(other)`, \(advice.text)."
    } else {
      explanation =
        ("Links know which records belong together, so a key need not be mapped: remove the row, or write the "
          + "value into ")
        + ("another property of \(path.entity.title). A reference to another record is mapped at the property "
          + "that refers.")
        + (path.isReadOnly
          ? "" : " If the key is given at creation, \(Advice.direction("at creation", in: flow.context)).")
    }
    return Diagnostic(
      rule, "the row would write `\(path.path.text)`, the key of \(path.entity.title)", explanation: explanation,
      at: path.cell.span, labels: [Diagnostic.Label("described as the key", at: path.leaf.span)],
      fixes: side == .source ? advice?.fixes ?? [] : [])
  }
}

/// Rows that would change what is given at creation only.
enum WriteCreateOnly {
  static let rule = Rule(
    code: "T3005", name: "write-create-only", category: .mapping, severity: .error,
    summary: "A row would change a property that can only be given when the record is created.",
    page: """
      The system takes the property when a record is created and refuses changes afterwards. Let the row work
      `at creation`, or away from that system.
      """,
    failing: Examples.rows("{source: address.city, target: Code, type: string, direction: to Ledger}"),
    passing: Examples.rows("{source: address.city, target: Code, type: string, direction: at creation}"))

  static func diagnostic(
    _ row: ResolvedRow, _ path: PathResolution, side: FlowSide, flow: ResolvedFlow
  ) -> Diagnostic {
    let direction = side == .target ? "at creation" : "to \(flow.context.spelling(of: .target))"
    return Diagnostic(
      rule, "`\(path.path.text)` of \(path.entity.title) cannot be changed after creation",
      explanation: ("An edit of the other side could not be written. To fill it once, "
        + "\(Advice.direction(direction, in: flow.context))."),
      at: path.cell.span,
      labels: [
        Diagnostic.Label("described as create-only", at: path.leaf.isCreateOnly ? path.leaf.span : path.top.span)
      ],
      fixes: row.row.direction == nil ? Advice.fix(row.row, adding: "direction: \(direction)") : [])
  }
}
