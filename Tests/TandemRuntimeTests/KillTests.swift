import TandemRuntime
import TandemValues
import Testing

@Suite struct KillTests {
  static let flows = [mapping(OrderFlow.self), mapping(CustomerFlow.self), mapping(BuyerFlow.self)]

  /// Some records on all sides, a part of them matching, with references; `phase` 1 edits them.
  func prepare(_ world: World) async {
    await world.erp.create([1: text("EUR")], in: Currency.schema)
    var previous: RecordKey?
    for index in 1...4 {
      let key = await world.customer(
        "C\(index)", "c\(index)@x", city: "Ghent", at: Int64(index), more: previous.map { [5: $0.value] } ?? [:])
      await world.crm.create(
        [1: text("\(index)"), 2: key.value, 3: text("EUR"), 4: .integer(Int64(index))], in: Order.schema,
        at: Int64(index))
      previous = key
    }
    await world.account("Other", "c2@x", at: 50)
    for index in 4...5 {
      await world.shop.create([1: text("B\(index)"), 2: text("c\(index)@x")], in: Buyer.schema, at: Int64(100 + index))
    }
  }

  func edit(_ world: World) async throws {
    let customers = await world.customers()
    await world.crm.edit(customers[0].key, [3: text("Bruges")], in: Customer.schema, at: 1_000)
    await world.crm.edit(customers[1].key, [1: text("Left")], in: Customer.schema, at: 1_001)
    let account = try #require(try await world.target(of: customers[1].key))
    await world.erp.edit(account, [1: text("Right")], in: Account.schema, at: 1_002)
    let other = try #require(try await world.target(of: customers[2].key))
    await world.erp.edit(other, [3: text("Lille")], in: Account.schema, at: 1_003)
    await world.customer("New", "new@x", at: 1_004)
  }

  func runKilled(_ world: World, at effect: Int) async throws -> Bool {
    let killer = KillSwitch(at: effect)
    let engine = world.engine(
      connectors: [world.crm, world.erp, world.shop].map { MortalConnector(inner: $0, killer: killer) },
      store: MortalStore(inner: world.store, killer: killer))
    do {
      _ = try await engine.run(.apply)
    } catch {
      return true
    }
    return killer.isDead
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 1), (256, 100)])
  func killedAtAnyEffectTheNextRunEndsInTheSameState(chunk: Int, batch: Int) async throws {
    func make() -> World {
      var world = World(Self.flows, batchLimit: batch)
      world.options.chunkSize = chunk
      world.options.pageSize = chunk
      return world
    }
    let calm = make()
    await prepare(calm)
    try await calm.run()
    try await edit(calm)
    try await calm.run()
    let expected = await names(calm)

    var kills = 0
    for effect in 1...1_000 {
      let before = kills
      for phase in 1...2 {
        let world = make()
        await prepare(world)
        if phase == 2 {
          try await world.run()
          try await edit(world)
        }
        let wasKilled = try await runKilled(world, at: effect)
        try await checkLinks(world, "after a kill at \(effect) in phase \(phase)")
        if wasKilled { kills += 1 }
        let next = try await world.run()
        #expect(!next.isUnsettled && next.unresolved.isEmpty && next.flows.allSatisfy { $0.quarantined == 0 })
        if phase == 1 {
          try await edit(world)
          try await world.run()
        }
        let found = await names(world)
        #expect(found == expected, "killed at \(effect) in phase \(phase)")
        try await checkLinks(world, "at the end of a kill at \(effect)")
        #expect(try await world.run().writeCount == 0)
      }
      if kills == before { break }
    }
    #expect(kills > (chunk == 1 ? 150 : 40), "the runs must have had effects to be killed at")
  }

  /// What users see, with references replaced by the names of what they refer to.
  func names(_ world: World) async -> [String] {
    var names: [Value: Value] = [:]
    for record in await world.customers() + world.accounts() { names[record.key.value] = record[1] }
    var lines: [String] = []
    for record in await world.customers() {
      lines.append("customer \(record.values[1...4]) \(names[record[5]] ?? .null)")
    }
    for record in await world.accounts() {
      lines.append("account \(record.values[1...4]) \(names[record[5]] ?? .null)")
    }
    for record in await world.invoices() {
      lines.append("invoice \(record[1]) \(names[record[2]] ?? .null) \(record[3]) \(record[4])")
    }
    for record in await world.shop.contents(of: Buyer.schema) { lines.append("buyer \(record.values[1...3])") }
    return lines.sorted()
  }

  /// Every source has at most one target and every target at most one source, at any time.
  func checkLinks(_ world: World, _ when: String) async throws {
    for flow in Self.flows {
      let links = try await world.store.read { try $0.links(flow.declaration.identifier, after: nil, limit: 1_000) }
      #expect(Set(links.map(\.target)).count == links.count, "\(when)")
    }
    let creates = await world.erp.journal.filter { $0 == "create ERP Account" }.count
    let invoices = await world.erp.journal.filter { $0 == "create ERP Invoice" }.count
    #expect(creates <= 5 && invoices <= 4, "\(when): \(creates) accounts and \(invoices) invoices were created")
  }

  @Test func aLostAnswerIsResolvedInTheNextRunAndNeverSentAgain() async throws {
    let world = World()
    await world.customer("Zoë")
    await world.erp.setFault { _, _ in .loseAnswer }
    let first = try await world.run()
    #expect(first.unresolved.count == 1 && first.counts().unknown == 1 && first.counts().created == 0)
    await world.erp.setFault(nil)
    let second = try await world.run()
    #expect(second.unresolved.isEmpty && second.counts().created == 1 && second.writeCount == 0)
    #expect(await world.accounts().count == 1)
    #expect(try await world.run().writeCount == 0)
  }

  @Test func aLostRequestIsSentOnceItIsKnownThatItDidNotHappen() async throws {
    let world = World()
    await world.customer("Zoë")
    await world.erp.setFault { _, _ in .loseRequest }
    try await world.run()
    await world.erp.setFault(nil)
    #expect(try await world.run().counts().created == 1)
    #expect(await world.accounts().count == 1)
  }

  @Test func withoutAnyGuaranteeALostAnswerWaitsForAPerson() async throws {
    let world = World(guarantee: .none)
    let zoe = await world.customer("Zoë")
    await world.erp.setFault { _, _ in .loseAnswer }
    try await world.run()
    await world.erp.setFault(nil)
    for _ in 1...2 {
      let report = try await world.run()
      #expect(report.unresolved.count == 1 && report.flow()?.quarantined == 1 && !report.isUnsettled)
      await world.crm.edit(zoe, [3: text("Ghent")], in: Customer.schema)
    }
    #expect(try await world.quarantine()[0].reason.hasPrefix("outcome unknown"))
    #expect(await world.accounts().count == 1, "never sent again blind")
  }

  @Test func anEditBetweenALostAnswerAndItsResolutionStillTravels() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent")
    await world.erp.setFault { _, _ in .loseAnswer }
    try await world.run()
    await world.erp.setFault(nil)
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    try await world.run()
    #expect(await world.accounts().map { $0[3] } == [text("Bruges")])
    #expect(await world.customers().map { $0[3] } == [text("Bruges")])
    #expect(try await world.conflicts().isEmpty)
  }

  @Test func anEditThatIsReadBeforeTheResolutionStillTravels() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent")
    await world.erp.setFault { _, _ in .loseAnswer }
    try await world.run()
    await world.erp.setFault(nil)
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    let report = try await world.engine(connectors: [world.crm, SilentResolution(inner: world.erp)]).run(.apply)
    #expect(report.unresolved.count == 1 && report.failures.count == 1 && report.writeCount == 0)
    let next = try await world.run()
    #expect(next.counts().created == 1 && next.counts().updatedTarget == 1)
    #expect(await world.accounts().map { $0[3] } == [text("Bruges")])
    #expect(try await world.conflicts().isEmpty)
  }

  @Test func aLostAnswerToAnUpdateIsComparedNotRepeated() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", city: "Ghent")
    try await world.run()
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    await world.erp.setFault { _, _ in .loseAnswer }
    let report = try await world.run()
    #expect(report.counts().unknown == 1 && !report.isUnsettled)
    await world.erp.setFault(nil)
    #expect(try await world.run().writeCount == 0)
    #expect(await world.erp.journal.filter { $0.hasPrefix("update") }.count == 1)
  }
}
