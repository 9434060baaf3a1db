import TandemValues

/// Keeps observations in the state, together with everything that follows from them: origins, indexes, and the records
/// that flows have to look at again.
struct Bookkeeper: Sendable {
  let table: FlowTable
  /// The flows that were activated; the others look at all records when they are.
  var active: Set<FlowIdentifier>
  /// Records that could not be read when last seen.
  var unreadable: Set<MemoryState.EntityKey>

  /// A place in the index that holds the records that were there before a flow's first run.
  static let existingAlternative = 1_000_000

  /// Stores a record as a system delivered it. Equal content is no news: it changes at most the stored version.
  ///
  /// - Parameters:
  ///   - written: The origins of the properties that we wrote ourselves.
  ///   - flow: The flow that wrote; it is not told of its own write.
  func observe(
    _ delivered: Record, of schema: EntitySchema, written: [Int: Origin] = [:], by flow: FlowIdentifier? = nil,
    isCreate: Bool = false, _ writer: any StateWriter
  ) throws {
    let entity = schema.reference
    let old = try writer.observation(of: entity, key: delivered.key)
    let record = delivered.completed(old?.record.values)
    let isDeleted = isFlagged(record, schema)
    let wasLive = old.map { !$0.isDeleted } ?? false
    let wasUnreadable = unreadable.contains(.init(entity: entity, key: record.key))
    if wasUnreadable { try removeUnreadable(record.key, entity, writer) }
    if isDeleted {
      if let old, wasLive { try remove(old, record, schema, writer) }
      return
    }
    var isNews = !wasLive || wasUnreadable
    var origins: [Origin] = []
    origins.reserveCapacity(record.values.count)
    let edited = Origin(time: record.modified, system: entity.system)
    let ignored = table.ignored[entity] ?? []
    for (position, value) in record.values.enumerated() {
      let known = wasLive ? old : nil
      let isEqual =
        known.map { $0.record.values.indices.contains(position) && $0.record.values[position] == value } ?? false
      if let origin = written[position] {
        origins.append(origin)
        isNews = isNews || !isEqual
      } else if isEqual, let known, known.origins.indices.contains(position) {
        origins.append(known.origins[position])
      } else {
        origins.append(edited)
        isNews = isNews || !ignored.contains(position)
      }
    }
    let observation = Observation(record: record, origins: origins, createdBy: isCreate ? flow : old?.createdBy)
    if old != observation { try writer.setObservation(observation, of: entity) }
    guard isNews else { return }
    try index(record.key, old: wasLive ? old?.record.values : nil, new: record.values, of: entity, writer)
    try tellFlows(record.key, entity, except: flow, writer)
    try tellConnected(record.values, old: wasLive ? old?.record.values : nil, entity, writer)
  }

  /// Stores that a record is gone.
  func observeDeletion(
    _ key: RecordKey, of schema: EntitySchema, by flow: FlowIdentifier? = nil, _ writer: any StateWriter
  ) throws {
    guard let old = try writer.observation(of: schema.reference, key: key), !old.isDeleted else { return }
    try remove(old, old.record, schema, by: flow, writer)
  }

  private func isFlagged(_ record: Record, _ schema: EntitySchema) -> Bool {
    guard case .flag(let property) = schema.changes.deletions, record.values.indices.contains(property) else {
      return false
    }
    return record.values[property] == .boolean(true)
  }

  private func remove(
    _ old: Observation, _ record: Record, _ schema: EntitySchema, by flow: FlowIdentifier? = nil,
    _ writer: any StateWriter
  ) throws {
    var gone = old
    gone.isDeleted = true
    gone.record.version = record.version
    try writer.setObservation(gone, of: schema.reference)
    try index(record.key, old: old.record.values, new: nil, of: schema.reference, writer)
    try tellFlows(record.key, schema.reference, except: flow, writer)
  }

  private func removeUnreadable(_ key: RecordKey, _ entity: EntityReference, _ writer: any StateWriter) throws {
    for use in table.uses[entity] ?? [] { try writer.removeQuarantine(use.flow.identifier, use.side, key: key) }
  }

  // MARK: Who has to look

  private func tellFlows(
    _ key: RecordKey, _ entity: EntityReference, except: FlowIdentifier?, _ writer: any StateWriter
  ) throws {
    for use in table.uses[entity] ?? [] where use.flow.identifier != except && active.contains(use.flow.identifier) {
      try writer.addPending(use.flow.identifier, use.side, keys: [key])
    }
  }

  /// A record refers to others that may have to be created because of it.
  private func tellConnected(
    _ values: [Value], old: [Value]?, _ entity: EntityReference, _ writer: any StateWriter
  ) throws {
    for connected in table.connections[entity] ?? [] where active.contains(connected.flow) {
      let position = connected.connection.property
      guard values.indices.contains(position), !values[position].isMissing else { continue }
      if let old, old.indices.contains(position), old[position] == values[position] { continue }
      try writer.addPending(connected.flow, .source, keys: [RecordKey(values[position])])
    }
  }

  /// A record has a link now: what waited for it, or is connected through it, is looked at again.
  func linked(_ flow: FlowUnit, _ side: Side, _ key: RecordKey, _ writer: any StateWriter) throws {
    try writer.wake(flow.identifier, side, key: key)
    let entity = flow.entity(side)
    for connected in table.connections[entity] ?? [] where connected.connection.flow == flow.identifier {
      guard active.contains(connected.flow), let seen = try writer.observation(of: entity, key: key),
        seen.record.values.indices.contains(connected.connection.property)
      else { continue }
      let value = seen.record.values[connected.connection.property]
      if !value.isMissing { try writer.addPending(connected.flow, .source, keys: [RecordKey(value)]) }
    }
  }

  // MARK: Indexes

  /// Brings all indexes up to date with a record; `new` is `nil` for a deleted one.
  private func index(
    _ key: RecordKey, old: [Value]?, new: [Value]?, of entity: EntityReference, _ writer: any StateWriter
  ) throws {
    for property in (table.lookups[entity] ?? []).sorted() {
      try indexLookup(key, old: old, new: new, entity, property, writer)
    }
    for use in table.uses[entity] ?? [] where active.contains(use.flow.identifier) {
      try indexMatch(key, old: old, new: new, use.flow, use.side, writer)
    }
  }

  func indexLookup(
    _ key: RecordKey, old: [Value]?, new: [Value]?, _ entity: EntityReference, _ property: Int,
    _ writer: any StateWriter
  ) throws {
    let text = new.flatMap { $0.indices.contains(property) ? naturalText($0[property]) : nil }
    let before = old.flatMap { $0.indices.contains(property) ? naturalText($0[property]) : nil }
    if old != nil, text == before { return }
    try writer.setIndexed(.lookup(entity, property: property), key: key, text: text)
    for changed in [before, text].compactMap({ $0 }) {
      try writer.wake(.lookup(entity, property), .target, key: RecordKey(.string(changed)))
    }
  }

  func indexMatch(
    _ key: RecordKey, old: [Value]?, new: [Value]?, _ flow: FlowUnit, _ side: Side, _ writer: any StateWriter
  ) throws {
    guard !flow.declaration.matching.isEmpty else { return }
    // A record that cannot be mapped matches nothing; the flow sets it aside when it looks at it.
    let texts = new.flatMap { try? flow.matchKeys(side, $0) } ?? []
    let before = old.flatMap { try? flow.matchKeys(side, $0) } ?? []
    for alternative in flow.declaration.matching.indices {
      let text = texts.indices.contains(alternative) ? texts[alternative] : nil
      let was = before.indices.contains(alternative) ? before[alternative] : nil
      if old != nil, text == was { continue }
      if old == nil, text == nil, was == nil, new == nil { continue }
      try writer.setIndexed(.match(flow.identifier, alternative: alternative, side), key: key, text: text)
      for changed in [was, text].compactMap({ $0 }) {
        try writer.wake(.match(flow.identifier, alternative), .source, key: RecordKey(.string(changed)))
      }
    }
  }
}

extension Record {
  /// The record with what the system did not deliver taken from what is known.
  func completed(_ known: [Value]?, sent: [PropertyValue] = []) -> Record {
    guard values.contains(.absent) else { return self }
    var whole = self
    for (position, value) in values.enumerated() where value == .absent {
      if let known, known.indices.contains(position) { whole.values[position] = known[position] }
    }
    for pair in sent where values.indices.contains(pair.property) && values[pair.property] == .absent {
      whole.values[pair.property] = pair.value
    }
    return whole
  }
}
