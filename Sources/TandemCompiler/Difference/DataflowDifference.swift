import TandemSemantics

/// What changed in meaning between two versions of dataflows: documents, and the descriptions of their systems.
///
/// Spelling, comments, notation, file names and the order of sections and rows do not count: a flow is the pair of its
/// entities, a row the pair of its properties.
public struct DataflowDifference: Sendable {
  /// The changes: how systems are reached first, then by effect on data, then in the order of the documents.
  public let changes: [Change]
  /// What the next run makes of the state, for each flow that it finds changed.
  public let states: [FlowStateChange]

  /// Compares two compilations without errors.
  ///
  /// - Parameter access: Changes in how the systems are reached, which stand outside of documents and descriptions.
  public init(from old: Compilation, to new: Compilation, access: [Change] = []) {
    let old = DifferenceSide(old)
    let new = DifferenceSide(new)
    let pairing = FlowPairing(from: old, to: new)
    let schemas = SchemaDifference(from: old, to: new)
    var changes = access
    var states: [FlowStateChange] = []
    var explained: [PropertyKey: [SchemaDifference.Consequence]] = [:]
    for pair in pairing.pairs {
      let rows = PropertyDifference(pair, schemas: schemas)
      changes += FlowDifference(pair).changes + rows.changes
      explained.merge(rows.explained) { $0 + $1 }
      states += [FlowStateChange(pair)].compactMap(\.self)
    }
    for flow in pairing.removed {
      changes.append(FlowPresence.removed(flow))
      states.append(FlowStateChange(removed: flow))
    }
    for flow in pairing.added {
      changes.append(FlowPresence.added(flow))
      states.append(FlowStateChange(added: flow))
    }
    changes += schemas.changes(with: explained)
    changes += ParameterDifference(from: old, to: new, pairing: pairing).changes
    self.changes = Self.sorted(changes)
    self.states = states
  }

  /// The worst of all effects.
  public var effect: DataEffect { changes.map(\.effect).max() ?? .none }

  /// The status with which the command ends: 0 no effect on data (or a widening), 1 behaviour, 3 data loss.
  public var exitStatus: Int32 {
    switch effect {
    case .dataLoss: return 3
    case .behaviour: return 1
    case .widening, .none: return 0
    }
  }

  private static func sorted(_ changes: [Change]) -> [Change] {
    changes.enumerated().sorted { left, right in
      let (one, two) = (left.element, right.element)
      if one.kind.concernsAccess != two.kind.concernsAccess { return one.kind.concernsAccess }
      if one.effect != two.effect { return one.effect > two.effect }
      return left.offset < right.offset
    }.map(\.element)
  }
}
