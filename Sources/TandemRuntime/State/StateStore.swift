import TandemValues

/// The durable memory of a sync: one per environment, for all dataflows.
///
/// It keeps **observations, not work**: each record as last read, each link with the view that both sides last agreed on.
/// What has to be done follows from them. A transaction is all or nothing and, once it has returned, survives a kill and a
/// loss of power.
public protocol StateStore: Sendable {
  /// Reads a consistent state.
  func read<Result: Sendable>(
    _ body: @Sendable (any StateReader) throws -> Result
  ) async throws -> Result

  /// Reads and writes a consistent state; nothing is kept when the body throws.
  func write<Result: Sendable>(
    _ body: @Sendable (any StateWriter) throws -> Result
  ) async throws -> Result

  /// A copy in memory, on which a plan can be tried out without touching the original.
  func overlay() async throws -> any StateStore
}

/// What can be asked of the state. All lists are in a stable order.
public protocol StateReader {
  // MARK: Flows and feeds

  /// The layout and activation of a flow; `nil` before its first run.
  func flowState(_ flow: FlowIdentifier) throws -> FlowState?
  /// All flows that ever ran.
  func flowStates() throws -> [FlowState]
  /// How far an entity's changes have been read.
  func cursor(of entity: EntityReference) throws -> ChangeCursor?

  // MARK: Observations

  /// A record as last read or written.
  func observation(of entity: EntityReference, key: RecordKey) throws -> Observation?
  /// The keys of all observed records of an entity that are not deleted, ascending, after a key.
  func observedKeys(of entity: EntityReference, after: RecordKey?, limit: Int) throws -> [RecordKey]
  /// How many records of an entity are observed and not deleted.
  func observationCount(of entity: EntityReference) throws -> Int

  // MARK: Links

  /// The link of a record in a flow, tombstones included.
  func link(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws -> Link?
  /// The links of a flow, ascending by source key, after a source key.
  func links(_ flow: FlowIdentifier, after: RecordKey?, limit: Int) throws -> [Link]
  /// How many links of each status a flow has.
  func linkCounts(_ flow: FlowIdentifier) throws -> [Link.Status: Int]

  // MARK: Records to look at

  /// The records of a flow that have to be looked at again, oldest entry first.
  func pending(_ flow: FlowIdentifier, limit: Int) throws -> [PendingRecord]
  /// How many records of a flow have to be looked at again.
  func pendingCount(_ flow: FlowIdentifier) throws -> Int
  /// How many records of a flow wait for the link of another record.
  func waitingCount(_ flow: FlowIdentifier) throws -> Int
  /// True when a record of a flow waits for the link of another record.
  func isWaiting(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws -> Bool

  // MARK: Recognising records

  /// The keys of the records that stand in an index under a text.
  func indexed(_ index: IndexName, text: String) throws -> [RecordKey]

  // MARK: What needs a person

  /// The creates that were sent and whose result is not known.
  func openIntents() throws -> [Intent]
  /// The records that are set aside.
  func quarantine(_ flow: FlowIdentifier?) throws -> [QuarantineEntry]
  /// The records for which a person must choose.
  func queue(_ flow: FlowIdentifier?) throws -> [QueueEntry]
  /// The conflicts that were decided, newest first.
  func conflicts(_ flow: FlowIdentifier?, limit: Int) throws -> [ConflictEntry]
  /// The runs, newest first.
  func runs(limit: Int) throws -> [RunRecord]
}

/// What can be changed in the state.
public protocol StateWriter: StateReader {
  func setFlowState(_ state: FlowState) throws
  func setCursor(_ cursor: ChangeCursor, of entity: EntityReference) throws

  func setObservation(_ observation: Observation, of entity: EntityReference) throws

  /// Adds a link, or replaces the one with the same source key. Throws ``StateError/linkTaken`` when either record has
  /// another live link in the flow.
  func setLink(_ link: Link) throws
  func removeLink(_ flow: FlowIdentifier, source: RecordKey) throws

  /// Adds records to look at again; one that is there already stays where it is.
  func addPending(_ flow: FlowIdentifier, _ side: Side, keys: [RecordKey]) throws
  func removePending(_ flow: FlowIdentifier, _ side: Side, keys: [RecordKey]) throws

  /// Lets a record of a flow wait until the given record has a link in another flow.
  func addWaiting(_ waiting: WaitingRecord) throws
  /// Moves everything that waits for a record to the records to look at again.
  func wake(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws
  /// Forgets what a record waits for, because it is looked at anew.
  func removeWaiting(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws

  /// Puts a record into an index under a text, in place of the text it stood under before (`nil`: out of the index).
  func setIndexed(_ index: IndexName, key: RecordKey, text: String?) throws

  func openIntent(_ intent: Intent) throws
  func closeIntent(_ operation: OperationIdentifier) throws

  func setQuarantine(_ entry: QuarantineEntry) throws
  func removeQuarantine(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws
  func setQueue(_ entry: QueueEntry) throws
  func removeQueue(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws
  func addConflict(_ entry: ConflictEntry) throws
  /// Adds a run, or replaces the one with the same number.
  func setRun(_ run: RunRecord) throws
}

/// A state that cannot be used or changed as asked.
public enum StateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another process holds the state; the message names it.
  case locked(String)
  /// The state belongs to another environment.
  case otherEnvironment(found: String, expected: String)
  /// The file is not a state, or of a version that this program does not know.
  case unreadable(String)
  /// A record has a link in the flow already.
  case linkTaken(FlowIdentifier, Side, RecordKey)
  /// The medium is full or fails.
  case storage(String)

  /// A sentence for the operator.
  public var description: String {
    switch self {
    case .locked(let detail): return "the state is in use: \(detail)"
    case .otherEnvironment(let found, let expected):
      return "the state belongs to the environment '\(found)', not to '\(expected)'"
    case .unreadable(let detail): return "the state cannot be read: \(detail)"
    case .linkTaken(let flow, let side, _): return "the \(side) record of \(flow) has a link already"
    case .storage(let detail): return "the state cannot be written: \(detail)"
    }
  }
}
