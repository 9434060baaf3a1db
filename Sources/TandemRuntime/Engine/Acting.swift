import TandemValues

/// One turn of a flow: chunk after chunk of its records is decided on, written, and kept.
extension SyncRun {
  /// How often a pair may be written in one turn before it has to wait for the next round.
  private static let attemptLimit = 3

  /// Looks at everything that is pending; true when there was anything.
  func turn(_ flow: FlowUnit) async throws -> Bool {
    var attempts: [RecordKey: Int] = [:]
    var postponed: Set<PendingRecord> = []
    var didWork = false
    while isUsable(flow) {
      try Task.checkCancellation()
      var size = options.chunkSize
      if let limit = options.limitPerFlow { size = min(size, limit - looked[flow.identifier, default: 0]) }
      if size <= 0 { break }
      let skipped = postponed.union(
        (blocked[flow.identifier] ?? []).map { PendingRecord(side: .source, key: $0) })
      let limit = size + skipped.count
      let records = try await store.read { try $0.pending(flow.identifier, limit: limit) }
        .filter { !skipped.contains($0) }.prefix(size)
      if records.isEmpty { break }
      looked[flow.identifier, default: 0] += records.count
      didWork = true
      let decision = try await decide(flow, Array(records))
      try await act(flow, decision)
      for link in decision.updates.map(\.link) + decision.deletes.map(\.link) {
        attempts[link.source, default: 0] += 1
        guard let count = attempts[link.source], count >= Self.attemptLimit else { continue }
        postponed.insert(PendingRecord(side: .source, key: link.source))
        postponed.insert(PendingRecord(side: .target, key: link.target))
      }
    }
    return didWork
  }

  private func decide(_ flow: FlowUnit, _ records: [PendingRecord]) async throws -> ChunkDecision {
    let decider = prepare(flow)
    let decision = try await write { writer in
      var decider = decider(writer)
      try decider.decide(records)
      return decider.decision
    }
    absorb(decision, flow)
    return decision
  }

  /// What a decider needs to know, ready to be used inside a transaction.
  func prepare(_ flow: FlowUnit) -> @Sendable (any StateWriter) -> Decider {
    let books = books
    let number = number
    let operations = engine.operations
    let blocked = blocked[flow.identifier] ?? []
    var decision = ChunkDecision()
    decision.wanted = wanted
    decision.troubled = troubled
    let start = decision
    return { writer in
      Decider(
        flow: flow, books: books, run: number, operations: operations, blocked: blocked, writer: writer,
        decision: start)
    }
  }

  func absorb(_ decision: ChunkDecision, _ flow: FlowUnit) {
    wanted = decision.wanted
    troubled = decision.troubled
    absorb(decision.notes, flow.identifier)
  }

  // MARK: Writing

  private func act(_ flow: FlowUnit, _ decision: ChunkDecision) async throws {
    if decision.creates.isEmpty && decision.updates.isEmpty && decision.deletes.isEmpty { return }
    let creates = try await carryOut(decision.creates, flow)
    var changes: [[Side: ChangeResult]] = Array(repeating: [:], count: decision.updates.count)
    for side in [Side.target, .source] {
      let places = decision.updates.indices.filter { decision.updates[$0].writes[side] != nil }
      let requests = places.compactMap { place -> WriteRequest? in
        let action = decision.updates[place]
        guard let write = action.writes[side], let record = action.records[side] else { return nil }
        return WriteRequest(
          operation: engine.operations.next(),
          action: .update(record.key, write.values, ifVersion: record.version))
      }
      for (place, result) in zip(places, try await carryOut(requests, side, flow)) { changes[place][side] = result }
    }
    var deletions: [ChangeResult?] = Array(repeating: nil, count: decision.deletes.count)
    for side in [Side.target, .source] {
      let places = decision.deletes.indices.filter { decision.deletes[$0].side == side }
      let requests = places.map { place -> WriteRequest in
        let action = decision.deletes[place]
        let key = action.write.key
        return WriteRequest(
          operation: engine.operations.next(),
          action: action.archive.map { .update(key, [$0], ifVersion: action.version) }
            ?? .delete(key, ifVersion: action.version))
      }
      for (place, result) in zip(places, try await carryOut(requests, side, flow)) { deletions[place] = result }
    }
    for (action, result) in creates {
      if case .unknown = result { blocked[flow.identifier, default: []].insert(action.source) }
    }
    let decider = prepare(flow)
    let updateResults = changes
    let deleteResults = deletions
    let kept = try await write { writer in
      var decider = decider(writer)
      try decider.release(creates, decision.updates, decision.deletes)
      for (action, result) in creates { try decider.commit(action, result) }
      for (action, results) in zip(decision.updates, updateResults) { try decider.commit(action, results) }
      for (action, result) in zip(decision.deletes, deleteResults) { try decider.commit(action, result ?? .notSent) }
      return decider.decision
    }
    absorb(kept, flow)
  }

  private func carryOut(
    _ actions: [CreateAction], _ flow: FlowUnit
  ) async throws -> [(CreateAction, CreateResult)] {
    let schema = flow.mapping.targetSchema
    let requests = actions.map { WriteRequest(operation: $0.operation, action: .create($0.values)) }
    var results: [(CreateAction, CreateResult)] = []
    for (action, outcome) in zip(actions, try await send(requests, schema)) {
      switch outcome {
      case nil: results.append((action, .notSent))
      case .unknown, .done(nil): results.append((action, .unknown))
      case .done(let record?): results.append((action, .done(record)))
      case .rejected(.duplicate(let key)):
        var existing: Record?
        if let key { existing = await reread([key], schema)?.first }
        results.append((action, .exists(existing)))
      case .rejected(let rejection): results.append((action, .rejected(Self.words(rejection))))
      }
    }
    return results
  }

  private func carryOut(_ requests: [WriteRequest], _ side: Side, _ flow: FlowUnit) async throws -> [ChangeResult] {
    let schema = flow.mapping.schema(side)
    var results: [ChangeResult] = []
    for (request, outcome) in zip(requests, try await send(requests, schema)) {
      var isDelete = false
      var key: RecordKey?
      switch request.action {
      case .create: break
      case .update(let record, _, _): key = record
      case .delete(let record, _):
        key = record
        isDelete = true
      }
      switch outcome {
      case nil: results.append(.notSent)
      case .done(let record?): results.append(.done(record))
      case .done(nil) where isDelete: results.append(.done(nil))
      case .rejected(.invalid), .rejected(.duplicate):
        if case .rejected(let rejection)? = outcome { results.append(.rejected(Self.words(rejection))) }
      case .done(nil), .unknown, .rejected(.stale), .rejected(.gone):
        // Never assume: look how the record stands now.
        guard let key, let records = await reread([key], schema) else {
          results.append(.notSent)
          continue
        }
        var wasLost = false
        if case .unknown? = outcome { wasLost = true }
        if let record = records.first {
          if case .done(nil)? = outcome {
            results.append(.done(record))
          } else {
            results.append(.reread(record, wasLost: wasLost))
          }
        } else {
          results.append(.gone)
        }
      }
    }
    return results
  }

  /// Sends requests in batches; `nil` for those that cannot have happened because the system failed.
  private func send(_ requests: [WriteRequest], _ schema: EntitySchema) async throws -> [WriteOutcome?] {
    guard !requests.isEmpty else { return [] }
    guard let connector = connectors[schema.reference.system], !down.contains(schema.reference.system) else {
      return requests.map { _ in nil }
    }
    let size = max(1, connector.batchLimit(for: schema))
    var outcomes: [WriteOutcome?] = []
    for start in stride(from: 0, to: requests.count, by: size) {
      let batch = Array(requests[start..<min(start + size, requests.count)])
      do {
        var answers: [WriteOutcome?] = try await connector.write(batch, to: schema)
        while answers.count < batch.count { answers.append(.unknown(reason: "the answer is incomplete")) }
        outcomes += answers.prefix(batch.count)
      } catch {
        fail(error)
        outcomes += Array(repeating: nil, count: requests.count - start)
        break
      }
    }
    return outcomes
  }

  private func reread(_ keys: [RecordKey], _ schema: EntitySchema) async -> [Record]? {
    guard let connector = connectors[schema.reference.system] else { return nil }
    do {
      return try await connector.records(of: schema, keys: keys)
    } catch {
      fail(error)
      return nil
    }
  }

  private static func words(_ rejection: WriteOutcome.Rejection) -> String {
    switch rejection {
    case .stale: return "the record has changed"
    case .gone: return "the record is gone"
    case .duplicate: return "it already holds such a record"
    case .invalid(let reason): return reason
    }
  }
}
