import GRDB
import TandemRuntime
import TandemValues

extension StateSession {
  func flowState(_ flow: FlowIdentifier) throws -> FlowState? {
    try first(
      "SELECT identifier, title, layout, activated_by_run FROM flow WHERE identifier = ? AND title IS NOT NULL",
      [flow.text.databaseValue], flowState)
  }

  func flowStates() throws -> [FlowState] {
    try all(
      "SELECT identifier, title, layout, activated_by_run FROM flow WHERE title IS NOT NULL ORDER BY identifier", [],
      flowState)
  }

  func setFlowState(_ state: FlowState) throws {
    let layout = state.layout.flatMap { property -> [Value] in
      [.string(property.name), .integer(Int64(bitPattern: property.fingerprint))]
    }
    try execute(
      "UPDATE flow SET title = ?, layout = ?, activated_by_run = ? WHERE id = ?",
      [
        state.title.databaseValue, blob(ValueCoding.encode(layout)), state.activatedByRun.databaseValue,
        try numberAdding(state.flow).databaseValue,
      ])
  }

  func cursor(of entity: EntityReference) throws -> ChangeCursor? {
    guard let number = try number(of: entity) else { return nil }
    return try first("SELECT cursor FROM entity WHERE id = ? AND cursor IS NOT NULL", [number.databaseValue]) {
      ChangeCursor($0.machineText(0))
    }
  }

  func setCursor(_ cursor: ChangeCursor, of entity: EntityReference) throws {
    try execute(
      "UPDATE entity SET cursor = ? WHERE id = ?",
      [blob(cursor.text), try numberAdding(entity).databaseValue])
  }

  private func flowState(_ row: Row) throws -> FlowState {
    let values = try ValueCoding.decode(row.bytes(2))
    var layout: [FlowState.Property] = []
    for position in stride(from: 0, to: values.count - 1, by: 2) {
      guard case .string(let name) = values[position], case .integer(let fingerprint) = values[position + 1] else {
        throw StateError.unreadable("the layout of a flow is damaged")
      }
      layout.append(FlowState.Property(name: name, fingerprint: UInt64(bitPattern: fingerprint)))
    }
    return FlowState(flow: FlowIdentifier(row[0]), title: row[1], layout: layout, activatedByRun: row[3])
  }
}
