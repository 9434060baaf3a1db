/// One transaction on a ``MemoryState``: every change leaves behind how it is taken back.
final class MemoryTransaction: StateWriter {
  var state: MemoryState
  private var undo: [(inout MemoryState) -> Void] = []

  init(_ state: MemoryState) { self.state = state }

  func rollBack() {
    for step in undo.reversed() { step(&state) }
    undo = []
  }

  private func set<Key, Content>(
    _ path: WritableKeyPath<MemoryState, [Key: Content]>, _ key: Key, _ value: Content?
  ) {
    let old = state[keyPath: path][key]
    undo.append { $0[keyPath: path][key] = old }
    state[keyPath: path][key] = value
  }

  // MARK: Flows and feeds

  func flowState(_ flow: FlowIdentifier) -> FlowState? { state.flows[flow] }
  func flowStates() -> [FlowState] { state.flows.values.sorted { $0.flow < $1.flow } }
  func setFlowState(_ flowState: FlowState) { set(\.flows, flowState.flow, flowState) }
  func cursor(of entity: EntityReference) -> ChangeCursor? { state.cursors[entity] }
  func setCursor(_ cursor: ChangeCursor, of entity: EntityReference) { set(\.cursors, entity, cursor) }

  // MARK: Observations

  func observation(of entity: EntityReference, key: RecordKey) -> Observation? {
    state.observations[.init(entity: entity, key: key)]
  }

  func observedKeys(of entity: EntityReference, after: RecordKey?, limit: Int) -> [RecordKey] {
    Self.page(of: liveKeys(of: entity), after: after, limit: limit)
  }

  func observationCount(of entity: EntityReference) -> Int { liveKeys(of: entity).count }

  func setObservation(_ observation: Observation, of entity: EntityReference) {
    let place = MemoryState.EntityKey(entity: entity, key: observation.record.key)
    let old = state.observations[place]
    if (old.map { !$0.isDeleted } ?? false) != !observation.isDeleted { set(\.sortedKeys, entity, nil) }
    set(\.observations, place, observation)
  }

  private func liveKeys(of entity: EntityReference) -> [RecordKey] {
    if let keys = state.sortedKeys[entity] { return keys }
    let keys = Self.sorted(
      state.observations.lazy.filter { $0.key.entity == entity && !$0.value.isDeleted }.map(\.key.key))
    state.sortedKeys[entity] = keys
    return keys
  }

  private static func sorted(_ keys: some Sequence<RecordKey>) -> [RecordKey] {
    keys.map { (text: ValueCoding.text(of: $0), key: $0) }
      .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }.map(\.key)
  }

  private static func page(of keys: [RecordKey], after: RecordKey?, limit: Int) -> [RecordKey] {
    var low = 0
    if let after {
      var high = keys.count
      while low < high {
        let middle = (low + high) / 2
        if after < keys[middle] { high = middle } else { low = middle + 1 }
      }
    }
    return Array(keys[low..<min(keys.count, low + max(0, limit))])
  }

  // MARK: Links

  func link(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) -> Link? {
    switch side {
    case .source: return state.links[FlowRecord(flow, .source, key)]
    case .target:
      let links = (state.linksOfTarget[FlowRecord(flow, .target, key)] ?? []).compactMap {
        state.links[FlowRecord(flow, .source, $0)]
      }
      return links.first { $0.status == .live } ?? links.max { order($0) < order($1) }
    }
  }

  func links(_ flow: FlowIdentifier, after: RecordKey?, limit: Int) -> [Link] {
    let keys: [RecordKey]
    if let known = state.sortedLinks[flow] {
      keys = known
    } else {
      keys = Self.sorted(state.links.keys.lazy.filter { $0.flow == flow }.map(\.key))
      state.sortedLinks[flow] = keys
    }
    return Self.page(of: keys, after: after, limit: limit).compactMap { state.links[FlowRecord(flow, .source, $0)] }
  }

  func linkCounts(_ flow: FlowIdentifier) -> [Link.Status: Int] {
    state.links.values.lazy.filter { $0.flow == flow }.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
  }

  func setLink(_ link: Link) throws {
    let source = FlowRecord(link.flow, .source, link.source)
    let old = state.links[source]
    if let old, old.target != link.target, old.status == .live {
      throw StateError.linkTaken(link.flow, .source, link.source)
    }
    if link.status == .live, let other = self.link(link.flow, .target, key: link.target), other.status == .live,
      other.source != link.source
    {
      throw StateError.linkTaken(link.flow, .target, link.target)
    }
    if old == nil {
      let count = state.linkCount
      undo.append { $0.linkCount = count }
      state.linkCount += 1
      set(\.linkOrder, source, count)
      set(\.sortedLinks, link.flow, nil)
    }
    if old?.target != link.target {
      if let old { forget(old) }
      let target = FlowRecord(link.flow, .target, link.target)
      set(\.linksOfTarget, target, (state.linksOfTarget[target] ?? []) + [link.source])
    }
    set(\.links, source, link)
  }

  func removeLink(_ flow: FlowIdentifier, source: RecordKey) {
    let place = FlowRecord(flow, .source, source)
    guard let old = state.links[place] else { return }
    forget(old)
    set(\.links, place, nil)
    set(\.linkOrder, place, nil)
    set(\.sortedLinks, flow, nil)
  }

  private func order(_ link: Link) -> Int { state.linkOrder[FlowRecord(link.flow, .source, link.source)] ?? 0 }

  /// A target does not stand in the link any more.
  private func forget(_ link: Link) {
    let target = FlowRecord(link.flow, .target, link.target)
    let rest = (state.linksOfTarget[target] ?? []).filter { $0 != link.source }
    set(\.linksOfTarget, target, rest.isEmpty ? nil : rest)
  }

  // MARK: Records to look at

  func pending(_ flow: FlowIdentifier, limit: Int) -> [PendingRecord] { state.pending[flow]?.first(limit) ?? [] }
  func pendingCount(_ flow: FlowIdentifier) -> Int { state.pending[flow]?.places.count ?? 0 }
  func waitingCount(_ flow: FlowIdentifier) -> Int { state.waiting.keys.lazy.filter { $0.flow == flow }.count }

  func isWaiting(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) -> Bool {
    state.waiting[FlowRecord(flow, side, key)] != nil
  }

  func addPending(_ flow: FlowIdentifier, _ side: Side, keys: [RecordKey]) {
    for key in keys {
      let record = PendingRecord(side: side, key: key)
      if state.pending[flow, default: PendingQueue()].add(record) {
        undo.append { _ = $0.pending[flow]?.remove(record) }
      }
    }
  }

  func removePending(_ flow: FlowIdentifier, _ side: Side, keys: [RecordKey]) {
    for key in keys {
      let record = PendingRecord(side: side, key: key)
      if let place = state.pending[flow]?.remove(record) {
        undo.append { $0.pending[flow]?.restore(record, at: place) }
      }
    }
  }

  func addWaiting(_ waiting: WaitingRecord) {
    let record = FlowRecord(waiting.flow, waiting.side, waiting.key)
    let awaited = FlowRecord(waiting.awaitedFlow, waiting.awaitedSide, waiting.awaitedKey)
    guard !(state.waiting[record]?.contains(awaited) ?? false) else { return }
    set(\.waiting, record, (state.waiting[record] ?? []) + [awaited])
    set(\.awaited, awaited, (state.awaited[awaited] ?? []) + [record])
  }

  func wake(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) {
    let awaited = FlowRecord(flow, side, key)
    guard let records = state.awaited[awaited] else { return }
    set(\.awaited, awaited, nil)
    for record in records {
      let rest = (state.waiting[record] ?? []).filter { $0 != awaited }
      set(\.waiting, record, rest.isEmpty ? nil : rest)
      addPending(record.flow, record.side, keys: [record.key])
    }
  }

  func removeWaiting(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) {
    let record = FlowRecord(flow, side, key)
    guard let waits = state.waiting[record] else { return }
    set(\.waiting, record, nil)
    for awaited in waits {
      let rest = (state.awaited[awaited] ?? []).filter { $0 != record }
      set(\.awaited, awaited, rest.isEmpty ? nil : rest)
    }
  }

  // MARK: Recognising records

  func indexed(_ index: IndexName, text: String) -> [RecordKey] {
    state.indexKeys[.init(index: index, text: text)].map { $0.sorted() } ?? []
  }

  func setIndexed(_ index: IndexName, key: RecordKey, text: String?) {
    let place = MemoryState.IndexKey(index: index, key: key)
    let old = state.indexTexts[place]
    guard old != text else { return }
    if let old {
      let entry = MemoryState.IndexText(index: index, text: old)
      var keys = state.indexKeys[entry] ?? []
      keys.remove(key)
      set(\.indexKeys, entry, keys.isEmpty ? nil : keys)
    }
    if let text {
      let entry = MemoryState.IndexText(index: index, text: text)
      var keys = state.indexKeys[entry] ?? []
      keys.insert(key)
      set(\.indexKeys, entry, keys)
    }
    set(\.indexTexts, place, text)
  }

  // MARK: What needs a person

  func openIntents() -> [Intent] {
    state.intents.values.sorted { state.intentOrder[$0.operation] ?? 0 < state.intentOrder[$1.operation] ?? 0 }
  }

  func openIntent(_ intent: Intent) {
    let count = state.intentCount
    undo.append { $0.intentCount = count }
    state.intentCount += 1
    set(\.intentOrder, intent.operation, count)
    set(\.intents, intent.operation, intent)
  }

  func closeIntent(_ operation: OperationIdentifier) {
    set(\.intents, operation, nil)
    set(\.intentOrder, operation, nil)
  }

  func quarantine(_ flow: FlowIdentifier?) -> [QuarantineEntry] { Self.entries(of: state.quarantine, flow) }
  func queue(_ flow: FlowIdentifier?) -> [QueueEntry] { Self.entries(of: state.queue, flow) }

  private static func entries<Entry>(of all: [FlowRecord: Entry], _ flow: FlowIdentifier?) -> [Entry] {
    all.filter { flow == nil || $0.key.flow == flow }.sorted { $0.key < $1.key }.map(\.value)
  }

  func setQuarantine(_ entry: QuarantineEntry) {
    set(\.quarantine, FlowRecord(entry.flow, entry.side, entry.key), entry)
  }

  func removeQuarantine(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) {
    let place = FlowRecord(flow, side, key)
    if state.quarantine[place] != nil { set(\.quarantine, place, nil) }
  }

  func setQueue(_ entry: QueueEntry) { set(\.queue, FlowRecord(entry.flow, entry.side, entry.key), entry) }

  func removeQueue(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) {
    let place = FlowRecord(flow, side, key)
    if state.queue[place] != nil { set(\.queue, place, nil) }
  }

  func conflicts(_ flow: FlowIdentifier?, limit: Int) -> [ConflictEntry] {
    Array(state.conflicts.reversed().lazy.filter { flow == nil || $0.flow == flow }.prefix(limit))
  }

  func addConflict(_ entry: ConflictEntry) {
    undo.append { $0.conflicts.removeLast() }
    state.conflicts.append(entry)
  }

  func runs(limit: Int) -> [RunRecord] {
    Array(state.runs.values.sorted { $0.number > $1.number }.prefix(max(0, limit)))
  }

  func setRun(_ run: RunRecord) { set(\.runs, run.number, run) }
}
