import TandemSemantics
import TandemSyntax

/// Which flow of the old version is which of the new one: the pair of entities decides, and what an entity was called
/// before.
struct FlowPairing {
  /// The same flow in both versions.
  struct Pair {
    let old: FlowVersion
    let new: FlowVersion
    /// True when the entities changed their sides.
    let isReversed: Bool
    /// True when an entity has another name, so that the state knows the flow under another identity.
    var isRenamed: Bool { old.flow.identifier != new.flow.identifier }
  }

  private(set) var pairs: [Pair] = []
  private(set) var removed: [FlowVersion] = []
  private(set) var added: [FlowVersion] = []

  init(from old: DifferenceSide, to new: DifferenceSide) {
    var open = Array(old.flows.indices)
    var found: [Int: Pair] = [:]
    // In this order, so that a flow that kept its name is never taken for another one that has a new name.
    let passes: [(FlowVersion, FlowVersion) -> Bool] = [
      { $0.flow.identifier == $1.flow.identifier && Self.isSame($0.flow.source, $1.flow.source) },
      { $0.flow.identifier == $1.flow.identifier },
      { old, new in FlowSide.both.allSatisfy { Self.isSame(old.entity($0), new.entity($0), was: new, $0) } },
    ]
    for isSame in passes {
      for (index, flow) in new.flows.enumerated() where found[index] == nil {
        guard let place = open.firstIndex(where: { isSame(old.flows[$0], flow) }) else { continue }
        let former = old.flows[open.remove(at: place)]
        let isReversed =
          former.flow.identifier == flow.flow.identifier && !Self.isSame(former.flow.source, flow.flow.source)
        found[index] = Pair(old: former, new: flow, isReversed: isReversed)
      }
    }
    pairs = new.flows.indices.compactMap { found[$0] }
    added = new.flows.indices.filter { found[$0] == nil }.map { new.flows[$0] }
    removed = open.map { old.flows[$0] }
  }

  /// True when both are one entity of one system.
  static func isSame(_ old: EntityModel, _ new: EntityModel) -> Bool {
    NormalizedName(old.system) == NormalizedName(new.system) && NormalizedName(old.name) == NormalizedName(new.name)
  }

  /// True also when the new version says that the entity had the old name.
  private static func isSame(_ old: EntityModel, _ new: EntityModel, was flow: FlowVersion, _ side: FlowSide) -> Bool {
    guard NormalizedName(old.system) == NormalizedName(new.system) else { return false }
    if NormalizedName(old.name) == NormalizedName(new.name) { return true }
    let names = new.aliases + FormerEntityName.names(of: flow, side)
    return names.contains { name in
      ([old.name] + old.aliases).contains { NormalizedName($0) == NormalizedName(name) }
    }
  }
}

/// What a section says that its entities were called.
enum FormerEntityName {
  static func names(of flow: FlowVersion, _ side: FlowSide) -> [String] {
    (flow.written?.formerNames ?? []).compactMap { former in
      guard let system = former.system else { return side == .source ? former.name.value : nil }
      let model = side == .source ? flow.dataflow.source : flow.dataflow.target
      let isMeant = ([model.name] + model.aliases).contains { NormalizedName($0) == NormalizedName(system.value) }
      return isMeant ? former.name.value : nil
    }
  }
}

extension FlowSide {
  /// Both sides, the source first.
  static let both: [FlowSide] = [.source, .target]
}
