import TandemRuntime
import TandemValues
import Testing

/// The whole table of the planner: every combination of values, bases, directions, policies and times, against a plain
/// specification and against laws that hold whatever the table says.
@Suite struct PlannerTruthTableTests {
  struct Case {
    var source: Value
    var target: Value
    var sourceBase: Value
    var targetBase: Value
    var direction: SharedProperty.Direction
    var wins: Side?
    var conflict: FlowDeclaration.Conflict
    var sourceTime: Int64?
    var targetTime: Int64?

    func plan(source: Value, target: Value, base: Base) -> MergePlan {
      func origin(_ time: Int64?) -> [Origin] { [Origin(time: time.map { Timestamp(microseconds: $0) }, system: "S")] }
      let property = SharedProperty(
        name: "p", sourceProperties: [1], targetProperties: [1], direction: direction, wins: wins, fingerprint: 1,
        lines: [])
      return MergePlanner.plan(
        source: SharedView(values: [source]), target: SharedView(values: [target]), base: base,
        sourceOrigins: origin(sourceTime), targetOrigins: origin(targetTime),
        declaration: FlowDeclaration(
          identifier: FlowIdentifier("a~b"), source: Customer.schema.reference, target: Account.schema.reference,
          document: "", line: 1, creation: .always, conflict: conflict, properties: [property]))
    }

    var plan: MergePlan {
      plan(
        source: source, target: target,
        base: Base(source: SharedView(values: [sourceBase]), target: SharedView(values: [targetBase])))
    }
  }

  /// The specification, written as the rows of a table: the first row that fits decides.
  static func expected(_ it: Case) -> MergePlan.Step {
    let equal = it.source == it.target || (it.source.isEmpty && it.target.isEmpty)
    let changed = (source: it.source != it.sourceBase, target: it.target != it.targetBase)
    let first = it.sourceBase == .absent || it.targetBase == .absent
    let unknown = (source: it.source == .absent, target: it.target == .absent)
    var decided: MergePlan.Step {
      if let side = it.wins { return .conflict(winner: side, reason: .declared) }
      if case .wins(let side) = it.conflict { return .conflict(winner: side, reason: .declared) }
      if it.conflict == .ask { return .ask }
      if let left = it.sourceTime, let right = it.targetTime, left != right {
        return .conflict(winner: left > right ? .source : .target, reason: .newerEdit)
      }
      return .conflict(winner: .source, reason: .priority)
    }
    func oneWay(
      _ from: Value, _ into: Value, _ fromBase: Value, _ intoBase: Value, _ side: Side
    ) -> MergePlan.Step {
      let rows: [(Bool, MergePlan.Step)] = [
        (from == .absent, .nothing),
        (fromBase != .absent && from == fromBase, .nothing),
        (into != .absent && equal, .moveBase),
        (fromBase == .absent && from.isEmpty, .nothing),
        (into.isEmpty, .copy(into: side)),
        (fromBase != .absent && into == intoBase, .copy(into: side)),
        (true, .conflict(winner: side.opposite, reason: .declared)),
      ]
      return rows.first { $0.0 }?.1 ?? .nothing
    }
    func filling(_ from: Value, _ into: Value, _ side: Side) -> MergePlan.Step {
      !from.isEmpty && into != .absent && into.isEmpty && (changed.source || changed.target)
        ? .copy(into: side) : .nothing
    }
    switch it.direction {
    case .atCreation: return .nothing
    case .into(.target): return oneWay(it.source, it.target, it.sourceBase, it.targetBase, .target)
    case .into(.source): return oneWay(it.target, it.source, it.targetBase, it.sourceBase, .source)
    case .onlyIfEmpty(.target): return filling(it.source, it.target, .target)
    case .onlyIfEmpty(.source): return filling(it.target, it.source, .source)
    case .both:
      let rows: [(Bool, MergePlan.Step)] = [
        (unknown.source || unknown.target, .nothing),
        (first && equal, .moveBase),
        (first && it.source.isEmpty, .copy(into: .source)),
        (first && it.target.isEmpty, .copy(into: .target)),
        (first, decided),
        (!changed.source && !changed.target, .nothing),
        (equal, .moveBase),
        (changed.source && !changed.target, .copy(into: .target)),
        (!changed.source && changed.target, .copy(into: .source)),
        (true, decided),
      ]
      return rows.first { $0.0 }?.1 ?? .nothing
    }
  }

  static func forEach(_ body: (Case) -> Void) {
    let values: [Value] = [.absent, .null, text("a"), text("b"), text("c")]
    let directions: [SharedProperty.Direction] = [
      .both, .into(.source), .into(.target), .atCreation, .onlyIfEmpty(.source), .onlyIfEmpty(.target),
    ]
    let policies: [(Side?, FlowDeclaration.Conflict)] = [
      (nil, .newest), (nil, .wins(.source)), (nil, .wins(.target)), (nil, .ask), (.source, .newest), (.target, .ask),
    ]
    let times: [(Int64?, Int64?)] = [(1, 2), (2, 1), (1, 1), (nil, 1)]
    for source in values {
      for target in values {
        for sourceBase in values {
          for targetBase in values {
            for direction in directions {
              for policy in policies {
                for time in times where time.0 == 1 || policy.1 == .newest {
                  body(
                    Case(
                      source: source, target: target, sourceBase: sourceBase, targetBase: targetBase,
                      direction: direction, wins: policy.0, conflict: policy.1, sourceTime: time.0,
                      targetTime: time.1))
                }
              }
            }
          }
        }
      }
    }
  }

  @Test func everyCombinationFollowsTheSpecificationAndTheLaws() {
    var count = 0
    var faults: [String] = []
    Self.forEach { it in
      count += 1
      let plan = it.plan
      let step = plan.steps[0]
      func require(_ holds: Bool, _ law: String) {
        if !holds && faults.count < 5 { faults.append("\(law): \(it) gives \(step)") }
      }
      require(step == Self.expected(it), "specification")

      let after = apply(step, it.source, it.target)
      require(
        [it.source, it.target].contains(after.0) && [it.source, it.target].contains(after.1), "nothing is invented")
      require(it.source != .absent || after.0 == .absent || step.writes(into: .source), "the unknown stays")
      var first = it.sourceBase == .absent || it.targetBase == .absent
      // One way, only the side that values come from has to have agreed.
      if it.direction == .into(.target) { first = it.sourceBase == .absent }
      if it.direction == .into(.source) { first = it.targetBase == .absent }
      if first, it.source.isEmpty, !it.target.isEmpty {
        require(after.1 == it.target, "empty never wins a first merge")
      }
      if first, it.target.isEmpty, !it.source.isEmpty {
        require(after.0 == it.source, "empty never wins a first merge")
      }
      if case .conflict = step {
        require(it.source != it.target, "equal values are no conflict")
        require(it.source != it.sourceBase && it.target != it.targetBase || first, "both sides changed")
      }
      if !first, it.source == it.sourceBase, it.target == it.targetBase, it.direction == .both {
        require(step == .nothing, "no edit, no write")
      }
      // What was planned is done; looking again finds nothing to do.
      let again = it.plan(source: after.0, target: after.1, base: plan.base).steps[0]
      require(again == .nothing || step == .ask && again == .ask, "one look is enough")
      if it.direction == .both, step != .ask, it.source != .absent, it.target != .absent {
        require(after.0 == after.1 || (after.0.isEmpty && after.1.isEmpty) || step == .nothing, "both sides converge")
      }
    }
    #expect(faults == [])
    #expect(count == 625 * 6 * 16)
  }
}
