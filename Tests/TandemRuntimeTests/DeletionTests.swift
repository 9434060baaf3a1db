import TandemRuntime
import TandemValues
import Testing

@Suite struct DeletionTests {
  func world(
    source: FlowDeclaration.Deletion = .ignore, target: FlowDeclaration.Deletion = .ignore
  ) async throws -> (World, RecordKey, RecordKey) {
    let world = World([
      mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(sourceDeletion: source, targetDeletion: target))
    ])
    let zoe = await world.customer("Zoë", "zoe@x")
    try await world.run()
    return (world, zoe, try #require(try await world.target(of: zoe)))
  }

  @Test func anIgnoredDeletionLeavesATombstoneAndNothingIsCreatedAgain() async throws {
    let (world, zoe, account) = try await world()
    await world.erp.delete(account, in: Account.schema)
    #expect(try await world.run().writeCount == 0)
    #expect(try await world.link(of: zoe)?.status == .tombstone)
    await world.crm.edit(zoe, [1: text("Edited")], in: Customer.schema)
    #expect(try await world.run().writeCount == 0)
    #expect(await world.accounts().isEmpty)
    #expect(await world.customers().count == 1)
  }

  @Test func propagationDeletesThePartnerOnce() async throws {
    let (world, zoe, _) = try await world(source: .propagate)
    await world.crm.delete(zoe, in: Customer.schema)
    let report = try await world.run()
    #expect(report.counts().deletedTarget == 1 && report.writes.map(\.action) == [.delete])
    #expect(await world.accounts().isEmpty)
    #expect(try await world.run().writeCount == 0)
    let (other, _, account) = try await self.world(target: .propagate)
    await other.erp.delete(account, in: Account.schema)
    #expect(try await other.run().counts().deletedSource == 1)
    #expect(await other.customers().isEmpty)
  }

  @Test func anEditWinsOverADeletion() async throws {
    let (world, zoe, account) = try await world(source: .propagate)
    await world.crm.delete(zoe, in: Customer.schema)
    await world.erp.edit(account, [3: text("Ghent")], in: Account.schema)
    let report = try await world.run()
    #expect(report.counts().editsKept == 1 && report.writeCount == 0)
    #expect(await world.accounts().map { $0[3] } == [text("Ghent")])
  }

  @Test func anEditBetweenReadingAndDeletingWins() async throws {
    let (world, zoe, account) = try await world(source: .propagate)
    await world.crm.delete(zoe, in: Customer.schema)
    let erp = world.erp
    let late = LateEdit(erp) { await erp.edit(account, [3: text("Ghent")], in: Account.schema) }
    let report = try await world.engine(connectors: [world.crm, late]).run(.apply)
    #expect(report.counts().editsKept == 1)
    #expect(await world.accounts().map { $0[3] } == [text("Ghent")])
  }

  @Test func archivingMarksThePartner() async throws {
    let (world, zoe, _) = try await world(source: .archive(property: 6, value: text("void")))
    await world.crm.delete(zoe, in: Customer.schema)
    let report = try await world.run()
    #expect(report.writes.map(\.action) == [.archive])
    #expect(await world.accounts().map { $0[6] } == [text("void")])
    #expect(try await world.run().writeCount == 0)
  }

  @Test func unlinkingForgetsThePair() async throws {
    let (world, zoe, _) = try await world(target: .unlink)
    let account = try #require(try await world.target(of: zoe))
    await world.erp.delete(account, in: Account.schema)
    #expect(try await world.run().writeCount == 0)
    #expect(try await world.link(of: zoe)?.isDropped == true)
  }

  @Test func aSourceWhoseTargetWasUnlinkedIsNotCreatedAgainWhateverIsEdited() async throws {
    let (world, zoe, account) = try await world(target: .unlink)
    await world.erp.delete(account, in: Account.schema)
    try await world.run()
    await world.crm.edit(zoe, [1: text("Edited")], in: Customer.schema)
    #expect(try await world.run().writeCount == 0)
    // Not mapped at all.
    await world.crm.edit(zoe, [6: text("friend")], in: Customer.schema)
    let report = try await world.run()
    #expect(report.writeCount == 0 && !report.isUnsettled)
    #expect(await world.accounts().isEmpty)
    #expect(await world.customers().count == 1)
  }

  @Test func aSourceWhoseTargetWasUnlinkedIsLinkedAnewWithOneThatMatches() async throws {
    let (world, zoe, account) = try await world(target: .unlink)
    await world.erp.delete(account, in: Account.schema)
    try await world.run()
    let next = await world.account("Zoë", "zoe@x", city: "Ghent")
    let report = try await world.run()
    #expect(report.counts().linked == 1 && report.counts().created == 0)
    let link = try #require(try await world.link(of: zoe))
    #expect(link.target == next && link.status == .live && !link.isDropped)
    #expect(await world.customers()[0][3] == text("Ghent"))
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    try await world.run()
    #expect(await world.accounts().map { $0[3] } == [text("Bruges")])
  }

  @Test func aTargetWhoseSourceWasUnlinkedIsLeftAloneAndItsSourceStaysApartWhenItComesBack() async throws {
    let world = World([mapping(OrderFlow.self, OrderFlow.makeDeclaration(sourceDeletion: .unlink))])
    let order = await world.crm.create([1: text("1"), 4: .integer(3)], in: Order.schema)
    try await world.run()
    await world.crm.edit(order, [5: .boolean(true)], in: Order.schema)
    #expect(try await world.run().writeCount == 0)
    let invoice = try #require(await world.invoices().first?.key)
    await world.erp.edit(invoice, [4: .integer(5)], in: Invoice.schema)
    #expect(try await world.run().writeCount == 0)
    await world.crm.edit(order, [4: .integer(4), 5: .boolean(false)], in: Order.schema)
    #expect(try await world.run().writeCount == 0)
    #expect(await world.invoices().map { $0[4] } == [.integer(5)], "one record, and nobody overwrites it")
  }

  @Test func aTargetWhoseSourceWasUnlinkedIsMatchedByAnotherSource() async throws {
    let (world, zoe, account) = try await world(source: .unlink)
    await world.crm.delete(zoe, in: Customer.schema)
    #expect(try await world.run().writeCount == 0)
    #expect(await world.accounts().count == 1)
    let eve = await world.customer("Eve", "zoe@x", city: "Ghent")
    let report = try await world.run()
    #expect(report.counts().linked == 1 && report.counts().created == 0)
    #expect(try await world.target(of: eve) == account)
    #expect(await world.accounts().count == 1)
    #expect(try await world.link(of: zoe)?.isDropped == true, "the mark of the deleted one stays")
  }

  @Test func aSourceThatWaitedForTheTargetGetsItWhenItIsUnlinked() async throws {
    let world = World([
      mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(creation: .never, sourceDeletion: .unlink))
    ])
    let account = await world.account("Zoë", "zoe@x")
    let first = await world.customer("Zoë", "zoe@x")
    try await world.run()
    let second = await world.customer("Zoë again", "zoe@x")
    #expect(try await world.run().counts().linked == 0)
    await world.crm.delete(first, in: Customer.schema)
    #expect(try await world.run().counts().linked == 1)
    #expect(try await world.target(of: second) == account)
  }

  @Test func aDeletedSourceThatComesBackDoesNotTakeItsTargetFromAnother() async throws {
    let world = World([mapping(OrderAccountFlow.self), mapping(CustomerFlow.self)])
    let flow = CustomerFlow.identifier
    let zoe = await world.customer("Zoë", "zoe@x")
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.delete(zoe, in: Customer.schema)
    try await world.run()
    let eve = await world.customer("Eve", "zoe@x")
    try await world.run()
    #expect(try await world.target(of: eve) == account)
    await world.crm.restore(zoe, in: Customer.schema)
    let report = try await world.run()
    #expect(!report.isUnsettled && report.counts(flow).created == 0)
    #expect(try await world.link(of: eve)?.status == .live)
    #expect(try await world.link(of: zoe)?.status == .tombstone)
  }

  @Test func aRecordThatComesBackIsKeptInStepAgain() async throws {
    let world = World([mapping(OrderFlow.self)])
    let order = await world.crm.create([1: text("1"), 4: .integer(3)], in: Order.schema)
    try await world.run()
    await world.crm.edit(order, [5: .boolean(true)], in: Order.schema)
    try await world.run()
    #expect(try await world.link(of: order, OrderFlow.identifier)?.status == .tombstone)
    await world.crm.edit(order, [4: .integer(4), 5: .boolean(false)], in: Order.schema)
    try await world.run()
    #expect(try await world.link(of: order, OrderFlow.identifier)?.status == .live)
    #expect(await world.invoices().map { $0[4] } == [.integer(4)])
  }

  @Test func deletionsAreFoundByListingAndOnlyWhenTheListingEnds() async throws {
    let world = World([
      mapping(CustomerBuyerFlow.self, CustomerBuyerFlow.makeDeclaration(targetDeletion: .propagate))
    ])
    for index in 1...5 { await world.customer("C\(index)", "c\(index)@x") }
    try await world.run()
    let buyers = await world.shop.contents(of: Buyer.schema)
    await world.shop.delete(buyers[2].key, in: Buyer.schema)
    let broken = BrokenListing(world.shop)
    let report = try await world.engine(connectors: [world.crm, broken]).run(.apply)
    #expect(report.failures.map(\.system) == ["SHOP"])
    #expect(await world.customers().count == 5, "a listing that breaks off proves nothing")
    let next = try await world.run()
    #expect(next.counts(CustomerBuyerFlow.declaration.identifier).deletedSource == 1)
    #expect(await world.customers().count == 4)
  }

  @Test func bothDeletedDropsOutQuietly() async throws {
    let (world, zoe, account) = try await world(source: .propagate, target: .propagate)
    await world.crm.delete(zoe, in: Customer.schema)
    await world.erp.delete(account, in: Account.schema)
    let report = try await world.run()
    #expect(report.writeCount == 0 && report.failures.isEmpty && !report.isUnsettled)
    #expect(try await world.link(of: zoe)?.status == .tombstone)
  }
}
