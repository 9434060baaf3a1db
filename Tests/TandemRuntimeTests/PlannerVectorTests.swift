import TandemRuntime
import TandemValues
import Testing

/// The published merge vectors; the source has the higher priority.
@Suite struct PlannerVectorTests {
  static let declaration = CustomerFlow.makeDeclaration()

  /// Plans one property and returns what both sides hold afterwards.
  func merge(
    _ source: (Value, Int64?), _ target: (Value, Int64?), base: Value = .absent,
    direction: SharedProperty.Direction = .both, conflict: FlowDeclaration.Conflict = .newest
  ) -> (source: Value, target: Value, step: MergePlan.Step) {
    let property = SharedProperty(
      name: "p", sourceProperties: [1], targetProperties: [1], direction: direction, fingerprint: 1, lines: [])
    let flow = FlowDeclaration(
      identifier: FlowIdentifier("a~b"), source: Customer.schema.reference, target: Account.schema.reference,
      document: "",
      line: 1, creation: .always, conflict: conflict, properties: [property])
    func origin(_ time: Int64?, _ system: String) -> [Origin] {
      [Origin(time: time.map { Timestamp(microseconds: $0) }, system: system)]
    }
    let plan = MergePlanner.plan(
      source: SharedView(values: [source.0]), target: SharedView(values: [target.0]),
      base: Base(source: SharedView(values: [base]), target: SharedView(values: [base])),
      sourceOrigins: origin(source.1, "A"), targetOrigins: origin(target.1, "B"), declaration: flow)
    let after = apply(plan.steps[0], source.0, target.0)
    return (after.0, after.1, plan.steps[0])
  }

  @Test func vector1NewestWinsTheFirstMerge() {
    let result = merge((text("V1"), 1), (text("V2"), 2))
    #expect(result.source == text("V2") && result.target == text("V2"))
    #expect(result.step == .conflict(winner: .target, reason: .newerEdit))
  }

  @Test func vector2PriorityWinsAtEqualTimes() {
    let result = merge((text("V1"), 1), (text("V2"), 1))
    #expect(result.source == text("V1") && result.target == text("V1"))
  }

  @Test(arguments: [Value.null, .string(""), .string(" ")]) func vector3EmptyNeverWinsAFirstMerge(empty: Value) {
    for times in [(1, 2), (2, 1), (1, 1)] as [(Int64, Int64)] {
      for conflict in [FlowDeclaration.Conflict.newest, .wins(.source), .wins(.target), .ask] {
        let right = merge((empty, times.0), (text("V2"), times.1), conflict: conflict)
        #expect(right.source == text("V2") && right.target == text("V2"))
        let left = merge((text("V2"), times.0), (empty, times.1), conflict: conflict)
        #expect(left.source == text("V2") && left.target == text("V2"))
        if case .conflict = right.step { Issue.record("an empty value is no rival") }
      }
    }
  }

  @Test func vector4ClearingIsAnUpdateAndTravels() {
    let result = merge((text("V2"), 1), (.null, 2), base: text("V2"))
    #expect(result.source == .null && result.target == .null)
  }

  @Test func vector5ListsThatMeetForTheFirstTimeAreUnited() {
    let result = merge((labels("V1"), 1), (labels("V2"), 2))
    #expect(result.source == labels("V1", "V2") && result.target == labels("V1", "V2"))
    let half = merge((labels("V1", "V2"), 1), (labels("V2"), 2))
    #expect(half.step == .union(labels("V1", "V2"), into: [.target]))
    #expect(merge((labels("V1", "V2"), 1), (labels("V2", "V1"), 2)).step == .moveBase)
  }

  @Test func vector6AnEmptyListTakesTheOther() {
    let result = merge((.list([]), 2), (labels("V2"), 1))
    #expect(result.source == labels("V2") && result.target == labels("V2"))
  }

  @Test func vector7RemovingFromALinkedListTravels() {
    let result = merge((labels("V1", "V2"), 1), (labels("V1"), 2), base: labels("V1", "V2"))
    #expect(result.source == labels("V1") && result.target == labels("V1"))
  }

  @Test func unknownTimesFallBackToThePriority() {
    for times in [(nil, 2), (1, nil), (nil, nil)] as [(Int64?, Int64?)] {
      let result = merge((text("V1"), times.0), (text("V2"), times.1), base: text("V0"))
      #expect(result.step == .conflict(winner: .source, reason: .priority))
    }
  }

  @Test func aWonConflictKeepsTheEditOfAOneWayTargetInTheLog() {
    let result = merge((text("V1"), 1), (text("V2"), 2), base: text("V0"), direction: .into(.target))
    #expect(result.step == .conflict(winner: .source, reason: .declared))
    let onlyTarget = merge((text("V0"), 1), (text("V2"), 2), base: text("V0"), direction: .into(.target))
    #expect(onlyTarget.step == .nothing)
  }
}

/// What both sides hold after a step.
func apply(_ step: MergePlan.Step, _ source: Value, _ target: Value) -> (Value, Value) {
  switch step {
  case .nothing, .moveBase, .ask: return (source, target)
  case .copy(let side): return side == .target ? (source, source) : (target, target)
  case .conflict(let winner, _): return winner == .source ? (source, source) : (target, target)
  case .union(let value, let sides):
    return (sides.contains(.source) ? value : source, sides.contains(.target) ? value : target)
  }
}
