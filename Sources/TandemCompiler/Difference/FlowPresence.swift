import TandemSemantics
import TandemSyntax

/// Flows that stand in one version only.
enum FlowPresence {
  static func removed(_ flow: FlowVersion) -> Change {
    Change(
      .flowRemoved, .dataLoss, of: flow.title,
      """
      No record of \(flow.title(.source)) and \(flow.title(.target)) is kept in step any more. Both sides keep what they \
      hold, and their links stay in the state without a document.
      """,
      before: [flow.place(nil, flow.title)], remedy: .review,
      "Make sure that nobody relies on the flow; a flow that only has another name wants `was`.")
  }

  static func added(_ flow: FlowVersion) -> Change {
    let creation: String
    switch flow.flow.creation {
    case .never: creation = "creates nothing"
    default:
      creation =
        flow.flow.matching.isEmpty
        ? "creates a \(flow.title(.target)) for each source record, because no match table finds those that exist"
        : "creates the \(flow.title(.target)) records that it does not find"
    }
    return Change(
      .flowAdded, .behaviour, of: flow.title,
      flow.flow.held.map { "The flow is new and held: \($0)." }
        ?? "The flow is new: its first run \(firstRun(flow)), \(creation).",
      after: [flow.place(nil, flow.title)], remedy: .rematch,
      "Look at `sync plan` first; `sync apply` holds the first run of a flow until it is run with --yes.")
  }

  private static func firstRun(_ flow: FlowVersion) -> String {
    switch flow.flow.firstRun {
    case .full: return "matches all records of both sides, merges what they hold"
    case .newRecordsOnly: return "leaves the records alone that exist already"
    case .linkOnly: return "links the records that match and changes none"
    }
  }
}
