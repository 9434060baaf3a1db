@testable import TandemSyntax

/// What a document says, without places and notation, one fact per line: for comparisons in tests.
func describe(_ dataflow: Dataflow) -> [String] {
  var lines = [
    "title \(dataflow.source.value) > \(dataflow.target.value)", "generated \(dataflow.generated?.value ?? "-")",
    "introduction \(dataflow.introduction?.value ?? "-")",
  ]
  lines += dataflow.parameters.map {
    "parameter \($0.name.value) \($0.type.value) \($0.defaultValue.map { describe($0.value) } ?? "-")"
  }
  for map in dataflow.valueMaps {
    lines.append("values \(map.name.value) otherwise \(map.otherwise.map { "\($0.value)" } ?? "-")")
    lines += map.entries.map { "  \($0.source.value) > \($0.target.value)" }
  }
  for flow in dataflow.flows { lines += describe(flow) }
  return lines
}

private func describe(_ name: EntityName) -> String {
  "[\(name.system.value)|\(name.entity.value)|\(name.element?.value ?? "")|\(name.qualifier?.value ?? "")]"
}

private func describe(_ condition: Condition) -> String {
  switch condition {
  case .expression(let expression): return describe(expression)
  case .remark(let text): return "remark \(text)"
  }
}

private func describe(_ cell: PropertyCell) -> String {
  cell.path.text + cell.dependencies.map { "{\($0.value.value) in \($0.path.text)}" }.joined()
}

private func describe(_ clause: Clause) -> String {
  switch clause {
  case .when(let expression): return "when \(describe(expression))"
  case .lookup(let entity, let pairs):
    return "lookup \(entity) " + pairs.map { "\($0.source.text)=\($0.target.text)" }.joined(separator: ",")
  default: return "\(clause)"
  }
}

private func describe(_ flow: Flow) -> [String] {
  var lines = ["flow \(describe(flow.source)) > \(describe(flow.target))"]
  lines += flow.scopes.map { "  scope \($0.system?.value ?? "-") \(describe($0.condition.value))" }
  switch flow.creation?.value {
  case .when(let condition)?: lines.append("  create when \(describe(condition))")
  case .connected(let names)?: lines.append("  create connected \(names.map(describe))")
  case let other: lines.append("  create \(other.map { "\($0)" } ?? "-")")
  }
  for alternative in flow.matching?.alternatives ?? [] {
    lines.append("  match \(alternative.pairs.map { "\(describe($0.source))=\(describe($0.target))" })")
  }
  if flow.matching != nil { lines.append("  matches") }
  lines.append("  conflict \(flow.conflict.map { "\($0.value)" } ?? "-")")
  for deletion in flow.deletions {
    if case .archive(let property, let value) = deletion.policy.value {
      lines.append(
        "  deletion \(deletion.system.value)\(deletion.isRemoval ? " removal" : "") archive \(property.text) \(describe(value))"
      )
    } else {
      lines.append(
        "  deletion \(deletion.system.value)\(deletion.isRemoval ? " removal" : "") \(deletion.policy.value)")
    }
  }
  // The full first run is what is meant where nothing is said.
  lines.append("  first run \((flow.firstRun?.value ?? .full).rawValue)")
  lines.append("  direction \(flow.direction.map { "\($0.value)" } ?? "-") links only \(flow.linksOnly)")
  lines += flow.formerNames.map { "  was \($0.system?.value ?? "-") \($0.name.value)" }
  if let parent = flow.parent { lines.append("  parent \(parent.flow.value) via \(parent.via.value)") }
  for row in flow.rows {
    lines.append(
      "  row \(row.source.map(describe) ?? "-") > \(describe(row.target)) \(row.type?.value ?? "-")"
        + " \(row.direction.map { "\($0.value)" } ?? "-") \(row.clauses.map { describe($0.value) })")
  }
  return lines
}
