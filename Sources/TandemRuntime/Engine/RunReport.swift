import TandemValues

/// What a run did, or what a plan would do.
public struct RunReport: Sendable {
  /// The run's number; a run that had nothing to do leaves no trace in the state and its number is used again.
  public var run: Int
  /// True for a plan.
  public var isPlan: Bool
  /// The flows that ran, in the order in which they ran.
  public var flows: [FlowReport] = []
  /// The flows that did not run, with the reason.
  public var held: [HeldFlow] = []
  /// The writes, up to ``SyncOptions/detailLimit``.
  public var writes: [PlannedWrite] = []
  /// How many writes there were in all.
  public var writeCount = 0
  /// Creates whose outcome nobody knows; a person has to look.
  public var unresolved: [Intent] = []
  /// Systems that could not be used; their flows did not run to the end.
  public var failures: [SystemError] = []
  /// What else the operator should know, each said once.
  public var notes: [String] = []
  /// How many records were read.
  public var recordsRead = 0

  /// A flow that did not run.
  public struct HeldFlow: Sendable, Hashable {
    /// The flow.
    public var flow: FlowIdentifier
    /// The title for people.
    public var title: String
    /// Why.
    public var reason: String
  }

  /// One flow's part of a run.
  public struct FlowReport: Sendable, Hashable {
    /// The flow.
    public var flow: FlowIdentifier
    /// The title for people.
    public var title: String
    /// The name of the dataflow.
    public var dataflow: String
    /// What happened.
    public var counts = FlowCounts()
    /// How many records were looked at; follows the changes, not the size of the systems.
    public var looked = 0
    /// Records that wait for nothing but another one, at the end of the run; those that a person has to see to are counted
    /// there.
    public var waiting = 0
    /// Records for which a person must choose, at the end of the run.
    public var queued = 0
    /// Records that are set aside, at the end of the run.
    public var quarantined = 0
    /// True when the flow still had work after the last round: something keeps changing what it writes.
    public var isUnsettled = false
  }

  /// True when something needs a person.
  public var needsPerson: Bool {
    !unresolved.isEmpty || flows.contains { $0.queued > 0 || $0.quarantined > 0 || $0.isUnsettled }
  }
}

/// How often a flow did what during a run.
public struct FlowCounts: Sendable, Hashable {
  /// Target records that were created.
  public var created = 0
  /// Pairs that were linked because they match.
  public var linked = 0
  /// Source records that were updated.
  public var updatedSource = 0
  /// Target records that were updated.
  public var updatedTarget = 0
  /// Source records that were deleted or archived.
  public var deletedSource = 0
  /// Target records that were deleted or archived.
  public var deletedTarget = 0
  /// Properties that both sides had changed to different values.
  public var conflicts = 0
  /// Records that were set aside.
  public var quarantined = 0
  /// Writes whose answer was lost.
  public var unknown = 0
  /// Records that were edited on one side and deleted on the other; the edit is kept.
  public var editsKept = 0

  /// No events.
  public init() {}

  static func += (left: inout FlowCounts, right: FlowCounts) {
    left.created += right.created
    left.linked += right.linked
    left.updatedSource += right.updatedSource
    left.updatedTarget += right.updatedTarget
    left.deletedSource += right.deletedSource
    left.deletedTarget += right.deletedTarget
    left.conflicts += right.conflicts
    left.quarantined += right.quarantined
    left.unknown += right.unknown
    left.editsKept += right.editsKept
  }
}

/// What one transaction adds to the report.
struct RunNotes: Sendable {
  var counts = FlowCounts()
  var writes: [PlannedWrite] = []
  var texts: [String] = []

  mutating func say(_ text: String) {
    if !texts.contains(text) { texts.append(text) }
  }
}
