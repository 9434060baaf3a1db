import TandemValues

/// A target that is to be created.
struct CreateAction: Sendable {
  var operation: OperationIdentifier
  var source: RecordKey
  var values: [PropertyValue]
  var origins: [Origin]
  var sourceView: SharedView
  /// The properties that were put into the record.
  var sent: PropertySet
  /// The properties that wait for another record; they have not been agreed on.
  var deferred: PropertySet
  var write: PlannedWrite
}

/// Two linked records of which at least one is to be written.
struct UpdateAction: Sendable {
  var link: Link
  var plan: MergePlan
  var views: [Side: SharedView]
  var records: [Side: Record]
  var writes: [Side: SideWrite] = [:]
  /// The properties that could not be translated; their bases stay.
  var deferred = PropertySet()
  /// Why the pair has to be set aside although a part of it can be written.
  var trouble: [String] = []
  /// True when properties were left to the next pass, because what they hold is about to be replaced.
  var hasPostponed = false

  struct SideWrite: Sendable {
    var values: [PropertyValue]
    var origins: [Int: Origin]
    var write: PlannedWrite
  }
}

/// A record whose partner is gone.
struct DeleteAction: Sendable {
  var link: Link
  var side: Side
  var version: RecordVersion
  /// The property that marks the record as archived; `nil` when it is deleted.
  var archive: PropertyValue?
  var write: PlannedWrite
}

/// What was decided for a chunk of records.
struct ChunkDecision: Sendable {
  var creates: [CreateAction] = []
  var updates: [UpdateAction] = []
  var deletes: [DeleteAction] = []
  var notes = RunNotes()
  /// Records that others cannot be created without.
  var wanted: Set<FlowRecord> = []
  /// Records with entries in the queue or the quarantine.
  var troubled: Set<FlowRecord> = []
}
