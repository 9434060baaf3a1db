import TandemRuntime
import TandemValues
import Testing

@Suite struct MemoryStoreTests {
  static let flow = FlowIdentifier("a~b")
  static let entity = EntityReference(system: "A", entity: "B")

  static func key(_ number: Int64) -> RecordKey { RecordKey(.integer(number)) }

  static func link(_ source: Int64, _ target: Int64, _ status: Link.Status = .live) -> Link {
    let base = Base(source: SharedView(count: 1), target: SharedView(count: 1))
    return Link(
      flow: flow, source: key(source), target: key(target), base: base, made: .created, status: status, run: 1)
  }

  static func observation(_ number: Int64, isDeleted: Bool = false) -> Observation {
    Observation(
      record: Record(key: key(number), version: RecordVersion("1"), modified: nil, values: [.integer(number)]),
      isDeleted: isDeleted, origins: [Origin(time: nil, system: "A")])
  }

  static func fill(_ writer: any StateWriter) throws {
    let flow = flow
    try writer.setFlowState(FlowState(flow: flow, title: "t", layout: [], activatedByRun: 1))
    try writer.setCursor(ChangeCursor("7"), of: entity)
    for number in 1...12 { try writer.setObservation(observation(Int64(number), isDeleted: number == 3), of: entity) }
    try writer.setLink(link(1, 101))
    try writer.setLink(link(2, 102, .tombstone))
    try writer.addPending(flow, .source, keys: [key(5), key(4), key(5)])
    try writer.addWaiting(
      WaitingRecord(flow: flow, side: .source, key: key(6), awaitedFlow: flow, awaitedSide: .target, awaitedKey: key(7))
    )
    try writer.setIndexed(.lookup(entity, property: 1), key: key(1), text: "x")
    try writer.setIndexed(.lookup(entity, property: 1), key: key(2), text: "x")
    try writer.openIntent(
      Intent(
        operation: OperationIdentifier("o"), flow: flow, source: key(1), entity: entity, values: [], origins: [], run: 1
      ))
    try writer.setQuarantine(QuarantineEntry(flow: flow, side: .source, key: key(8), reason: "r", run: 1))
    try writer.setQueue(QueueEntry(flow: flow, side: .source, key: key(9), question: .conflict(property: "p"), run: 1))
    try writer.setRun(RunRecord(number: 1, started: Timestamp(microseconds: 0)))
  }

  static func describe(_ reader: any StateReader) throws -> String {
    """
    \(String(describing: try reader.flowState(flow))) \(String(describing: try reader.cursor(of: entity))) \
    \(try reader.observedKeys(of: entity, after: nil, limit: 100)) \(try reader.observationCount(of: entity)) \
    \(String(describing: try reader.observation(of: entity, key: key(3)))) \(try reader.links(flow, after: nil, limit: 10)) \
    \(String(describing: try reader.link(flow, .target, key: key(101)))) \(try reader.linkCounts(flow).count) \
    \(try reader.pending(flow, limit: 10)) \(try reader.pendingCount(flow)) \(try reader.waitingCount(flow)) \
    \(try reader.indexed(.lookup(entity, property: 1), text: "x")) \(try reader.openIntents()) \
    \(try reader.quarantine(nil)) \(try reader.queue(nil)) \(try reader.conflicts(nil, limit: 10)) \
    \(try reader.runs(limit: 10))
    """
  }

  @Test func nothingIsKeptWhenATransactionThrows() async throws {
    let store = MemoryStore()
    try await store.write { try Self.fill($0) }
    let before = try await store.read { try Self.describe($0) }
    await #expect(throws: Killed.self) {
      try await store.write { writer in
        let flow = Self.flow
        try writer.setFlowState(FlowState(flow: flow, title: "other", layout: [], activatedByRun: 2))
        try writer.setCursor(ChangeCursor("8"), of: Self.entity)
        try writer.setObservation(Self.observation(3), of: Self.entity)
        try writer.setObservation(Self.observation(20), of: Self.entity)
        try writer.removeLink(flow, source: Self.key(1))
        try writer.setLink(Self.link(3, 101))
        try writer.setLink(Self.link(9, 102))
        try writer.removePending(flow, .source, keys: [Self.key(5)])
        try writer.addPending(flow, .target, keys: [Self.key(1)])
        try writer.wake(flow, .target, key: Self.key(7))
        try writer.setIndexed(.lookup(Self.entity, property: 1), key: Self.key(1), text: nil)
        try writer.setIndexed(.lookup(Self.entity, property: 1), key: Self.key(3), text: "x")
        try writer.closeIntent(OperationIdentifier("o"))
        try writer.removeQuarantine(flow, .source, key: Self.key(8))
        try writer.removeQueue(flow, .source, key: Self.key(9))
        try writer.setRun(RunRecord(number: 2, started: Timestamp(microseconds: 0)))
        throw Killed()
      }
    }
    #expect(try await store.read { try Self.describe($0) } == before)
  }

  @Test func anOverlayIsACopy() async throws {
    let store = MemoryStore()
    try await store.write { try Self.fill($0) }
    let before = try await store.read { try Self.describe($0) }
    let overlay = await store.overlay()
    #expect(try await overlay.read { try Self.describe($0) } == before)
    try await overlay.write { try $0.removeLink(Self.flow, source: Self.key(1)) }
    #expect(try await store.read { try Self.describe($0) } == before)
  }

  @Test func linksAreExclusiveOnBothSides() async throws {
    let store = MemoryStore()
    try await store.write { try Self.fill($0) }
    await #expect(throws: StateError.linkTaken(Self.flow, .target, Self.key(101))) {
      try await store.write { try $0.setLink(Self.link(9, 101)) }
    }
    await #expect(throws: StateError.linkTaken(Self.flow, .source, Self.key(1))) {
      try await store.write { try $0.setLink(Self.link(1, 109)) }
    }
    // A tombstone gives its target free.
    try await store.write { try $0.setLink(Self.link(9, 102)) }
    #expect(try await store.read { try $0.link(Self.flow, .target, key: Self.key(102))?.source } == Self.key(9))
  }

  @Test func pagesFollowTheOrderOfTheKeysText() async throws {
    let store = MemoryStore()
    try await store.write { try Self.fill($0) }
    let pages = try await store.read { reader -> [[RecordKey]] in
      let first = try reader.observedKeys(of: Self.entity, after: nil, limit: 5)
      return [first, try reader.observedKeys(of: Self.entity, after: first.last, limit: 100)]
    }
    #expect(pages[0] == [1, 10, 11, 12, 2].map(Self.key))
    #expect(pages[1] == [4, 5, 6, 7, 8, 9].map(Self.key), "deleted records are left out")
  }

  @Test func pendingRecordsKeepTheirPlaceAndWakingAddsToTheEnd() async throws {
    let store = MemoryStore()
    try await store.write { try Self.fill($0) }
    let pending = try await store.write { writer -> [PendingRecord] in
      try writer.wake(Self.flow, .target, key: Self.key(7))
      return try writer.pending(Self.flow, limit: 10)
    }
    #expect(pending.map(\.key) == [5, 4, 6].map(Self.key))
    #expect(try await store.read { try $0.waitingCount(Self.flow) } == 0)
  }
}
