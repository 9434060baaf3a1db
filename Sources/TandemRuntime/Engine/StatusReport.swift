import TandemValues

/// How a sync stands, read from the state alone.
public struct StatusReport: Sendable {
  /// The flows of the given dataflows, in their order.
  public var flows: [FlowStatus]
  /// The creates whose result is not known.
  public var openIntents: [Intent]
  /// The last run that left a trace.
  public var lastRun: RunRecord?
  /// The flows of the state that no dataflow declares any more; their links are kept.
  public var unclaimed: [FlowState]

  /// How one flow stands.
  public struct FlowStatus: Sendable, Hashable {
    /// The flow.
    public var flow: FlowIdentifier
    /// The title for people.
    public var title: String
    /// The name of the dataflow.
    public var dataflow: String
    /// Why it may not write; `nil` when it may.
    public var held: String?
    /// False before its first run.
    public var isActive: Bool
    /// Pairs that are kept in step.
    public var links: Int
    /// Pairs of which one record was deleted.
    public var tombstones: Int
    /// Records to look at.
    public var pending: Int
    /// Records that wait for nothing but another one.
    public var waiting: Int
    /// Records for which a person must choose.
    public var queued: Int
    /// Records that are set aside.
    public var quarantined: Int
  }

  /// Reads how the flows stand.
  public static func make(
    from store: any StateStore, flows dataflows: [DataflowDeclaration]
  ) async throws -> StatusReport {
    try await store.read { reader in
      var statuses: [FlowStatus] = []
      for dataflow in dataflows {
        for mapping in dataflow.flows {
          let declaration = mapping.declaration
          let flow = declaration.identifier
          let counts = try reader.linkCounts(flow)
          let standing = try FlowStanding(flow, reader)
          statuses.append(
            FlowStatus(
              flow: flow, title: "\(declaration.source) to \(declaration.target)", dataflow: dataflow.name,
              held: declaration.held, isActive: try reader.flowState(flow) != nil, links: counts[.live] ?? 0,
              tombstones: counts[.tombstone] ?? 0, pending: try reader.pendingCount(flow),
              waiting: standing.waiting, queued: standing.queued, quarantined: standing.quarantined))
        }
      }
      let declared = Set(statuses.map(\.flow))
      return StatusReport(
        flows: statuses, openIntents: try reader.openIntents(), lastRun: try reader.runs(limit: 1).first,
        unclaimed: try reader.flowStates().filter { !declared.contains($0.flow) })
    }
  }
}
