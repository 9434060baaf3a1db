import TandemRuntime
import TandemValues
import Testing

/// A plan lists exactly the writes that apply performs, and itself writes nothing, not even state.
@Suite struct PlanTests {
  /// Writes as text, with keys of created records replaced by their symbols.
  func lines(_ report: RunReport) -> [String] {
    var symbols: [EntityReference: [Value: String]] = [:]
    for write in report.writes {
      if let symbol = write.symbol { symbols[write.entity, default: [:]][write.key.value] = symbol }
    }
    // Only accounts have keys of text, and only they are referred to.
    func show(_ value: Value, _ entity: EntityReference = Account.schema.reference) -> String {
      symbols[entity]?[value] ?? "\(value)"
    }
    func partner(_ write: PlannedWrite) -> EntityReference {
      let flow = KillTests.flows + [mapping(CustomerBuyerFlow.self)]
      let declaration = flow.first { $0.declaration.identifier == write.flow }?.declaration
      return (write.side == .target ? declaration?.source : declaration?.target) ?? write.entity
    }
    return report.writes.map { write in
      let changes = write.changes.map { "\($0.property): \(show($0.from)) -> \(show($0.to)) (\($0.why))" }
      return
        "\(write.flow) \(write.action) \(write.entity) \(show(write.key.value, write.entity)) of \(show(write.partner.value, partner(write))) "
        + "\(write.title ?? "-"): \(changes)"
    }
  }

  @Test func aPlanListsWhatApplyWrites() async throws {
    let world = World(KillTests.flows + [mapping(CustomerBuyerFlow.self)])
    let kills = KillTests()
    await kills.prepare(world)
    let left = await world.customer("Left")
    let right = await world.customer("Right", more: [5: left.value])
    await world.crm.edit(left, [5: right.value], in: Customer.schema)
    for phase in 1...2 {
      let before = await world.visible()
      let plan = try await world.run(.plan)
      #expect(await world.visible() == before && plan.isPlan)
      let runs = try await world.store.read { try $0.runs(limit: 10).count }
      #expect(runs == phase - 1, "a plan leaves no trace")
      let repeated = try await world.run(.plan)
      #expect(lines(repeated) == lines(plan))
      let report = try await world.run()
      #expect(lines(report) == lines(plan))
      #expect(report.writeCount == plan.writeCount && report.writeCount > (phase == 1 ? 10 : 5))
      #expect(report.flows.map(\.counts) == plan.flows.map(\.counts))
      if phase == 1 { try await kills.edit(world) }
    }
    #expect(try await world.run(.plan).writeCount == 0)
  }

  @Test func aPlanNamesKeysThatDoNotExistYet() async throws {
    let world = World([mapping(CustomerFlow.self), mapping(OrderFlow.self)])
    let zoe = await world.customer("Zoë")
    await world.crm.create([1: text("1"), 2: zoe.value], in: Order.schema)
    let plan = try await world.run(.plan)
    #expect(lines(plan).last?.contains("account: null -> to be created #1") == true)
    #expect(try await world.store.read { try $0.observationCount(of: Customer.schema.reference) } == 0)
  }

  @Test func detailsAreLimitedAndCountsAreNot() async throws {
    var world = World()
    for index in 1...10 { await world.customer("C\(index)") }
    world.options.detailLimit = 3
    let report = try await world.run(.plan)
    #expect(report.writes.count == 3 && report.writeCount == 10 && report.counts().created == 10)
  }
}
