import TandemValues

/// The layout and activation of a flow in the state.
public struct FlowState: Sendable, Hashable {
  /// The flow.
  public var flow: FlowIdentifier
  /// The title for people, as it was when the flow last ran: `Customerp Order to Salesforce Invoice`.
  public var title: String
  /// The shared properties with their fingerprints, in the order of the stored bases.
  public var layout: [Property]
  /// The number of the run that activated the flow.
  public var activatedByRun: Int

  /// A shared property of the layout.
  public struct Property: Sendable, Hashable {
    /// The property's name.
    public var name: String
    /// The fingerprint of its mapping.
    public var fingerprint: UInt64

    /// Makes a property.
    public init(name: String, fingerprint: UInt64) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  /// Makes a flow state.
  public init(flow: FlowIdentifier, title: String, layout: [Property], activatedByRun: Int) {
    self.flow = flow
    self.title = title
    self.layout = layout
    self.activatedByRun = activatedByRun
  }
}

/// A record as last read or written, with the origin of what it holds.
public struct Observation: Sendable, Hashable {
  /// The record; the values of a deleted one are the last known.
  public var record: Record
  /// True when the record is gone.
  public var isDeleted: Bool
  /// For each property: where and when the user made the edit that its value comes from.
  public var origins: [Origin]
  /// The flow that created the record; `nil` when a user did.
  public var createdBy: FlowIdentifier?

  /// Makes an observation.
  public init(record: Record, isDeleted: Bool = false, origins: [Origin], createdBy: FlowIdentifier? = nil) {
    self.record = record
    self.isDeleted = isDeleted
    self.origins = origins
    self.createdBy = createdBy
  }
}

/// Where and when a user made an edit; never the time of our own write.
public struct Origin: Sendable, Hashable {
  /// By the clock of the system in which the edit was made; `nil` where that system does not tell.
  public var time: Timestamp?
  /// The name of the system in which the edit was made.
  public var system: String

  /// Makes an origin.
  public init(time: Timestamp?, system: String) {
    self.time = time
    self.system = system
  }
}

/// Two records that a flow keeps in step.
public struct Link: Sendable, Hashable {
  /// The flow.
  public var flow: FlowIdentifier
  /// The source's record.
  public var source: RecordKey
  /// The target's record.
  public var target: RecordKey
  /// What both sides last agreed on.
  public var base: Base
  /// How the link was made.
  public var made: Made
  /// Whether it is live.
  public var status: Status
  /// The number of the run that made it.
  public var run: Int
  /// True for a tombstone whose link was dropped (``FlowDeclaration/Deletion/unlink``): the records have nothing to do
  /// with each other any more, also when the deleted one comes back; the mark only keeps the source from being created
  /// again.
  public var isDropped: Bool

  /// How a link was made.
  public enum Made: Sendable, Hashable {
    /// The target was created for the source.
    case created
    /// The records matched on an alternative of the merge table.
    case matched(alternative: Int)
    /// A person linked them.
    case byHand
  }

  /// Whether a link is live.
  public enum Status: UInt8, Sendable, Hashable, CaseIterable {
    /// Both records exist.
    case live = 0
    /// One record was deleted; the other is kept and not created again.
    case tombstone = 1
  }

  /// Makes a link.
  public init(
    flow: FlowIdentifier, source: RecordKey, target: RecordKey, base: Base, made: Made, status: Status = .live,
    run: Int, isDropped: Bool = false
  ) {
    self.flow = flow
    self.source = source
    self.target = target
    self.base = base
    self.made = made
    self.status = status
    self.run = run
    self.isDropped = isDropped
  }
}

/// What the two sides of a link last agreed on, each as it showed it. They differ only where a system normalises what is
/// written into it; a value that is ``TandemValues/Value/absent`` has not been agreed on yet.
public struct Base: Sendable, Hashable {
  /// The agreed view as the source shows it.
  public var source: SharedView
  /// The agreed view as the target shows it.
  public var target: SharedView

  /// Makes a base.
  public init(source: SharedView, target: SharedView) {
    self.source = source
    self.target = target
  }
}

/// A record of a flow that has to be looked at again.
public struct PendingRecord: Sendable, Hashable {
  /// The side that the record stands on.
  public var side: Side
  /// Its key.
  public var key: RecordKey

  /// Makes an entry.
  public init(side: Side, key: RecordKey) {
    self.side = side
    self.key = key
  }
}

/// A record of a flow that waits until another record has a link.
public struct WaitingRecord: Sendable, Hashable {
  /// The flow whose record waits.
  public var flow: FlowIdentifier
  /// The side of the waiting record.
  public var side: Side
  /// The key of the waiting record.
  public var key: RecordKey
  /// The flow in which the awaited record must get a link.
  public var awaitedFlow: FlowIdentifier
  /// The side of the awaited record in that flow.
  public var awaitedSide: Side
  /// The key of the awaited record.
  public var awaitedKey: RecordKey

  /// Makes an entry.
  public init(
    flow: FlowIdentifier, side: Side, key: RecordKey, awaitedFlow: FlowIdentifier, awaitedSide: Side,
    awaitedKey: RecordKey
  ) {
    self.flow = flow
    self.side = side
    self.key = key
    self.awaitedFlow = awaitedFlow
    self.awaitedSide = awaitedSide
    self.awaitedKey = awaitedKey
  }
}

/// The name of an index over records: the keys of a merge table's alternative on one side, or the natural keys of a
/// looked-up entity.
public enum IndexName: Sendable, Hashable {
  /// An alternative of a flow's merge table, on one side.
  case match(FlowIdentifier, alternative: Int, Side)
  /// A property of a looked-up entity, by position.
  case lookup(EntityReference, property: Int)
}

/// A create that is about to be sent: kept before the call, closed together with the link that it leads to.
public struct Intent: Sendable, Hashable {
  /// The create's identity.
  public var operation: OperationIdentifier
  /// The flow.
  public var flow: FlowIdentifier
  /// The source record that the target is created for.
  public var source: RecordKey
  /// The entity in which the record is created.
  public var entity: EntityReference
  /// What is sent.
  public var values: [PropertyValue]
  /// The origin of each value that is sent, in the same order.
  public var origins: [Origin]
  /// The number of the run.
  public var run: Int

  /// Makes an intent.
  public init(
    operation: OperationIdentifier, flow: FlowIdentifier, source: RecordKey, entity: EntityReference,
    values: [PropertyValue], origins: [Origin], run: Int
  ) {
    self.operation = operation
    self.flow = flow
    self.source = source
    self.entity = entity
    self.values = values
    self.origins = origins
    self.run = run
  }
}

/// A record that is set aside because it could not be read, mapped or written.
public struct QuarantineEntry: Sendable, Hashable {
  /// The flow that could not handle it.
  public var flow: FlowIdentifier
  /// The side of the record.
  public var side: Side
  /// Its key.
  public var key: RecordKey
  /// The words for the operator.
  public var reason: String
  /// What was to be written, for a person to look at; empty when nothing was.
  public var payload: [PropertyValue]
  /// The number of the run.
  public var run: Int

  /// Makes an entry.
  public init(
    flow: FlowIdentifier, side: Side, key: RecordKey, reason: String, payload: [PropertyValue] = [], run: Int
  ) {
    self.flow = flow
    self.side = side
    self.key = key
    self.reason = reason
    self.payload = payload
    self.run = run
  }
}

/// A record for which a person must choose.
public struct QueueEntry: Sendable, Hashable {
  /// The flow.
  public var flow: FlowIdentifier
  /// The side of the record.
  public var side: Side
  /// Its key.
  public var key: RecordKey
  /// What there is to choose.
  public var question: Question
  /// The number of the run.
  public var run: Int

  /// What there is to choose.
  public enum Question: Sendable, Hashable {
    /// Several records of the other side match on the alternative.
    case ambiguousMatch(alternative: Int, candidates: [RecordKey])
    /// Both sides changed a property and the flow says that a person decides.
    case conflict(property: String)
  }

  /// Makes an entry.
  public init(flow: FlowIdentifier, side: Side, key: RecordKey, question: Question, run: Int) {
    self.flow = flow
    self.side = side
    self.key = key
    self.question = question
    self.run = run
  }
}

/// A conflict that was decided: both values, so that the loser is never lost.
public struct ConflictEntry: Sendable, Hashable {
  /// The flow.
  public var flow: FlowIdentifier
  /// The source's record.
  public var source: RecordKey
  /// The target's record.
  public var target: RecordKey
  /// The shared property.
  public var property: String
  /// The side that won.
  public var winner: Side
  /// The value that won, in the shared view.
  public var winningValue: Value
  /// The value that lost, in the shared view.
  public var losingValue: Value
  /// The origin of the winning edit.
  public var winningOrigin: Origin
  /// The origin of the losing edit.
  public var losingOrigin: Origin
  /// Why it won: "newer edit", "priority of the source", "declared".
  public var reason: String
  /// The number of the run.
  public var run: Int

  /// Makes an entry.
  public init(
    flow: FlowIdentifier, source: RecordKey, target: RecordKey, property: String, winner: Side, winningValue: Value,
    losingValue: Value, winningOrigin: Origin, losingOrigin: Origin, reason: String, run: Int
  ) {
    self.flow = flow
    self.source = source
    self.target = target
    self.property = property
    self.winner = winner
    self.winningValue = winningValue
    self.losingValue = losingValue
    self.winningOrigin = winningOrigin
    self.losingOrigin = losingOrigin
    self.reason = reason
    self.run = run
  }
}

/// One run of a sync.
public struct RunRecord: Sendable, Hashable {
  /// Counted from 1, never used again.
  public var number: Int
  /// When it began, by the clock that the engine was given.
  public var started: Timestamp
  /// When it ended; `nil` while it runs or when it was killed.
  public var finished: Timestamp?
  /// How it ended, in a few words for the operator.
  public var summary: String

  /// Makes a run.
  public init(number: Int, started: Timestamp, finished: Timestamp? = nil, summary: String = "") {
    self.number = number
    self.started = started
    self.finished = finished
    self.summary = summary
  }
}
