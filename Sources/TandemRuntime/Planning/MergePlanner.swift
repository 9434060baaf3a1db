import TandemValues

/// Decides what has to be done with two linked records: a pure function of what both sides show, what they last agreed on
/// and where and when the users made their edits.
///
/// A property has *changed* on a side when that side's view differs from that side's base. Everything else is a table over
/// "changed here, changed there, never agreed" and the direction of the property.
public enum MergePlanner {
  /// Plans the merge of two records.
  ///
  /// - Parameters:
  ///   - source: The source's view; `nil` when there is no such record.
  ///   - target: The target's view in the shared form (references translated); `nil` for a record that is to be created.
  ///   - base: What both last agreed on; `nil` when they never did.
  ///   - sourceOrigins: Per shared property, where the source's value comes from.
  ///   - targetOrigins: The same for the target.
  ///   - declaration: The flow's policies and properties.
  ///   - decide: Who wins a conflict where the document leaves that to hand-written code.
  public static func plan(
    source: SharedView?, target: SharedView?, base: Base?, sourceOrigins: [Origin] = [], targetOrigins: [Origin] = [],
    declaration: FlowDeclaration, decide: (PropertyConflict) -> ConflictDecision = { _ in .person }
  ) -> MergePlan {
    let count = declaration.properties.count
    let known = base ?? Base(source: SharedView(count: count), target: SharedView(count: count))
    guard let source else { return MergePlan(steps: Array(repeating: .nothing, count: count), base: known) }
    var plan = MergePlan(steps: [], base: known)
    for (index, property) in declaration.properties.enumerated() {
      let step: MergePlan.Step
      if let target {
        let situation = Situation(
          source: source[index], target: target[index], sourceBase: known.source[index],
          targetBase: known.target[index], sourceOrigin: sourceOrigins.at(index), targetOrigin: targetOrigins.at(index),
          wins: property.wins, conflict: declaration.conflict)
        let found = situation.step(property.direction)
        step = found == .ask && declaration.conflict == .handWritten ? situation.decided(property.name, decide) : found
      } else {
        step = creationStep(source[index], property.direction)
      }
      plan.steps.append(step)
      move(&plan.base, index, step, source: source[index], target: target?[index] ?? .null)
    }
    return plan
  }

  /// A new target gets everything that the source has and that may go there.
  private static func creationStep(_ value: Value, _ direction: SharedProperty.Direction) -> MergePlan.Step {
    if case .absent = value { return .nothing }
    switch direction {
    case .into(.source), .onlyIfEmpty(.source): return .nothing
    case .both, .into(.target), .atCreation, .onlyIfEmpty(.target):
      return value.isEmpty ? .moveBase : .copy(into: .target)
    }
  }

  private static func move(_ base: inout Base, _ index: Int, _ step: MergePlan.Step, source: Value, target: Value) {
    switch step {
    case .nothing, .ask: return
    case .moveBase:
      base.source[index] = source
      base.target[index] = target
    case .copy(let side): agree(&base, index, side == .target ? source : target)
    case .union(let value, _): agree(&base, index, value)
    case .conflict(let winner, _): agree(&base, index, winner == .source ? source : target)
    }
  }

  private static func agree(_ base: inout Base, _ index: Int, _ value: Value) {
    base.source[index] = value
    base.target[index] = value
  }
}

/// One property of two linked records.
private struct Situation {
  let source: Value
  let target: Value
  let sourceBase: Value
  let targetBase: Value
  let sourceOrigin: Origin?
  let targetOrigin: Origin?
  let wins: Side?
  let conflict: FlowDeclaration.Conflict

  /// Equal, or empty on both sides: null against blank text is no difference to a person.
  private var isEqual: Bool { source == target || (source.isEmpty && target.isEmpty) }
  private var sourceChanged: Bool { source != sourceBase }
  private var targetChanged: Bool { target != targetBase }
  private var isFirstMerge: Bool { sourceBase == .absent || targetBase == .absent }

  func step(_ direction: SharedProperty.Direction) -> MergePlan.Step {
    switch direction {
    case .both: return bothWays
    case .into(let side): return oneWay(into: side)
    case .atCreation: return .nothing
    case .onlyIfEmpty(let side): return filling(side)
    }
  }

  private var bothWays: MergePlan.Step {
    // What a side does not tell is neither a change nor to be overwritten.
    if source == .absent || target == .absent { return .nothing }
    if isFirstMerge { return firstMerge }
    if !sourceChanged && !targetChanged { return .nothing }
    if isEqual { return .moveBase }
    if !targetChanged { return .copy(into: .target) }
    if !sourceChanged { return .copy(into: .source) }
    return decision
  }

  private var firstMerge: MergePlan.Step {
    if isEqual { return .moveBase }
    if source.isEmpty { return .copy(into: .source) }
    if target.isEmpty { return .copy(into: .target) }
    if case .list(let left) = source, case .list(let right) = target { return union(left, right) }
    return decision
  }

  private func union(_ left: [Value], _ right: [Value]) -> MergePlan.Step {
    var known = Set(left)
    let all = left + right.filter { known.insert($0).inserted }
    // The order of a list's elements is no reason to write.
    var sides: [Side] = []
    if all.count > left.count { sides.append(.source) }
    if Set(all) != Set(right) { sides.append(.target) }
    return sides.isEmpty ? .moveBase : .union(.list(all), into: sides)
  }

  private var decision: MergePlan.Step {
    if let wins { return .conflict(winner: wins, reason: .declared) }
    switch conflict {
    case .wins(let side): return .conflict(winner: side, reason: .declared)
    case .ask, .handWritten: return .ask
    case .newest:
      guard let left = sourceOrigin?.time, let right = targetOrigin?.time, left != right else {
        return .conflict(winner: .source, reason: .priority)
      }
      return .conflict(winner: left < right ? .target : .source, reason: .newerEdit)
    }
  }

  /// What hand-written code decides.
  func decided(_ property: String, _ decide: (PropertyConflict) -> ConflictDecision) -> MergePlan.Step {
    let conflict = PropertyConflict(
      property: property, source: source, target: target, base: sourceBase.isMissing ? .null : sourceBase,
      sourceEdit: sourceOrigin?.time, targetEdit: targetOrigin?.time)
    switch decide(conflict) {
    case .source: return .conflict(winner: .source, reason: .handWritten)
    case .target: return .conflict(winner: .target, reason: .handWritten)
    case .person: return .ask
    }
  }

  /// Values travel into one side only. An edit of that side stays until the other side changes, and is then logged.
  private func oneWay(into side: Side) -> MergePlan.Step {
    let from = side == .target ? source : target
    let into = side == .target ? target : source
    let fromBase = side == .target ? sourceBase : targetBase
    let intoBase = side == .target ? targetBase : sourceBase
    if from == .absent { return .nothing }
    let never = fromBase == .absent
    if !never && from == fromBase { return .nothing }
    if isEqual && into != .absent { return .moveBase }
    // A side without a value has nothing to say at the first merge; it has not agreed to a value on the other side, so
    // that one is not overwritten without a word when a value comes.
    if never && from.isEmpty { return .nothing }
    if into != .absent && !into.isEmpty && (never || intoBase == .absent || into != intoBase) {
      return .conflict(winner: side.opposite, reason: .declared)
    }
    return .copy(into: side)
  }

  /// Values travel into one side while that side is empty, and only when something changed.
  private func filling(_ side: Side) -> MergePlan.Step {
    let from = side == .target ? source : target
    let into = side == .target ? target : source
    if from.isEmpty || into == .absent || !into.isEmpty { return .nothing }
    return sourceChanged || targetChanged ? .copy(into: side) : .nothing
  }
}

extension Array {
  /// The element at a position, or `nil` past the end.
  fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
