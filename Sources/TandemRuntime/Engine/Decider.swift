import TandemValues

/// Decides, inside one transaction, what is to be done with records of a flow. What concerns only the state is done at
/// once; writes to systems are returned, the creates among them with their intents already open.
struct Decider {
  let flow: FlowUnit
  let books: Bookkeeper
  let run: Int
  let operations: OperationIdentifiers
  /// Source records with a create whose outcome is not known.
  let blocked: Set<RecordKey>
  let writer: any StateWriter
  var decision: ChunkDecision
  /// Records of this chunk that have a decision.
  var seen: Set<PendingRecord> = []
  var claimed: Set<RecordKey> = []

  var declaration: FlowDeclaration { flow.declaration }
  var translator: Translator { Translator(table: books.table, reader: writer) }

  mutating func decide(_ records: [PendingRecord]) throws {
    for record in records {
      if let link = try writer.link(flow.identifier, record.side, key: record.key), !link.isDropped {
        guard seen.insert(PendingRecord(side: .source, key: link.source)).inserted else {
          // Its partner stands in the same chunk; one look at the pair is enough.
          continue
        }
        try lookAtPair(link)
      } else if seen.insert(record).inserted {
        switch record.side {
        case .source: try lookAtSource(record.key)
        case .target: try lookAtTarget(record.key)
        }
      }
    }
  }

  // MARK: Endings that need no write

  /// Nothing more is to be done with a record for now.
  mutating func settle(_ side: Side, _ key: RecordKey, keepsTrouble: Bool = false) throws {
    try writer.removePending(flow.identifier, side, keys: [key])
    if !keepsTrouble { try clearTrouble(side, key) }
  }

  /// A record that was set aside or queued is well again.
  mutating func clearTrouble(_ side: Side, _ key: RecordKey) throws {
    guard decision.troubled.remove(FlowRecord(flow.identifier, side, key)) != nil else { return }
    try writer.removeQuarantine(flow.identifier, side, key: key)
    try writer.removeQueue(flow.identifier, side, key: key)
  }

  mutating func settle(_ link: Link, keepsTrouble: Bool = false) throws {
    try settle(.source, link.source, keepsTrouble: keepsTrouble)
    try settle(.target, link.target, keepsTrouble: keepsTrouble)
  }

  mutating func quarantine(
    _ side: Side, _ key: RecordKey, _ reason: String, payload: [PropertyValue] = []
  ) throws {
    try settle(side, key)
    try setAside(side, key, reason, payload: payload)
  }

  /// Puts a record into the quarantine and leaves everything else alone.
  mutating func setAside(_ side: Side, _ key: RecordKey, _ reason: String, payload: [PropertyValue] = []) throws {
    try writer.setQuarantine(
      QuarantineEntry(flow: flow.identifier, side: side, key: key, reason: reason, payload: payload, run: run))
    decision.troubled.insert(FlowRecord(flow.identifier, side, key))
    decision.notes.counts.quarantined += 1
  }

  mutating func queue(_ side: Side, _ key: RecordKey, _ question: QueueEntry.Question) throws {
    try settle(side, key)
    try ask(side, key, question)
  }

  /// Puts a record into the queue and leaves everything else alone.
  mutating func ask(_ side: Side, _ key: RecordKey, _ question: QueueEntry.Question) throws {
    try writer.setQueue(QueueEntry(flow: flow.identifier, side: side, key: key, question: question, run: run))
    decision.troubled.insert(FlowRecord(flow.identifier, side, key))
  }

  mutating func wait(_ side: Side, _ key: RecordKey, for awaited: Translator.Awaited) throws {
    try writer.addWaiting(
      WaitingRecord(
        flow: flow.identifier, side: side, key: key, awaitedFlow: awaited.flow, awaitedSide: awaited.side,
        awaitedKey: awaited.key))
  }

  // MARK: Unlinked records

  private mutating func lookAtSource(_ key: RecordKey) throws {
    let entity = flow.entity(.source)
    try writer.removeWaiting(flow.identifier, .source, key: key)
    guard let seen = try writer.observation(of: entity, key: key), !seen.isDeleted else {
      return try settle(.source, key)
    }
    if blocked.contains(key) || books.unreadable.contains(.init(entity: entity, key: key)) {
      return try settle(.source, key, keepsTrouble: true)
    }
    do {
      guard try flow.isInScope(.source, seen.record.values) else { return try settle(.source, key) }
      let isExisting = try isExisting(.source, key)
      if isExisting, declaration.firstRun == .newRecordsOnly { return try settle(.source, key) }
      switch try match(key, seen.record.values) {
      case .record(let target, let alternative):
        try link(key, target, alternative, keepsBoth: isExisting && declaration.firstRun == .linkOnly)
      case .ambiguous(let alternative, let text, let candidates):
        try queue(.source, key, .ambiguousMatch(alternative: alternative, candidates: candidates))
        try wait(
          .source, key,
          for: .init(flow: .match(flow.identifier, alternative), side: .source, key: RecordKey(.string(text))))
      case .none:
        // Only a link that was dropped is left here; its source is not created again.
        let isDropped = try writer.link(flow.identifier, .source, key: key) != nil
        if try !isExisting && !isDropped && mayCreate(key, seen.record.values) {
          try create(key, seen)
        } else {
          try settle(.source, key)
        }
      }
    } catch let error as MappingError {
      try quarantine(.source, key, "cannot be mapped: \(error)")
    }
  }

  /// Creation is directed, so a target without a link can only be found by a source.
  private mutating func lookAtTarget(_ key: RecordKey) throws {
    try settle(.target, key)
    guard let seen = try writer.observation(of: flow.entity(.target), key: key), !seen.isDeleted else { return }
    do {
      for (alternative, text) in try flow.matchKeys(.target, seen.record.values).enumerated() {
        guard let text else { continue }
        for source in try unlinked(.source, alternative, text) {
          try writer.addPending(flow.identifier, .source, keys: [source])
        }
      }
    } catch let error as MappingError {
      try quarantine(.target, key, "cannot be mapped: \(error)")
    }
  }

  func isExisting(_ side: Side, _ key: RecordKey) throws -> Bool {
    if declaration.firstRun == .full { return false }
    let index = IndexName.match(flow.identifier, alternative: Bookkeeper.existingAlternative, side)
    return try !writer.indexed(index, text: ValueCoding.text(of: key)).isEmpty
  }

  private mutating func link(_ source: RecordKey, _ target: RecordKey, _ alternative: Int, keepsBoth: Bool) throws {
    let count = declaration.properties.count
    var base = Base(source: SharedView(count: count), target: SharedView(count: count))
    if keepsBoth, let left = try writer.observation(of: flow.entity(.source), key: source),
      let right = try writer.observation(of: flow.entity(.target), key: target)
    {
      base.source = try translator.shared(flow.view(.source, left.record.values), .source, flow).view
      base.target = try translator.shared(flow.view(.target, right.record.values), .target, flow).view
    }
    let link = Link(
      flow: flow.identifier, source: source, target: target, base: base, made: .matched(alternative: alternative),
      run: run)
    try writer.setLink(link)
    claimed.insert(target)
    decision.notes.counts.linked += 1
    try books.linked(flow, .source, source, writer)
    try books.linked(flow, .target, target, writer)
    seen.insert(PendingRecord(side: .source, key: source))
    try lookAtPair(link)
  }
}
