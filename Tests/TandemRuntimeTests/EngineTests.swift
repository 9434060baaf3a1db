import TandemRuntime
import TandemValues
import Testing

@Suite struct EngineTests {
  @Test func everySourceGetsOneTargetWithItsValues() async throws {
    let world = World()
    await world.customer("Zoë", "zoe@x", city: "Ghent", more: [4: labels("a")])
    await world.customer("Bob")
    let report = try await world.run()
    #expect(report.counts().created == 2)
    let accounts = await world.accounts()
    #expect(accounts.map { $0[1] } == [text("Zoë"), text("Bob")])
    #expect(accounts[0][2] == text("zoe@x") && accounts[0][3] == text("Ghent") && accounts[0][4] == labels("a"))
    #expect(report.writes.map(\.symbol) == ["to be created #1", "to be created #2"])
    #expect(report.writes[0].title == "Zoë")
  }

  @Test func aSecondRunReadsAndWritesNothingAndLeavesNoTrace() async throws {
    let world = World([mapping(CustomerFlow.self), mapping(OrderFlow.self)])
    let zoe = await world.customer("Zoë", "zoe@x")
    await world.customer("Bob", more: [5: zoe.value])
    await world.crm.create([1: text("1"), 2: zoe.value, 4: .integer(3)], in: Order.schema)
    await world.account("Eve", "eve@x")
    try await world.run()
    let journal = await (world.crm.journal, world.erp.journal)
    for _ in 1...3 {
      let second = try await world.run()
      #expect(second.writeCount == 0)
      #expect(!second.isUnsettled)
    }
    #expect(await (world.crm.journal, world.erp.journal) == journal)
    // Reading back our own writes is one more run with news; the third has none.
    let runs = try await world.store.read { try $0.runs(limit: 10).count }
    #expect(runs <= 2)
  }

  @Test func editsTravelBothWays() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent")
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    try await world.run()
    #expect(await world.accounts()[0][3] == text("Bruges"))
    await world.erp.edit(account, [1: text("Zoé"), 3: .null], in: Account.schema)
    let report = try await world.run()
    #expect(report.counts().updatedSource == 1 && report.counts().updatedTarget == 0)
    #expect(await world.customers()[0][1] == text("Zoé"))
    #expect(await world.customers()[0][3] == .null, "clearing is an update and travels")
    #expect(report.writes[0].changes.map(\.property) == ["name", "city"])
    #expect(try await world.run().writeCount == 0)
  }

  @Test func editsOfDifferentPropertiesOnBothSidesBothArrive() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent")
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    await world.erp.edit(account, [1: text("Zoé")], in: Account.schema)
    let report = try await world.run()
    #expect(report.counts().conflicts == 0)
    #expect(await world.customers()[0][1] == text("Zoé"))
    #expect(await world.accounts()[0][3] == text("Bruges"))
  }

  @Test(arguments: [(100, 200, "ERP city"), (200, 100, "CRM city"), (150, 150, "CRM city")])
  func inAConflictTheNewestEditWinsAndTheLoserIsLogged(crmTime: Int64, erpTime: Int64, winner: String) async throws {
    let world = World()
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent", at: 1)
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.edit(zoe, [3: text("CRM city")], in: Customer.schema, at: crmTime)
    await world.erp.edit(account, [3: text("ERP city")], in: Account.schema, at: erpTime)
    #expect(try await world.run().counts().conflicts == 1)
    #expect(await world.customers()[0][3] == text(winner))
    #expect(await world.accounts()[0][3] == text(winner))
    let entry = try #require(try await world.conflicts().first)
    #expect(entry.property == "town" && entry.winningValue == text(winner))
    #expect([entry.winningValue, entry.losingValue].contains(text("CRM city")))
    #expect(entry.losingValue != entry.winningValue)
    #expect(try await world.run().writeCount == 0)
  }

  @Test func askLeavesBothSidesUntilAPersonMakesThemEqual() async throws {
    let world = World([mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(conflict: .ask))])
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent")
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.edit(zoe, [1: text("Zoe"), 3: text("A")], in: Customer.schema)
    await world.erp.edit(account, [3: text("B")], in: Account.schema)
    let report = try await world.run()
    #expect(report.flow()?.queued == 1 && report.needsPerson && !report.isUnsettled)
    #expect(await world.accounts()[0][3] == text("B"))
    #expect(await world.accounts()[0][1] == text("Zoe"), "the other properties go on")
    #expect(try await world.queue().first?.question == .conflict(property: "town"))
    await world.erp.edit(account, [3: text("A")], in: Account.schema)
    #expect(try await world.run().flow()?.queued == 0)
  }

  @Test func recordsThatMatchAreLinkedAndMergedNotDuplicated() async throws {
    let world = World()
    await world.customer("Zoë", "zoe@x", at: 10)
    await world.account("Zoe", "ZOE@x", city: "Ghent", at: 20)
    let report = try await world.run()
    #expect(report.counts().linked == 1 && report.counts().created == 0)
    #expect(await world.accounts().count == 1)
    #expect(await world.customers()[0][1] == text("Zoe"), "the newer value wins the first merge")
    #expect(await world.customers()[0][3] == text("Ghent"), "an empty value never wins a first merge")
    #expect(try await world.conflicts().map(\.property).sorted() == ["mail", "title"])
  }

  @Test func severalCandidatesAreQueuedNeitherPickedNorDuplicated() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", "zoe@x")
    let first = await world.account("A", "zoe@x")
    let second = await world.account("B", "zoe@x")
    let report = try await world.run()
    #expect(report.writeCount == 0 && report.flow()?.queued == 1)
    let entry = try #require(try await world.queue().first)
    #expect(entry.key == zoe)
    #expect(entry.question == .ambiguousMatch(alternative: 0, candidates: [first, second].sorted()))
    // A person makes the match unique.
    await world.erp.edit(first, [2: text("other@x")], in: Account.schema)
    let next = try await world.run()
    #expect(next.counts().linked == 1 && next.flow()?.queued == 0)
    #expect(try await world.target(of: zoe) == second)
    #expect(await world.accounts().count == 2)
  }

  @Test func twoSourcesForOneCandidateAreBothQueued() async throws {
    let world = World()
    await world.customer("Zoë", "zoe@x")
    await world.customer("Zoe", "zoe@x")
    await world.account("A", "zoe@x")
    let report = try await world.run()
    #expect(report.flow()?.queued == 2 && report.writeCount == 0)
  }

  @Test func anEarlierAlternativeHasTheBetterClaimInAnyOrder() async throws {
    for flipped in [false, true] {
      let world = World()
      // One matches by mail (the first alternative), the other by name (the second).
      let people = [("Zoë", "other@x"), ("Somebody", "zoe@x")]
      var keys: [RecordKey] = []
      for person in flipped ? people.reversed() : people { keys.append(await world.customer(person.0, person.1)) }
      let account = await world.account("Zoë", "zoe@x")
      let report = try await world.run()
      #expect(report.counts().linked == 1 && report.counts().created == 1)
      #expect(try await world.target(of: flipped ? keys[0] : keys[1]) == account)
    }
  }

  @Test func creationPoliciesAreKept() async throws {
    let never = World([mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(creation: .never))])
    let late = await never.customer("Zoë", "zoe@x")
    #expect(try await never.run().writeCount == 0)
    // The partner turns up later and is found from its own side.
    let account = await never.account("Zoë", "zoe@x")
    #expect(try await never.run().counts().linked == 1)
    #expect(try await never.target(of: late) == account)

    let conditional = World([mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(creation: .conditional))])
    await conditional.customer("A", more: [6: text("buyer")])
    let later = await conditional.customer("B")
    #expect(try await conditional.run().counts().created == 1)
    await conditional.crm.edit(later, [6: text("buyer")], in: Customer.schema)
    #expect(try await conditional.run().counts().created == 1)
  }

  @Test func leavingTheScopeIsNoDeletionAndComingBackUsesTheLink() async throws {
    let world = World([mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(sourceDeletion: .propagate))])
    let zoe = await world.customer("Zoë", "zoe@x")
    await world.customer("Hidden", more: [6: text("private")])
    #expect(try await world.run().counts().created == 1)
    let account = try #require(try await world.target(of: zoe))
    await world.crm.edit(zoe, [1: text("Secret"), 6: text("private")], in: Customer.schema)
    #expect(try await world.run().writeCount == 0)
    #expect(try await world.link(of: zoe)?.status == .live)
    await world.crm.edit(zoe, [6: .null], in: Customer.schema)
    #expect(try await world.run().counts().updatedTarget == 1)
    #expect(try await world.target(of: zoe) == account)
    #expect(await world.accounts().map { $0[1] } == [text("Secret")])
  }

  @Test func aHeldFlowIsNamedAndWritesNothing() async throws {
    let world = World([
      mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(held: "the table is empty")), mapping(OrderFlow.self),
    ])
    await world.customer("Zoë")
    let report = try await world.run()
    #expect(report.held.map(\.reason) == ["the table is empty"])
    #expect(report.flows.map(\.flow) == [OrderFlow.identifier])
    #expect(await world.accounts().isEmpty)
    #expect(
      try await StatusReport.make(from: world.store, flows: [world.dataflow]).flows[0].held == "the table is empty")
  }

  @Test func aLimitTakesSomeRecordsAndTheNextRunTheRest() async throws {
    var world = World()
    for index in 1...10 { await world.customer("C\(index)") }
    world.options.limitPerFlow = 4
    #expect(try await world.run().counts().created == 4)
    world.options.limitPerFlow = nil
    #expect(try await world.run().counts().created == 6)
    #expect(await world.accounts().count == 10)
  }

  @Test func smallPagesAndChunksGiveTheSameResult() async throws {
    var small = World()
    let large = World()
    small.options.pageSize = 1
    small.options.chunkSize = 1
    for world in [small, large] {
      var previous: RecordKey?
      for index in 1...7 {
        previous = await world.customer(
          "C\(index)", "c\(index)@x", more: previous.map { [5: $0.value] } ?? [:])
      }
      await world.account("Other", "c3@x", city: "Ghent")
      try await world.run()
    }
    #expect(
      await small.accounts().map { $0[1] }.sorted { "\($0)" < "\($1)" }
        == large.accounts().map { $0[1] }.sorted { "\($0)" < "\($1)" })
    #expect(await small.accounts().count == 7)
    #expect(try await small.run().writeCount == 0)
  }

  @Test func equalEditsOnBothSidesMoveTheBaseAndLaterEditsAreNoConflict() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", city: "Ghent")
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema, at: 100)
    await world.erp.edit(account, [3: text("Bruges")], in: Account.schema, at: 200)
    #expect(try await world.run().writeCount == 0)
    await world.crm.edit(zoe, [3: text("Lille")], in: Customer.schema, at: 150)
    let report = try await world.run()
    #expect(report.counts().conflicts == 0 && report.counts().updatedTarget == 1)
    #expect(await world.accounts()[0][3] == text("Lille"))
  }

  @Test func whatASystemDoesNotDeliverIsNotTakenForCleared() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", city: "Ghent")
    try await world.run()
    await world.crm.edit(zoe, [1: text("Zara"), 3: .absent], in: Customer.schema)
    let report = try await world.run()
    #expect(report.writes.map { $0.changes.map(\.property) } == [["title"]])
    #expect(await world.accounts()[0][3] == text("Ghent"))
  }

  @Test func directionsOfPropertiesAreKept() async throws {
    let directions: [Int: SharedProperty.Direction] = [
      0: .into(.target), 1: .atCreation, 2: .onlyIfEmpty(.target), 3: .into(.source),
    ]
    let world = World([
      mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(matching: [], directions: directions))
    ])
    let zoe = await world.customer("Zoë", "zoe@x", more: [4: labels("mine")])
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    #expect(await world.accounts()[0].values[1...4] == [text("Zoë"), text("zoe@x"), .null, .null])
    await world.crm.edit(zoe, [1: text("Zara"), 2: text("zara@x"), 3: text("Ghent")], in: Customer.schema)
    try await world.run()
    #expect(await world.accounts()[0].values[1...4] == [text("Zara"), text("zoe@x"), text("Ghent"), .null])
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    await world.erp.edit(account, [1: text("theirs"), 4: labels("theirs")], in: Account.schema)
    try await world.run()
    #expect(
      await world.accounts()[0].values[1...4] == [text("theirs"), text("zoe@x"), text("Ghent"), labels("theirs")])
    #expect(
      await world.customers()[0].values[1...4] == [text("Zara"), text("zara@x"), text("Bruges"), labels("theirs")])
    #expect(try await world.run().writeCount == 0)
  }

  @Test func oneSeedGivesOneHistory() async throws {
    var histories: [[PlannedWrite]] = []
    for _ in 1...2 {
      let world = World(KillTests.flows)
      await KillTests().prepare(world)
      let report = try await world.engine(operations: OperationIdentifiers(seed: 7)).run(.apply)
      #expect(report.writeCount > 5)
      histories.append(report.writes)
    }
    #expect(histories[0] == histories[1])
    #expect(OperationIdentifiers(seed: 7).next() != OperationIdentifiers(seed: 8).next())
    #expect(OperationIdentifiers().next().text.utf8.count == 36)
  }
}
