import TandemValues

/// What became of a create.
enum CreateResult: Sendable {
  case done(Record)
  case unknown
  /// The system holds such a record; `nil` where it does not tell which, or that one cannot be read.
  case exists(Record?)
  case rejected(String)
  /// The system failed before it.
  case notSent
}

/// What became of an update or a deletion.
enum ChangeResult: Sendable {
  /// The record as it stands now; `nil` for a deleted one.
  case done(Record?)
  /// The record had changed, or the answer was lost; this is how it is now.
  case reread(Record, wasLost: Bool)
  case gone
  case rejected(String)
  case notSent
}

/// Keeping in the state what the systems answered; all of a chunk in one transaction.
extension Decider {
  /// The first pass: whatever the second adds to the records to look at again stays there.
  mutating func release(_ creates: [(CreateAction, CreateResult)], _ updates: [UpdateAction], _ deletes: [DeleteAction])
    throws
  {
    for (action, result) in creates {
      switch result {
      case .unknown, .notSent: break
      case .done, .exists, .rejected: try writer.removePending(flow.identifier, .source, keys: [action.source])
      }
    }
    for link in updates.map(\.link) + deletes.map(\.link) { try settle(link, keepsTrouble: true) }
  }

  // MARK: Creates

  mutating func commit(_ action: CreateAction, _ result: CreateResult) throws {
    let schema = flow.mapping.targetSchema
    switch result {
    case .unknown:
      decision.notes.counts.unknown += 1
      return
    case .notSent: break
    case .rejected(let reason):
      try setAside(.source, action.source, refusal(.target, nil, of: action.source, reason), payload: action.values)
    case .exists(let record):
      if let record { try books.observe(record, of: schema, writer) }
      if let record, try writer.link(flow.identifier, .target, key: record.key)?.status != .live {
        let count = declaration.properties.count
        try writer.setLink(
          Link(
            flow: flow.identifier, source: action.source, target: record.key,
            base: Base(source: SharedView(count: count), target: SharedView(count: count)),
            made: .matched(alternative: 0), run: run))
        decision.notes.counts.linked += 1
        try writer.addPending(flow.identifier, .source, keys: [action.source])
        try books.linked(flow, .source, action.source, writer)
        try books.linked(flow, .target, record.key, writer)
      } else {
        try setAside(.source, action.source, duplicateText(action, record), payload: action.values)
      }
    case .done(let record):
      let origins = Dictionary(
        zip(action.values.map(\.property), action.origins), uniquingKeysWith: { first, _ in first })
      let isLinked = try keepCreated(
        record, action.source, origins, sent: action.sent, deferred: action.deferred, sourceView: action.sourceView,
        payload: action.values)
      if isLinked {
        var write = action.write
        write.key = record.key
        decision.notes.writes.append(write)
      }
    }
    try writer.closeIntent(action.operation)
  }

  /// Keeps a record that was created for a source, with its link.
  private mutating func keepCreated(
    _ delivered: Record, _ source: RecordKey, _ origins: [Int: Origin], sent: PropertySet, deferred: PropertySet,
    sourceView: SharedView, payload: [PropertyValue]
  ) throws -> Bool {
    let schema = flow.mapping.targetSchema
    let record = delivered.completed(nil, sent: payload)
    try books.observe(record, of: schema, written: origins, by: flow.identifier, isCreate: true, writer)
    if let other = try writer.link(flow.identifier, .target, key: record.key), other.source != source {
      try setAside(
        .source, source, "\(schema.reference) answered with a record that has another source", payload: payload)
      return false
    }
    let count = declaration.properties.count
    var base = Base(source: SharedView(count: count), target: SharedView(count: count))
    let shown = try? translator.shared(flow.view(.target, record.values), .target, flow)
    for awaited in shown?.awaited ?? [] { try wait(.target, record.key, for: awaited) }
    let returned = shown?.view ?? SharedView(count: count)
    for index in 0..<count where !deferred.contains(index) {
      if sent.contains(index) {
        base.source[index] = sourceView[index]
        base.target[index] = returned[index] == .absent ? sourceView[index] : returned[index]
      } else if returned[index].isEmpty {
        base.source[index] = sourceView[index]
        base.target[index] = returned[index]
      } else {
        // The system filled in a value of its own: the two sides meet there for the first time.
        try writer.addPending(flow.identifier, .target, keys: [record.key])
      }
    }
    try writer.setLink(
      Link(
        flow: flow.identifier, source: source, target: record.key, base: base, made: .created, run: run))
    decision.notes.counts.created += 1
    try clearTrouble(.source, source)
    try books.linked(flow, .source, source, writer)
    try books.linked(flow, .target, record.key, writer)
    return true
  }

  /// Keeps what a system told of a create of an earlier run.
  mutating func commit(_ intent: Intent, resolvedAs record: Record) throws {
    try writer.closeIntent(intent.operation)
    try writer.addPending(flow.identifier, .source, keys: [intent.source])
    guard try writer.link(flow.identifier, .source, key: intent.source) == nil else {
      return try books.observe(record, of: flow.mapping.targetSchema, writer)
    }
    let count = declaration.properties.count
    var sent = PropertySet()
    var deferred = PropertySet(all: count)
    var sourceView = SharedView(count: count)
    if let source = try writer.observation(of: flow.entity(.source), key: intent.source),
      let view = try? translator.shared(flow.view(.source, source.record.values), .source, flow).view,
      let target = try? translator.shared(flow.view(.target, record.values), .target, flow).view
    {
      sourceView = view
      (sent, deferred) = compare(intent, &sourceView, target, record)
    }
    // Only what still stands there as it was sent is ours.
    let origins = Dictionary(
      zip(intent.values, intent.origins).filter { record.values[$0.0.property] == $0.0.value }
        .map { ($0.0.property, $0.1) }, uniquingKeysWith: { first, _ in first })
    _ = try keepCreated(
      record, intent.source, origins, sent: sent, deferred: deferred, sourceView: sourceView, payload: intent.values)
  }

  /// Both sides may have been edited since the create was sent. What the target shows otherwise than it was sent meets the
  /// source for the first time, because nobody can tell an edit from what the system made of the value. Of the rest, what
  /// would still be sent the same was agreed on; otherwise the source was edited after what the target shows.
  private func compare(
    _ intent: Intent, _ view: inout SharedView, _ target: SharedView, _ record: Record
  ) -> (sent: PropertySet, deferred: PropertySet) {
    let values = Dictionary(
      intent.values.map { ($0.property, $0.value) }, uniquingKeysWith: { first, _ in first })
    var sent = PropertySet()
    var deferred = PropertySet()
    for (index, property) in declaration.properties.enumerated() {
      let wasSent = property.targetProperties.contains { values[$0] != nil }
      guard wasSent else {
        // Not sent because it was empty, or because it had to wait; a first merge settles both.
        if !view[index].isEmpty { deferred.insert(index) }
        continue
      }
      if property.targetProperties.contains(where: { values[$0] != nil && values[$0] != record.values[$0] }) {
        deferred.insert(index)
        continue
      }
      sent.insert(index)
      var single = PropertySet()
      single.insert(index)
      guard case .value(let outgoing)? = try? translator.outgoing(view[index], property, to: .target) else {
        view[index] = target[index]
        continue
      }
      var form = view
      form[index] = outgoing
      let put = try? flow.mapping.targetFunctions.put(
        form, single, flow.mapping.targetFunctions.empty(), flow.context)
      if !property.targetProperties.allSatisfy({ put?[$0] == values[$0] ?? .null }) { view[index] = target[index] }
    }
    return (sent, deferred)
  }

  // MARK: Updates

  mutating func commit(_ action: UpdateAction, _ results: [Side: ChangeResult]) throws {
    var returned: [Side: SharedView] = [:]
    var failed: Set<Side> = []
    var trouble = action.trouble
    var payload: [PropertyValue] = []
    for side in [Side.target, .source] {
      guard let write = action.writes[side], let result = results[side] else { continue }
      let schema = flow.mapping.schema(side)
      if case .done(let delivered?) = result {
        let record = delivered.completed(action.records[side]?.values, sent: write.values)
        try books.observe(record, of: schema, written: write.origins, by: flow.identifier, writer)
        decision.notes.writes.append(write.write)
        if side == .source {
          decision.notes.counts.updatedSource += 1
        } else {
          decision.notes.counts.updatedTarget += 1
        }
        guard let shown = try? translator.shared(flow.view(side, record.values), side, flow) else { continue }
        if side == .target {
          for awaited in shown.awaited { try wait(.target, record.key, for: awaited) }
        }
        returned[side] = shown.view
        let others = action.plan.steps.enumerated().contains { index, step in
          !step.writes(into: side) && shown.view[index] != action.views[side]?[index]
        }
        // The system changed more than we wrote, which counts as an edit made there.
        if others { try writer.addPending(flow.identifier, side, keys: [record.key]) }
        continue
      }
      failed.insert(side)
      switch result {
      case .reread(let record, let wasLost):
        if wasLost { decision.notes.counts.unknown += 1 }
        try keepReread(record, schema, side, write, wasLost)
      case .gone: try books.observeDeletion(write.write.key, of: schema, writer)
      case .rejected(let reason):
        let other = side == .source ? action.link.target : action.link.source
        trouble.append(refusal(side, write.write.key, of: other, reason))
        payload += write.values
      case .notSent, .done: try writer.addPending(flow.identifier, side, keys: [write.write.key])
      }
    }
    let base = action.agreedBase(returned: returned, failed: failed)
    if base != action.link.base {
      var link = action.link
      link.base = base
      try writer.setLink(link)
    }
    try clearTrouble(.target, action.link.target)
    try clearTrouble(.source, action.link.source)
    if action.hasPostponed && trouble.isEmpty {
      try writer.addPending(flow.identifier, .source, keys: [action.link.source])
    }
    if !trouble.isEmpty {
      try setAside(.source, action.link.source, trouble.joined(separator: "; "), payload: payload)
    } else if let asked = action.plan.steps.firstIndex(of: .ask) {
      try ask(.source, action.link.source, .conflict(property: declaration.properties[asked].name))
    }
  }

  /// What was read again is an edit of that system's users, except for what a lost write of ours brought about.
  private func keepReread(
    _ record: Record, _ schema: EntitySchema, _ side: Side, _ write: UpdateAction.SideWrite, _ wasLost: Bool
  ) throws {
    var ours: [Int: Origin] = [:]
    if wasLost {
      for pair in write.values where record.values[pair.property] == pair.value {
        ours[pair.property] = write.origins[pair.property]
      }
    }
    try books.observe(record, of: schema, written: ours, writer)
    try writer.addPending(flow.identifier, side, keys: [record.key])
  }

  // MARK: Deletions

  mutating func commit(_ action: DeleteAction, _ result: ChangeResult) throws {
    let schema = flow.mapping.schema(action.side)
    switch result {
    case .done(let record):
      if let archive = action.archive, let record {
        let origin = Origin(time: nil, system: flow.entity(action.side.opposite).system)
        try books.observe(record, of: schema, written: [archive.property: origin], by: flow.identifier, writer)
      } else {
        try books.observeDeletion(action.write.key, of: schema, by: flow.identifier, writer)
      }
      decision.notes.writes.append(action.write)
      if action.side == .source {
        decision.notes.counts.deletedSource += 1
      } else {
        decision.notes.counts.deletedTarget += 1
      }
    case .gone: try books.observeDeletion(action.write.key, of: schema, by: flow.identifier, writer)
    case .reread(let record, let wasLost):
      if wasLost { decision.notes.counts.unknown += 1 }
      try books.observe(record, of: schema, writer)
      return try writer.addPending(flow.identifier, action.side, keys: [record.key])
    case .rejected(let reason):
      return try setAside(
        .source, action.link.source,
        "\(schema.reference) \(Self.text(action.write.key)) may not be deleted or archived: \(reason)")
    case .notSent: return try writer.addPending(flow.identifier, action.side, keys: [action.write.key])
    }
    var buried = action.link
    buried.status = .tombstone
    try writer.setLink(buried)
    try clearTrouble(.source, action.link.source)
    try clearTrouble(.target, action.link.target)
  }
}
