import TandemRuntime
import TandemValues
import Testing

/// What the operator reads about single records.
@Suite struct WordingTests {
  @Test func aRefusalNamesTheRecordThatRefusesAndTheOneThatTheValueComesFrom() async throws {
    let world = World()
    let zoe = await world.customer("Zoë")
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.setFault { _, _ in .reject(.invalid(reason: "'name' must have a value")) }
    await world.erp.edit(account, [1: .null], in: Account.schema)
    try await world.run()
    #expect(
      try await world.quarantine().map(\.reason)
        == ["CRM Customer 1 refuses what ERP Account Account-1 says: 'name' must have a value"])
    await world.crm.setFault(nil)
    await world.erp.setFault { _, _ in .reject(.invalid(reason: "'title' is too long")) }
    let bob = await world.customer("Bob")
    try await world.run()
    #expect(
      try await world.quarantine().first { $0.key == bob }?.reason
        == "ERP Account refuses what CRM Customer 2 says: 'title' is too long")
  }

  @Test func recordsThatNeedAPersonAreNotCountedAsWaitingAsWell() async throws {
    let world = World()
    for index in 1...3 {
      await world.customer("C\(index)", "c\(index)@x")
      for copy in 1...2 { await world.account("A\(index).\(copy)", "c\(index)@x") }
    }
    let report = try await world.run()
    #expect(report.flow()?.queued == 3 && report.flow()?.waiting == 0)
    let status = try await StatusReport.make(from: world.store, flows: [world.dataflow])
    #expect(status.flows.map(\.waiting) == [0] && status.flows.map(\.queued) == [3])
  }

  @Test func recordsThatAreSetAsideAreNotCountedAsWaitingAndTheOthersAre() async throws {
    let declaration = OrderFlow.makeDeclaration(translations: OrderFlow.translations, required: [2])
    let world = World([
      mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(creation: .never)), mapping(OrderFlow.self, declaration),
    ])
    let zoe = await world.customer("Zoë")
    await world.crm.create([1: text("1"), 3: text("EUR"), 4: .integer(3)], in: Order.schema)
    await world.crm.create([1: text("2"), 2: zoe.value, 4: .integer(3)], in: Order.schema)
    let report = try await world.run().flow(OrderFlow.identifier)
    #expect(report?.quarantined == 1 && report?.waiting == 1)
  }

  func reasons(_ report: RunReport) -> [String] { report.writes.flatMap(\.changes).map { "\($0.property): \($0.why)" } }

  @Test func aFirstMergeIsNotToldAsAnEdit() async throws {
    let world = World()
    await world.customer("Zoë", "zoe@x", city: "Ghent", at: 100)
    await world.account("Zoë B", "zoe@x", at: 200, more: [6: text("new")])
    #expect(
      try await reasons(world.run()) == [
        "town: first merge: only CRM has a value", "name: first merge: the newer edit, in ERP, wins",
      ])
  }

  @Test func aCreateSaysSoAndAnEditNamesItsSide() async throws {
    let world = World()
    let zoe = await world.customer("Zoë")
    #expect(try await reasons(world.run()) == ["title: created"])
    await world.crm.edit(zoe, [1: text("Zara")], in: Customer.schema)
    #expect(try await reasons(world.run()) == ["title: the source changed"])
  }

  @Test(arguments: [
    (FlowDeclaration.Conflict.wins(.target), 100, 200, "name: conflict: ERP wins, as the document says"),
    (.newest, 100, 200, "name: conflict: the newer edit, in ERP, wins"),
    (.newest, 100, 100, "title: conflict: CRM wins, as neither edit is newer"),
  ])
  func aConflictNamesWhoWinsAndWhy(
    _ policy: FlowDeclaration.Conflict, _ left: Int64, _ right: Int64, _ words: String
  ) async throws {
    let world = World([mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(conflict: policy))])
    let zoe = await world.customer("Zoë", at: 1)
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.edit(zoe, [1: text("Zara")], in: Customer.schema, at: left)
    await world.erp.edit(account, [1: text("Zita")], in: Account.schema, at: right)
    #expect(try await reasons(world.run()) == [words])
  }
}
