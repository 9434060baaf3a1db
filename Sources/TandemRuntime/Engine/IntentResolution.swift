import TandemValues

/// Creates of earlier runs whose outcome is not known are cleared up before anything else, and never sent again blind.
extension SyncRun {
  func resolveIntents() async throws {
    for intent in try await store.read({ try $0.openIntents() }) {
      blocked[intent.flow, default: []].insert(intent.source)
      guard let flow = table[intent.flow], let connector = connectors[intent.entity.system],
        !down.contains(intent.entity.system)
      else { continue }
      if try await isRestored(flow.mapping.targetSchema, connector) { continue }
      let resolution: OperationResolution
      do {
        resolution = try await connector.resolve(
          intent.operation, values: intent.values, in: flow.mapping.targetSchema)
      } catch {
        fail(error)
        continue
      }
      if case .unknown = resolution {
        try await setAside(intent, flow, connector)
        continue
      }
      blocked[intent.flow]?.remove(intent.source)
      let decider = prepare(flow)
      let kept = try await write { writer in
        var decider = decider(writer)
        try decider.clearTrouble(.source, intent.source)
        if case .created(let record) = resolution {
          try decider.commit(intent, resolvedAs: record)
        } else {
          try writer.closeIntent(intent.operation)
          try writer.addPending(intent.flow, .source, keys: [intent.source])
        }
        return decider.decision
      }
      absorb(kept, flow)
    }
  }

  /// A system that is older than what was read from it would say that the create never happened.
  private func isRestored(_ schema: EntitySchema, _ connector: any SystemConnector) async throws -> Bool {
    guard let cursor = try await store.read({ try $0.cursor(of: schema.reference) }) else { return false }
    do {
      _ = try await connector.changes(of: schema, after: cursor, limit: 1)
      return false
    } catch {
      guard error.kind == .restored else { return false }
      fail(error)
      return true
    }
  }

  private func setAside(_ intent: Intent, _ flow: FlowUnit, _ connector: any SystemConnector) async throws {
    let place = FlowRecord(intent.flow, .source, intent.source)
    if troubled.contains(place) { return }
    let guarantee = connector.createGuarantee(for: flow.mapping.targetSchema).rawValue
    let decider = prepare(flow)
    let kept = try await write { writer in
      var decider = decider(writer)
      try decider.quarantine(
        .source, intent.source,
        "outcome unknown: a create was sent to \(intent.entity) and its answer is missing (guarantee: \(guarantee))",
        payload: intent.values)
      return decider.decision
    }
    absorb(kept, flow)
  }
}
