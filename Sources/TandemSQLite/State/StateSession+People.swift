import GRDB
import TandemRuntime
import TandemValues

/// Creates whose result is not known, and what needs a person or tells one what happened.
extension StateSession {
  // MARK: Intents

  func openIntents() throws -> [Intent] {
    try all(
      """
      SELECT operation, flow, source, system, name, contents, origins, run
      FROM intent JOIN entity ON entity.id = intent.entity ORDER BY intent.id
      """, []
    ) { row in
      Intent(
        operation: OperationIdentifier(row[0]), flow: try flow(row[1]), source: try row.key(2),
        entity: EntityReference(system: row[3], entity: row[4]),
        values: try ValueCoding.decodePropertyValues(row.bytes(5)),
        origins: try ValueCoding.decodeOrigins(row.bytes(6)), run: row[7])
    }
  }

  func openIntent(_ intent: Intent) throws {
    try execute(
      """
      INSERT INTO intent (operation, flow, source, entity, contents, origins, run) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (operation) DO UPDATE SET flow = excluded.flow, source = excluded.source, entity = excluded.entity,
        contents = excluded.contents, origins = excluded.origins, run = excluded.run
      """,
      [
        intent.operation.text.databaseValue, try numberAdding(intent.flow).databaseValue, intent.source.databaseValue,
        try numberAdding(intent.entity).databaseValue, blob(ValueCoding.encode(intent.values)),
        blob(ValueCoding.encode(intent.origins)), intent.run.databaseValue,
      ])
  }

  func closeIntent(_ operation: OperationIdentifier) throws {
    try execute("DELETE FROM intent WHERE operation = ?", [operation.text.databaseValue])
  }

  // MARK: Quarantine

  func quarantine(_ flow: FlowIdentifier?) throws -> [QuarantineEntry] {
    try ofRecords(flow, in: "quarantine", columns: "reason, payload, run") { row in
      QuarantineEntry(
        flow: FlowIdentifier(row[0]), side: try row.side(1), key: try row.key(2), reason: row[3],
        payload: try ValueCoding.decodePropertyValues(row.bytes(4)), run: row[5])
    }
  }

  func setQuarantine(_ entry: QuarantineEntry) throws {
    try execute(
      """
      INSERT INTO quarantine (flow, side, key, reason, payload, run) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (flow, side, key) DO UPDATE SET reason = excluded.reason, payload = excluded.payload, run = excluded.run
      """,
      [
        try numberAdding(entry.flow).databaseValue, entry.side.databaseValue, entry.key.databaseValue,
        entry.reason.databaseValue, blob(ValueCoding.encode(entry.payload)), entry.run.databaseValue,
      ])
  }

  func removeQuarantine(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws {
    try remove("DELETE FROM quarantine WHERE flow = ? AND side = ? AND key = ?", flow, side, key)
  }

  // MARK: Queue

  func queue(_ flow: FlowIdentifier?) throws -> [QueueEntry] {
    try ofRecords(flow, in: "queue", columns: "alternative, candidates, property, run") { row in
      let question: QueueEntry.Question
      if let property = row[5] as String? {
        question = .conflict(property: property)
      } else {
        let candidates = try ValueCoding.decode(row.bytes(4)).map(RecordKey.init)
        question = .ambiguousMatch(alternative: row[3], candidates: candidates)
      }
      return QueueEntry(
        flow: FlowIdentifier(row[0]), side: try row.side(1), key: try row.key(2), question: question, run: row[6])
    }
  }

  func setQueue(_ entry: QueueEntry) throws {
    let question: [DatabaseValue]
    switch entry.question {
    case .ambiguousMatch(let alternative, let candidates):
      question = [alternative.databaseValue, blob(ValueCoding.encode(candidates.map(\.value))), .null]
    case .conflict(let property):
      question = [.null, .null, property.databaseValue]
    }
    try execute(
      """
      INSERT INTO queue (flow, side, key, alternative, candidates, property, run) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (flow, side, key) DO UPDATE SET alternative = excluded.alternative, candidates = excluded.candidates,
        property = excluded.property, run = excluded.run
      """,
      [try numberAdding(entry.flow).databaseValue, entry.side.databaseValue, entry.key.databaseValue] + question
        + [entry.run.databaseValue])
  }

  func removeQueue(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws {
    try remove("DELETE FROM queue WHERE flow = ? AND side = ? AND key = ?", flow, side, key)
  }

  // MARK: Conflicts

  func conflicts(_ flow: FlowIdentifier?, limit: Int) throws -> [ConflictEntry] {
    let select = "SELECT flow, source, target, property, winner, contents, origins, reason, run FROM conflict"
    guard let flow else {
      return try all("\(select) ORDER BY id DESC LIMIT ?", [limit.databaseValue], conflict)
    }
    guard let number = try number(of: flow) else { return [] }
    return try all(
      "\(select) WHERE flow = ? ORDER BY id DESC LIMIT ?", [number.databaseValue, limit.databaseValue], conflict)
  }

  private func conflict(_ row: Row) throws -> ConflictEntry {
    let values = try ValueCoding.decode(row.bytes(5))
    let origins = try ValueCoding.decodeOrigins(row.bytes(6))
    guard values.count == 2, origins.count == 2 else { throw StateError.unreadable("a conflict is damaged") }
    return ConflictEntry(
      flow: try self.flow(row[0]), source: try row.key(1), target: try row.key(2), property: row[3],
      winner: try row.side(4), winningValue: values[0], losingValue: values[1], winningOrigin: origins[0],
      losingOrigin: origins[1], reason: row[7], run: row[8])
  }

  func addConflict(_ entry: ConflictEntry) throws {
    try execute(
      """
      INSERT INTO conflict (flow, source, target, property, winner, contents, origins, reason, run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        try numberAdding(entry.flow).databaseValue, entry.source.databaseValue, entry.target.databaseValue,
        entry.property.databaseValue, entry.winner.databaseValue,
        blob(ValueCoding.encode([entry.winningValue, entry.losingValue])),
        blob(ValueCoding.encode([entry.winningOrigin, entry.losingOrigin])), entry.reason.databaseValue,
        entry.run.databaseValue,
      ])
  }

  // MARK: Runs

  func runs(limit: Int) throws -> [RunRecord] {
    try all("SELECT number, started, finished, summary FROM run ORDER BY number DESC LIMIT ?", [limit.databaseValue]) {
      RunRecord(
        number: $0[0], started: Timestamp(microseconds: $0[1]),
        finished: ($0[2] as Int64?).map(Timestamp.init(microseconds:)), summary: $0[3])
    }
  }

  func setRun(_ run: RunRecord) throws {
    try execute(
      """
      INSERT INTO run (number, started, finished, summary) VALUES (?, ?, ?, ?)
      ON CONFLICT (number) DO UPDATE SET started = excluded.started, finished = excluded.finished,
        summary = excluded.summary
      """,
      [
        run.number.databaseValue, run.started.microseconds.databaseValue,
        run.finished?.microseconds.databaseValue ?? .null, run.summary.databaseValue,
      ])
  }

  // MARK: Shared

  /// The entries of a table that holds one per record, in the order of flow, side and key.
  private func ofRecords<Element>(
    _ flow: FlowIdentifier?, in table: String, columns: String, _ decode: (Row) throws -> Element
  ) throws -> [Element] {
    try all(
      """
      SELECT identifier, side, key, \(columns) FROM \(table) JOIN flow ON flow.id = \(table).flow
      WHERE ?1 IS NULL OR flow.identifier = ?1 ORDER BY identifier, side, key
      """, [flow?.text.databaseValue ?? .null], decode)
  }

  private func remove(_ sql: String, _ flow: FlowIdentifier, _ side: Side, _ key: RecordKey) throws {
    guard let number = try number(of: flow) else { return }
    try execute(sql, [number.databaseValue, side.databaseValue, key.databaseValue])
  }
}
