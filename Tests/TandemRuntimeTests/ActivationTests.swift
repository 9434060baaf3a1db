import TandemRuntime
import TandemValues
import Testing

@Suite struct ActivationTests {
  @Test func aNewRowIsAFirstMergeAndTheOldRowsKeepTheirBase() async throws {
    var world = World([mapping(OrderAccountFlow.self)])
    let order = await world.crm.create([1: text("1")], in: Order.schema)
    try await world.run()
    let flow = OrderAccountFlow.declaration.identifier
    let account = try #require(try await world.target(of: order, flow))
    await world.erp.edit(account, [1: text("edited")], in: Account.schema, at: 5)
    // A changed fingerprint: the base is not used, and the newer side wins with the loser in the log.
    world.flows = [mapping(OrderAccountFlow.self, OrderAccountFlow.makeDeclaration(fingerprint: 2))]
    let report = try await world.run()
    #expect(report.counts(flow).conflicts == 1)
    #expect(await world.accounts()[0][1] == text("1"), "the order was edited later than time 5")
    #expect(try await world.run().writeCount == 0)
  }

  @Test func anUnchangedMappingKeepsItsBases() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", city: "Ghent")
    try await world.run()
    let before = try await world.link(of: zoe)
    try await world.run()
    #expect(try await world.link(of: zoe) == before)
    #expect(before?.base.source[2] == text("Ghent"))
  }

  @Test func quarantinedRecordsAreTriedAgainWhenTheMappingChanges() async throws {
    var world = World()
    await world.crm.create([1: text("Zoë")], in: Customer.schema)
    await world.erp.setFault { _, _ in .reject(.invalid(reason: "no")) }
    try await world.run()
    await world.erp.setFault(nil)
    #expect(try await world.run().counts().created == 0)
    world.flows = [mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(fingerprint: 2))]
    let report = try await world.run()
    #expect(report.counts().created == 1 && report.flow()?.quarantined == 0)
  }

  @Test func aMergeTableThatComesLaterFindsOldRecords() async throws {
    var world = World([mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(creation: .never, matching: []))])
    await world.customer("Zoë", "zoe@x")
    await world.account("Zoe", "zoe@x")
    #expect(try await world.run().counts().linked == 0)
    world.flows = [mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(creation: .never))]
    #expect(try await world.run().counts().linked == 1)
  }

  @Test func linkOnlyLinksWhatMatchesAndLeavesTheRestAlone() async throws {
    let world = World([mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(firstRun: .linkOnly))])
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent")
    await world.account("Zoe", "zoe@x")
    await world.customer("Alone", "alone@x")
    let report = try await world.run()
    #expect(report.counts().linked == 1 && report.writeCount == 0)
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    await world.customer("New", "new@x")
    let next = try await world.run()
    #expect(next.counts().created == 1 && next.counts().updatedTarget == 1)
    #expect(await world.accounts().map { $0[1] } == [text("Zoe"), text("New")])
  }

  @Test func newRecordsOnlyLeavesExistingOnesOut() async throws {
    let world = World([mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(firstRun: .newRecordsOnly))])
    let old = await world.customer("Old", "old@x")
    await world.account("Old", "old@x")
    #expect(try await world.run().writeCount == 0)
    await world.crm.edit(old, [1: text("Still old")], in: Customer.schema)
    await world.customer("New", "new@x")
    let report = try await world.run()
    #expect(report.counts().created == 1 && report.counts().linked == 0)
  }

  @Test func theStatusTellsHowFlowsStand() async throws {
    let world = World([mapping(CustomerFlow.self), mapping(OrderFlow.self)])
    await world.customer("Zoë", "zoe@x")
    let fresh = try await StatusReport.make(from: world.store, flows: [world.dataflow])
    #expect(fresh.flows.map(\.isActive) == [false, false] && fresh.lastRun == nil)
    try await world.run()
    let status = try await StatusReport.make(from: world.store, flows: [world.dataflow])
    #expect(status.flows[0].links == 1 && status.flows[0].isActive && status.lastRun?.number == 1)
    let other = try await StatusReport.make(from: world.store, flows: [])
    #expect(other.unclaimed.count == 2, "links that no document claims are reported")
  }
}
