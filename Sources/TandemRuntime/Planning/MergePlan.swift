import TandemValues

/// What is to be done with each shared property of two linked records; made by ``MergePlanner``.
public struct MergePlan: Sendable, Hashable {
  /// One step per shared property.
  public var steps: [Step]
  /// What both sides will have agreed on when all writes have succeeded just as they were planned.
  public var base: Base

  /// What is to be done with one property.
  public enum Step: Sendable, Hashable {
    /// Both sides are in step, or nothing may be done.
    case nothing
    /// Both sides show the same; only the base has to follow.
    case moveBase
    /// One side changed; its value goes into the other.
    case copy(into: Side)
    /// Two lists meet for the first time; each side that lacks an element gets the union.
    case union(Value, into: [Side])
    /// Both sides changed to different values; the loser is overwritten and kept in the conflict log.
    case conflict(winner: Side, reason: Reason)
    /// Both sides changed to different values; a person decides.
    case ask
  }

  /// Why a side won.
  public enum Reason: String, Sendable, Hashable {
    /// Its edit is newer.
    case newerEdit = "newer edit"
    /// The edits have the same time, or no time is known.
    case priority = "priority of the source"
    /// The document says so.
    case declared = "declared"
    /// Hand-written code says so.
    case handWritten = "hand-written code"
  }

  /// Makes a plan.
  public init(steps: [Step], base: Base) {
    self.steps = steps
    self.base = base
  }

  /// The properties that have to be written into a side.
  public func changed(into side: Side) -> PropertySet {
    var result = PropertySet()
    for (index, step) in steps.enumerated() where step.writes(into: side) { result.insert(index) }
    return result
  }

  /// True when nothing has to be written into either side.
  public var writesNothing: Bool { !steps.contains { $0.writes(into: .source) || $0.writes(into: .target) } }
}

extension MergePlan.Step {
  /// True when the step writes into a side.
  public func writes(into side: Side) -> Bool {
    switch self {
    case .nothing, .moveBase, .ask: return false
    case .copy(let into): return into == side
    case .union(_, let sides): return sides.contains(side)
    case .conflict(let winner, _): return winner != side
    }
  }
}
