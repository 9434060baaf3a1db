/// Everything that a ``MemoryStore`` keeps, in dictionaries. Changes go through ``MemoryTransaction``, which can take them
/// back.
struct MemoryState: Sendable {
  var flows: [FlowIdentifier: FlowState] = [:]
  var cursors: [EntityReference: ChangeCursor] = [:]
  var observations: [EntityKey: Observation] = [:]
  var links: [FlowRecord: Link] = [:]
  /// The sources of a target's links: one live at most, and the tombstones of those that it was linked with before.
  var linksOfTarget: [FlowRecord: [RecordKey]] = [:]
  /// Counts the links in the order in which their sources got the first one.
  var linkOrder: [FlowRecord: Int] = [:]
  var linkCount = 0
  var pending: [FlowIdentifier: PendingQueue] = [:]
  var awaited: [FlowRecord: [FlowRecord]] = [:]
  var waiting: [FlowRecord: [FlowRecord]] = [:]
  var indexTexts: [IndexKey: String] = [:]
  var indexKeys: [IndexText: Set<RecordKey>] = [:]
  var intents: [OperationIdentifier: Intent] = [:]
  var intentOrder: [OperationIdentifier: Int] = [:]
  var intentCount = 0
  var quarantine: [FlowRecord: QuarantineEntry] = [:]
  var queue: [FlowRecord: QueueEntry] = [:]
  var conflicts: [ConflictEntry] = []
  var runs: [Int: RunRecord] = [:]

  /// Sorted lists, made when first asked for and dropped when the records behind them change.
  var sortedKeys: [EntityReference: [RecordKey]] = [:]
  var sortedLinks: [FlowIdentifier: [RecordKey]] = [:]

  struct EntityKey: Hashable, Sendable {
    var entity: EntityReference
    var key: RecordKey
  }

  struct IndexKey: Hashable, Sendable {
    var index: IndexName
    var key: RecordKey
  }

  struct IndexText: Hashable, Sendable {
    var index: IndexName
    var text: String
  }

  mutating func compact() {
    for flow in pending.keys { pending[flow]?.compact() }
  }
}

/// A record on one side of a flow.
struct FlowRecord: Hashable, Sendable, Comparable {
  var flow: FlowIdentifier
  var side: Side
  var key: RecordKey

  init(_ flow: FlowIdentifier, _ side: Side, _ key: RecordKey) {
    self.flow = flow
    self.side = side
    self.key = key
  }

  static func < (left: FlowRecord, right: FlowRecord) -> Bool {
    if left.flow != right.flow { return left.flow < right.flow }
    if left.side != right.side { return left.side.rawValue < right.side.rawValue }
    return left.key < right.key
  }
}

/// The records of one flow that have to be looked at again, oldest entry first.
struct PendingQueue: Sendable {
  private(set) var places: [PendingRecord: Int] = [:]
  private var entries: [(place: Int, record: PendingRecord)] = []
  private var nextPlace = 0

  /// Takes its own place at the end; false when the record stands in the queue already.
  mutating func add(_ record: PendingRecord) -> Bool {
    guard places[record] == nil else { return false }
    places[record] = nextPlace
    entries.append((nextPlace, record))
    nextPlace += 1
    return true
  }

  mutating func remove(_ record: PendingRecord) -> Int? { places.removeValue(forKey: record) }

  /// Takes back a removal.
  mutating func restore(_ record: PendingRecord, at place: Int) { places[record] = place }

  func first(_ limit: Int) -> [PendingRecord] {
    var result: [PendingRecord] = []
    for entry in entries where places[entry.record] == entry.place {
      if result.count >= limit { break }
      result.append(entry.record)
    }
    return result
  }

  /// Forgets the entries of removed records; only between transactions, because a removal may be taken back.
  mutating func compact() {
    guard entries.count > 64, entries.count > places.count * 2 else { return }
    entries.removeAll { places[$0.record] != $0.place }
  }
}
