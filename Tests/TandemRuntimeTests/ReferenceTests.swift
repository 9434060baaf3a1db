import TandemRuntime
import TandemValues
import Testing

@Suite struct ReferenceTests {
  static let connection = FlowDeclaration.Creation.connected([
    .init(entity: Order.schema.reference, property: 2, flow: OrderFlow.identifier)
  ])

  @Test func aReferenceHoldsTheKeyOfTheLinkedRecordWhateverTheOrderOfTheFlows() async throws {
    for flows in [
      [mapping(OrderFlow.self), mapping(CustomerFlow.self)], [mapping(CustomerFlow.self), mapping(OrderFlow.self)],
    ] {
      let world = World(flows)
      let zoe = await world.customer("Zoë")
      await world.crm.create([1: text("1"), 2: zoe.value], in: Order.schema)
      let report = try await world.run()
      #expect(report.flows.map(\.flow) == [CustomerFlow.identifier, OrderFlow.identifier])
      let account = try #require(try await world.target(of: zoe))
      #expect(await world.invoices().map { $0[2] } == [account.value])
      #expect(report.writeCount == 2, "the referred record comes first, so nothing is deferred")
    }
  }

  @Test func aCycleIsCreatedInTwoPhases() async throws {
    let world = World()
    let left = await world.customer("Left")
    let right = await world.customer("Right", more: [5: left.value])
    await world.crm.edit(left, [5: right.value], in: Customer.schema)
    let report = try await world.run()
    #expect(report.counts().created == 2 && report.counts().updatedTarget == 2 && !report.isUnsettled)
    let accounts = await world.accounts()
    #expect(accounts[0][5] == accounts[1][0] && accounts[1][5] == accounts[0][0])
    #expect(report.flow()?.waiting == 0)
    #expect(try await world.run().writeCount == 0)
  }

  @Test func aLongChainOfRequiredParentsIsCreatedFromTheRoot() async throws {
    var world = World([
      mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(translations: CustomerFlow.parent, required: [4]))
    ])
    world.options.chunkSize = 4
    // The root comes last, so that every other one has to wait.
    var keys: [RecordKey] = []
    for index in 1...30 { keys.append(await world.customer("C\(index)")) }
    for (child, parent) in zip(keys, keys.dropFirst()) {
      await world.crm.edit(child, [5: parent.value], in: Customer.schema)
    }
    let report = try await world.run()
    #expect(report.counts().created == 30 && report.counts().updatedTarget == 0 && !report.isUnsettled)
    #expect(report.flow()?.waiting == 0)
  }

  @Test func aDeferredReferenceIsFilledInWhenItsRecordGetsALink() async throws {
    let world = World([
      mapping(
        CustomerFlow.self, CustomerFlow.makeDeclaration(creation: .conditional, translations: CustomerFlow.parent)),
      mapping(OrderFlow.self),
    ])
    let zoe = await world.customer("Zoë")
    await world.crm.create([1: text("1"), 2: zoe.value], in: Order.schema)
    let report = try await world.run()
    #expect(await world.invoices().map { $0[2] } == [.null], "no write carries an untranslated key")
    #expect(report.flow(OrderFlow.identifier)?.waiting == 1)
    #expect(try await world.run().writeCount == 0)
    await world.crm.edit(zoe, [6: text("buyer")], in: Customer.schema)
    let next = try await world.run()
    #expect(next.counts(OrderFlow.identifier).updatedTarget == 1 && next.flow(OrderFlow.identifier)?.waiting == 0)
    let account = try #require(try await world.target(of: zoe))
    #expect(await world.invoices().map { $0[2] } == [account.value])
  }

  @Test func aRequiredReferenceHoldsBackTheCreate() async throws {
    let world = World([
      mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(creation: .conditional)),
      mapping(OrderFlow.self, OrderFlow.makeDeclaration(translations: OrderFlow.translations, required: [1])),
    ])
    let zoe = await world.customer("Zoë")
    await world.crm.create([1: text("1"), 2: zoe.value], in: Order.schema)
    await world.crm.create([1: text("2")], in: Order.schema)
    #expect(try await world.run().flow(OrderFlow.identifier)?.waiting == 1)
    #expect(await world.invoices().map { $0[1] } == [text("2")], "a reference without a key has nothing to wait for")
    await world.crm.edit(zoe, [6: text("buyer")], in: Customer.schema)
    try await world.run()
    #expect(await world.invoices().count == 2)
  }

  @Test func aTargetThatRefersToAnUnlinkedRecordIsLeftAloneUntilThatHasALink() async throws {
    let world = World([mapping(CustomerFlow.self), mapping(OrderFlow.self)])
    let zoe = await world.customer("Zoë", "zoe@x")
    let order = await world.crm.create([1: text("1"), 2: zoe.value], in: Order.schema)
    try await world.run()
    let foreign = await world.account("Foreign", "foreign@x")
    let invoice = try #require(try await world.target(of: order, OrderFlow.identifier))
    await world.erp.edit(invoice, [2: foreign.value, 4: .integer(9)], in: Invoice.schema)
    let report = try await world.run()
    #expect(report.writes.map { $0.changes.map(\.property) } == [["amount"]], "only what can be translated travels")
    #expect(await world.invoices()[0][2] == foreign.value)
    let partner = await world.customer("Foreign", "foreign@x")
    try await world.run()
    #expect(await world.crm.contents(of: Order.schema)[0][2] == partner.value)
  }

  @Test func aNaturalKeyIsTranslatedIntoTheKeyOfTheLookedUpRecordAndBack() async throws {
    let world = World([mapping(OrderFlow.self)])
    let euro = await world.erp.create([1: text("EUR")], in: Currency.schema)
    let dollar = await world.erp.create([1: text("USD")], in: Currency.schema)
    let order = await world.crm.create([1: text("1"), 3: text(" EUR")], in: Order.schema)
    try await world.run()
    #expect(await world.invoices()[0][3] == euro.value)
    #expect(try await world.run().writeCount == 0, "a blank more in the natural key is no edit")
    let invoice = try #require(try await world.target(of: order, OrderFlow.identifier))
    await world.erp.edit(invoice, [3: dollar.value], in: Invoice.schema)
    try await world.run()
    #expect(await world.crm.contents(of: Order.schema)[0][3] == text("USD"))
  }

  @Test func aMissingNaturalKeySetsARequiredRecordAsideUntilItTurnsUp() async throws {
    let world = World([
      mapping(OrderFlow.self, OrderFlow.makeDeclaration(translations: OrderFlow.translations, required: [2]))
    ])
    await world.crm.create([1: text("1"), 3: text("XYZ")], in: Order.schema)
    let report = try await world.run()
    #expect(report.flow(OrderFlow.identifier)?.quarantined == 1)
    let entry = try #require(try await world.quarantine().first)
    #expect(entry.reason == "currencyId: no ERP Currency has this code")
    #expect(!entry.reason.contains("XYZ"))
    await world.erp.create([1: text("XYZ")], in: Currency.schema)
    let next = try await world.run()
    #expect(next.counts(OrderFlow.identifier).created == 1 && next.flow(OrderFlow.identifier)?.quarantined == 0)
  }

  @Test func aMissingOptionalNaturalKeyIsLeftOutReportedAndFilledInLater() async throws {
    let world = World([mapping(OrderFlow.self)])
    await world.crm.create([1: text("1"), 3: text("XYZ")], in: Order.schema)
    let report = try await world.run()
    #expect(report.notes.contains { $0.contains("currencyId is left out where no ERP Currency has this code") })
    #expect(await world.invoices().count == 1)
    let key = await world.erp.create([1: text("XYZ")], in: Currency.schema)
    try await world.run()
    #expect(await world.invoices()[0][3] == key.value)
  }

  @Test func aConnectedRecordIsCreatedOnceSomethingThatRefersToItIsSynchronised() async throws {
    let world = World([
      mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(creation: Self.connection)), mapping(OrderFlow.self),
    ])
    let zoe = await world.customer("Zoë")
    await world.customer("Lonely")
    #expect(try await world.run().writeCount == 0)
    await world.crm.create([1: text("1"), 2: zoe.value], in: Order.schema)
    try await world.run()
    #expect(await world.accounts().map { $0[1] } == [text("Zoë")])
    #expect(await world.invoices().map { $0[2] } == [await world.accounts()[0][0]])
  }

  @Test func aRequiredReferenceToAConnectedRecordIsNoDeadlock() async throws {
    let world = World([
      mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(creation: Self.connection)),
      mapping(OrderFlow.self, OrderFlow.makeDeclaration(translations: OrderFlow.translations, required: [1])),
    ])
    let zoe = await world.customer("Zoë")
    await world.customer("Lonely")
    await world.crm.create([1: text("1"), 2: zoe.value], in: Order.schema)
    let report = try await world.run()
    #expect(await world.accounts().count == 1)
    #expect(await world.invoices().count == 1)
    #expect(!report.isUnsettled)
  }
}
