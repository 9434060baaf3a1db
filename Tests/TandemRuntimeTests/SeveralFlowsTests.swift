import TandemRuntime
import TandemValues
import Testing

@Suite struct SeveralFlowsTests {
  static let customer = mapping(CustomerFlow.self)
  static let buyer = mapping(BuyerFlow.self)
  static let both = mapping(CustomerBuyerFlow.self)

  static let orders: [[FlowMapping]] = [
    [customer, buyer, both], [customer, both, buyer], [buyer, customer, both], [buyer, both, customer],
    [both, customer, buyer], [both, buyer, customer],
  ]

  func people(_ world: World) async {
    for index in 1...3 { await world.customer("C\(index)", "p\(index)@x", city: "CRM \(index)", at: Int64(index)) }
    for index in 2...4 {
      await world.shop.create(
        [1: text("S\(index)"), 2: text("p\(index)@x"), 3: text("SHOP \(index)")], in: Buyer.schema,
        at: Int64(10 - index))
    }
    await world.account("A3", "p3@x", city: nil, at: 5)
  }

  @Test func everyOrderOfTheFlowsEndsInOneState() async throws {
    var states: [[String]] = []
    for flows in Self.orders {
      let world = World(flows)
      await people(world)
      let report = try await world.run()
      #expect(!report.isUnsettled)
      // Three edits of one person in three systems: the newest is that of the shop, whichever flow meets it first.
      for record in await world.customers() where record[2] == text("p2@x") {
        await world.crm.edit(record.key, [3: text("oldest"), 1: text("N2")], in: Customer.schema, at: 1_000)
      }
      for record in await world.accounts() where record[2] == text("p2@x") {
        await world.erp.edit(record.key, [3: text("middle")], in: Account.schema, at: 2_000)
      }
      for record in await world.shop.contents(of: Buyer.schema) where record[2] == text("p2@x") {
        await world.shop.edit(record.key, [3: text("newest")], in: Buyer.schema, at: 3_000)
      }
      #expect(!(try await world.run().isUnsettled))
      #expect(try await world.run().writeCount == 0)
      states.append(await world.visible())
      for record in await world.accounts() where record[2] == text("p2@x") {
        #expect(record[3] == text("newest") && record[1] == text("N2"))
      }
    }
    for state in states { #expect(state == states[0]) }
  }

  @Test func anOlderEditNeverBeatsANewerOneAcrossAHop() async throws {
    for flows in [[Self.customer, Self.buyer], [Self.buyer, Self.customer]] {
      let world = World(flows)
      let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent", at: 1)
      let buyer = await world.shop.create(
        [1: text("Zoë"), 2: text("zoe@x"), 3: text("Ghent")], in: Buyer.schema, at: 1)
      try await world.run()
      #expect(await world.accounts().count == 1)
      await world.crm.edit(zoe, [3: text("old")], in: Customer.schema, at: 100)
      await world.shop.edit(buyer, [3: text("new")], in: Buyer.schema, at: 200)
      try await world.run()
      #expect(await world.accounts()[0][3] == text("new"))
      #expect(await world.customers()[0][3] == text("new"))
      #expect(await world.shop.contents(of: Buyer.schema)[0][3] == text("new"))
      #expect(try await world.conflicts().map(\.losingValue) == [text("old")], "the loser is named once")
      #expect(try await world.run().writeCount == 0)
    }
  }

  @Test func anEditThatIsReadInALaterRunStillLosesAgainstANewerOne() async throws {
    var world = World([Self.customer, Self.buyer])
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent", at: 1)
    let buyer = await world.shop.create([1: text("Zoë"), 2: text("zoe@x"), 3: text("Ghent")], in: Buyer.schema, at: 1)
    try await world.run()
    await world.shop.edit(buyer, [3: text("newer")], in: Buyer.schema, at: 200)
    world.options.flows = [Self.buyer.declaration.identifier]
    try await world.run()
    #expect(await world.accounts()[0][3] == text("newer"))
    // The customer was edited before, but this is only seen now; our own write to the account is no user's edit.
    await world.crm.edit(zoe, [3: text("older")], in: Customer.schema, at: 100)
    world.options.flows = nil
    try await world.run()
    #expect(await world.customers()[0][3] == text("newer"))
  }

  @Test func aLostAnswerDoesNotMakeAnEditYounger() async throws {
    let world = World([Self.customer, Self.buyer])
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent", at: 1)
    let buyer = await world.shop.create([1: text("Zoë"), 2: text("zoe@x"), 3: text("Ghent")], in: Buyer.schema, at: 1)
    try await world.run()
    await world.crm.edit(zoe, [3: text("old")], in: Customer.schema, at: 100)
    await world.shop.edit(buyer, [3: text("new")], in: Buyer.schema, at: 200)
    let counter = Counter()
    await world.erp.setFault { _, _ in counter.next() == 1 ? .loseAnswer : nil }
    try await world.run()
    #expect(await world.accounts()[0][3] == text("new"))
    #expect(await world.customers()[0][3] == text("new"))
  }

  @Test func withoutAMergeTableEachFlowMakesItsOwnRecord() async throws {
    let world = World([mapping(CustomerFlow.self), mapping(OrderAccountFlow.self)])
    await world.customer("Same")
    await world.crm.create([1: text("Same")], in: Order.schema)
    try await world.run()
    #expect(await world.accounts().count == 2)
    #expect(try await world.run().writeCount == 0)
  }

  @Test func selectionOfAFlowLosesNothingForTheOthers() async throws {
    var world = World([Self.customer, Self.buyer])
    let zoe = await world.customer("Zoë", "zoe@x", city: "Ghent")
    await world.shop.create([1: text("Zoë"), 2: text("zoe@x"), 3: text("Ghent")], in: Buyer.schema)
    try await world.run()
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    world.options.flows = [CustomerFlow.identifier]
    try await world.run()
    #expect(await world.shop.contents(of: Buyer.schema)[0][3] == text("Ghent"))
    world.options.flows = [Self.buyer.declaration.identifier]
    try await world.run()
    #expect(await world.shop.contents(of: Buyer.schema)[0][3] == text("Bruges"))
  }

  @Test func aPairDeclaredTwiceIsHeldTheSecondTime() async throws {
    let world = World([Self.customer, Self.customer])
    let report = try await world.run()
    #expect(report.held.count == 1 && report.flows.count == 1)
  }
}
