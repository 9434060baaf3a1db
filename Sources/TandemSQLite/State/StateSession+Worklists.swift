import GRDB
import TandemRuntime

extension StateSession {
  // MARK: Records to look at

  func pending(_ flow: FlowIdentifier, limit: Int) throws -> [PendingRecord] {
    guard let number = try number(of: flow) else { return [] }
    return try all(
      "SELECT side, key FROM pending WHERE flow = ? ORDER BY id LIMIT ?", [number.databaseValue, limit.databaseValue]
    ) { PendingRecord(side: try $0.side(0), key: try $0.key(1)) }
  }

  func pendingCount(_ flow: FlowIdentifier) throws -> Int {
    guard let number = try number(of: flow) else { return 0 }
    return try first("SELECT pending FROM flow WHERE id = ?", [number.databaseValue], { $0[0] as Int }) ?? 0
  }

  func addPending(_ flow: FlowIdentifier, _ side: Side, keys: [RecordKey]) throws {
    guard !keys.isEmpty else { return }
    let number = try numberAdding(flow).databaseValue
    for key in keys {
      try execute(
        "INSERT INTO pending (flow, side, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [number, side.databaseValue, key.databaseValue])
    }
  }

  func removePending(_ flow: FlowIdentifier, _ side: Side, keys: [RecordKey]) throws {
    guard let number = try number(of: flow)?.databaseValue else { return }
    for key in keys {
      try execute(
        "DELETE FROM pending WHERE flow = ? AND side = ? AND key = ?", [number, side.databaseValue, key.databaseValue])
    }
  }

  // MARK: Records that wait for another

  func waitingCount(_ flow: FlowIdentifier) throws -> Int {
    guard let number = try number(of: flow) else { return 0 }
    return try first("SELECT waiting FROM flow WHERE id = ?", [number.databaseValue], { $0[0] as Int }) ?? 0
  }

  func isWaiting(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws -> Bool {
    guard let number = try number(of: flow) else { return false }
    return try first(
      "SELECT 1 FROM waiting WHERE flow = ? AND side = ? AND key = ? LIMIT 1",
      [number.databaseValue, side.databaseValue, key.databaseValue], { _ in true }) ?? false
  }

  func addWaiting(_ waiting: WaitingRecord) throws {
    try execute(
      """
      INSERT INTO waiting (flow, side, key, awaited_flow, awaited_side, awaited_key) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """,
      [
        try numberAdding(waiting.flow).databaseValue, waiting.side.databaseValue, waiting.key.databaseValue,
        try numberAdding(waiting.awaitedFlow).databaseValue, waiting.awaitedSide.databaseValue,
        waiting.awaitedKey.databaseValue,
      ])
  }

  func wake(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws {
    guard let number = try number(of: flow) else { return }
    let arguments = [number.databaseValue, side.databaseValue, key.databaseValue]
    try execute(
      """
      INSERT OR IGNORE INTO pending (flow, side, key)
      SELECT flow, side, key FROM waiting WHERE awaited_flow = ? AND awaited_side = ? AND awaited_key = ?
      ORDER BY flow, side, key
      """, arguments)
    try execute("DELETE FROM waiting WHERE awaited_flow = ? AND awaited_side = ? AND awaited_key = ?", arguments)
  }

  func removeWaiting(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws {
    guard let number = try number(of: flow) else { return }
    try execute(
      "DELETE FROM waiting WHERE flow = ? AND side = ? AND key = ?",
      [number.databaseValue, side.databaseValue, key.databaseValue])
  }

  // MARK: Recognising records

  func indexed(_ index: IndexName, text: String) throws -> [RecordKey] {
    guard let number = try number(of: index, adding: false) else { return [] }
    return try all(
      "SELECT key FROM index_entry WHERE name = ? AND text = ? ORDER BY key",
      [number.databaseValue, blob(text)], { try $0.key(0) })
  }

  func setIndexed(_ index: IndexName, key: RecordKey, text: String?) throws {
    guard let text else {
      guard let number = try number(of: index, adding: false) else { return }
      try execute("DELETE FROM index_entry WHERE name = ? AND key = ?", [number.databaseValue, key.databaseValue])
      return
    }
    guard let number = try number(of: index, adding: true) else { return }
    try execute(
      """
      INSERT INTO index_entry (name, key, text) VALUES (?, ?, ?)
      ON CONFLICT (name, key) DO UPDATE SET text = excluded.text WHERE text <> excluded.text
      """, [number.databaseValue, key.databaseValue, blob(text)])
  }

  private func number(of index: IndexName, adding: Bool) throws -> Int64? {
    if let number = identities.indexes[index] { return number }
    let parts: [DatabaseValue]
    switch index {
    case .match(let flow, let alternative, let side):
      guard let owner = adding ? try numberAdding(flow) : try number(of: flow) else { return nil }
      parts = [0.databaseValue, owner.databaseValue, alternative.databaseValue, side.databaseValue]
    case .lookup(let entity, let property):
      guard let owner = adding ? try numberAdding(entity) : try number(of: entity) else { return nil }
      parts = [1.databaseValue, owner.databaseValue, property.databaseValue, 0.databaseValue]
    }
    var found = try first(
      "SELECT id FROM index_name WHERE kind = ? AND owner = ? AND position = ? AND side = ?", parts, { $0[0] as Int64 })
    if found == nil && adding {
      try execute("INSERT INTO index_name (kind, owner, position, side) VALUES (?, ?, ?, ?)", parts)
      found = database.lastInsertedRowID
    }
    if let found { identities.indexes[index] = found }
    return found
  }
}
