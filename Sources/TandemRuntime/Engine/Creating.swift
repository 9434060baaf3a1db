import TandemValues

/// Creating targets for sources that have none.
extension Decider {
  func mayCreate(_ key: RecordKey, _ values: [Value]) throws -> Bool {
    guard !flow.mapping.targetSchema.isReadOnly else { return false }
    switch declaration.creation {
    case .always: return true
    case .never: return false
    case .conditional: return try flow.mapping.shouldCreateFunction(values, flow.context)
    case .connected(let connections):
      if decision.wanted.contains(FlowRecord(flow.identifier, .source, key)) { return true }
      if try connections.contains(where: { try isConnected(key, $0) }) { return true }
      // A record that cannot be created without this one may not have said so in this run.
      try writer.wake(flow.identifier, .source, key: key)
      return false
    }
  }

  private func isConnected(_ key: RecordKey, _ connection: FlowDeclaration.Connection) throws -> Bool {
    guard let text = naturalText(key.value), let via = books.table[connection.flow] else { return false }
    let sides = [Side.source, .target].filter { via.entity($0) == connection.entity }
    return try writer.indexed(.lookup(connection.entity, property: connection.property), text: text).contains { key in
      try sides.contains { try writer.link(connection.flow, $0, key: key)?.status == .live }
    }
  }

  mutating func create(_ key: RecordKey, _ seen: Observation) throws {
    let schema = flow.mapping.targetSchema
    let sourceView = try translator.shared(flow.view(.source, seen.record.values), .source, flow).view
    let plan = MergePlanner.plan(source: sourceView, target: nil, base: nil, declaration: declaration)
    var sent = PropertySet()
    var deferred = PropertySet()
    var outgoing = sourceView
    for index in plan.changed(into: .target).indices {
      let property = declaration.properties[index]
      switch try translator.outgoing(sourceView[index], property, to: .target) {
      case .value(let value):
        outgoing[index] = value
        sent.insert(index)
      case .awaits(let awaited):
        deferred.insert(index)
        try wait(.source, key, for: awaited)
        if property.isRequiredByTarget { return try waitForRequired(key, awaited) }
      case .notFound(let awaited, let reason):
        deferred.insert(index)
        try wait(.source, key, for: awaited)
        if property.isRequiredByTarget { return try quarantine(.source, key, "\(property.name): \(reason)") }
        decision.notes.say("\(flow.title): \(property.name) is left out where \(reason)")
      }
    }
    let empty = flow.mapping.targetFunctions.empty()
    let filled = try flow.mapping.targetFunctions.put(outgoing, sent, empty, flow.context)
    let origins = flow.origins(.source, seen)
    var action = CreateAction(
      operation: operations.next(), source: key, values: [], origins: [], sourceView: sourceView, sent: sent,
      deferred: deferred,
      write: PlannedWrite(
        flow: flow.identifier, entity: schema.reference, side: .target, key: key, partner: key, title: nil,
        action: .create, changes: []))
    for (position, value) in filled.enumerated() where !value.isMissing && value != empty[position] {
      if schema.properties[position].access == .readOnly {
        decision.notes.say("\(schema.reference) \(schema.properties[position].name) is read-only and is not written")
        continue
      }
      action.values.append(PropertyValue(property: position, value: value))
      action.origins.append(
        origin(of: position, .target, sent, origins) ?? Origin(time: nil, system: declaration.source.system))
      action.write.changes.append(
        .init(property: schema.properties[position].name, from: .null, to: value, why: "created"))
    }
    action.write.title =
      schema.title.flatMap { naturalText(filled[$0]) }
      ?? flow.mapping.sourceSchema.title.flatMap { naturalText(seen.record.values[$0]) }
    try writer.openIntent(
      Intent(
        operation: action.operation, flow: flow.identifier, source: key, entity: schema.reference,
        values: action.values, origins: action.origins, run: run))
    decision.creates.append(action)
  }

  private mutating func waitForRequired(_ key: RecordKey, _ awaited: Translator.Awaited) throws {
    try settle(.source, key)
    // A flow that creates only what is connected creates this one for its sake.
    if let other = books.table[awaited.flow], case .connected = other.declaration.creation, awaited.side == .source,
      decision.wanted.insert(FlowRecord(awaited.flow, .source, awaited.key)).inserted
    {
      try writer.addPending(awaited.flow, .source, keys: [awaited.key])
    }
  }

  /// The origin of what is written to a position: that of the shared property behind it.
  func origin(of position: Int, _ side: Side, _ changed: PropertySet, _ origins: [Origin]) -> Origin? {
    let found = changed.indices.filter { index in
      let property = declaration.properties[index]
      return (side == .source ? property.sourceProperties : property.targetProperties).contains(position)
    }
    return Origin.newest(found.map { origins[$0] })
  }
}
