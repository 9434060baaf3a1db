import Synchronization
import TandemRuntime
import TandemValues
import Testing

/// One record or one system that misbehaves stops nothing else.
@Suite struct IsolationTests {
  @Test func arejectedRecordIsSetAsideWithItsPayloadAndTriedAgainWhenItChanges() async throws {
    let world = World()
    for index in 1...5 { await world.customer("C\(index)") }
    let bad = await world.customer("Bad")
    await world.erp.setFault { _, request in
      if case .create(let values) = request.action, values.contains(where: { $0.value == text("Bad") }) {
        return .reject(.invalid(reason: "the title is not allowed"))
      }
      return nil
    }
    let report = try await world.run()
    #expect(report.counts().created == 5 && report.flow()?.quarantined == 1)
    let entry = try #require(try await world.quarantine().first)
    #expect(
      entry.key == bad && entry.reason.contains("the title is not allowed")
        && entry.payload.map(\.value) == [text("Bad")])
    #expect(try await world.run().flow()?.quarantined == 1)
    await world.crm.edit(bad, [1: text("Good")], in: Customer.schema)
    let next = try await world.run()
    #expect(next.counts().created == 1 && next.flow()?.quarantined == 0)
  }

  @Test func aRecordThatCannotBeMappedIsSetAside() async throws {
    let world = World()
    let zoe = await world.customer("Zoë")
    await world.crm.create([1: .integer(3)], in: Customer.schema)
    let report = try await world.run()
    #expect(report.counts().created == 1 && report.flow()?.quarantined == 1)
    #expect(try await world.quarantine()[0].reason.contains("name: the value is not of type string"))
    // The mapping changes: everything is looked at again.
    let changed = World([mapping(CustomerFlow.self, CustomerFlow.makeDeclaration(fingerprint: 2))])
    _ = changed
    #expect(try await world.target(of: zoe) != nil)
  }

  @Test func anUnreadableRecordIsSetAsideAndComesBack() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", city: "Ghent")
    await world.customer("Bob")
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.setUnreadable(zoe, true, in: Customer.schema)
    await world.erp.edit(account, [3: text("Bruges")], in: Account.schema)
    let report = try await world.run()
    #expect(report.flow()?.quarantined == 1 && report.writeCount == 0)
    #expect(try await world.run().flow()?.quarantined == 1)
    await world.crm.setUnreadable(zoe, false, in: Customer.schema)
    let next = try await world.run()
    #expect(next.flow()?.quarantined == 0 && next.counts().updatedSource == 1)
    #expect(await world.customers()[0][3] == text("Bruges"), "what was missed meanwhile arrives")
  }

  @Test func aSystemThatFailsStopsItsOwnFlowsOnly() async throws {
    let world = World([mapping(CustomerFlow.self), mapping(CustomerBuyerFlow.self)])
    await world.customer("Zoë", "zoe@x")
    await world.shop.setFault { _, _ in .fail(SystemError(system: "SHOP", kind: .unavailable, message: "down")) }
    let report = try await world.run()
    #expect(report.failures.map(\.message) == ["down"])
    #expect(await world.accounts().count == 1)
    #expect(await world.shop.contents(of: Buyer.schema).isEmpty)
    await world.shop.setFault(nil)
    let next = try await world.run()
    #expect(next.counts(CustomerBuyerFlow.declaration.identifier).created == 1 && next.unresolved.isEmpty)
  }

  @Test func aRestoredSystemIsNotTakenAtItsWord() async throws {
    let world = World([mapping(CustomerBuyerFlow.self), mapping(CustomerFlow.self)])
    await world.customer("Zoë", "zoe@x")
    try await world.run()
    await world.shop.setFault { _, _ in .loseAnswer }
    let bob = await world.customer("Bob", "bob@x")
    try await world.run()
    await world.shop.setFault(nil)
    let flow = CustomerBuyerFlow.declaration.identifier
    let shop = RestoredSystem(inner: world.shop, entity: Buyer.schema.reference)
    let report = try await world.engine(connectors: [world.crm, world.erp, shop]).run(.apply)
    #expect(report.failures.map(\.kind) == [.restored])
    #expect(report.unresolved.map(\.source) == [bob], "what became of the create is asked the newer system")
    #expect(try await world.store.read { try $0.observationCount(of: Buyer.schema.reference) } == 1)
    let next = try await world.run()
    #expect(next.failures.isEmpty && next.unresolved.isEmpty && next.counts(flow).deletedSource == 0)
    #expect(await world.shop.contents(of: Buyer.schema).count == 2, "nothing was created twice")
  }

  @Test func deletionsAreNotBelievedWhenAnotherEntityTellsThatTheSystemIsOlder() async throws {
    // Buyers are read before orders; both stand in the shop.
    let flow = mapping(CustomerBuyerFlow.self)
    let world = World([flow, mapping(ShopOrderFlow.self)])
    await world.customer("Zoë", "zoe@x")
    try await world.run()
    let shop = RestoredSystem(inner: world.shop, entity: ShopOrder.schema.reference)
    let report = try await world.engine(connectors: [world.crm, world.erp, shop]).run(.apply)
    #expect(report.failures.map(\.kind) == [.restored])
    #expect(try await world.store.read { try $0.observationCount(of: Buyer.schema.reference) } == 1)
    #expect(try await world.run().failures.isEmpty)
  }

  @Test func whatTheServerMakesOfAValueIsNoEditAndNoPingPong() async throws {
    let world = World()
    await world.erp.setNormalisation { _, values in
      var values = values
      if case .string(let name) = values[1] { values[1] = text(String(name.prefix(3)).uppercased()) }
      return values
    }
    let zoe = await world.customer("Zoë the first")
    try await world.run()
    #expect(await world.accounts()[0][1] == text("ZOË"))
    #expect(try await world.run().writeCount == 0)
    await world.crm.edit(zoe, [1: text("Zara the second")], in: Customer.schema)
    let report = try await world.run()
    #expect(report.counts().updatedTarget == 1 && report.counts().updatedSource == 0 && report.counts().conflicts == 0)
    #expect(await world.customers()[0][1] == text("Zara the second"))
    #expect(try await world.run().writeCount == 0)
    await world.crm.edit(zoe, [1: text("Yvette the third")], in: Customer.schema, at: 1)
    let third = try await world.run()
    #expect(third.counts().updatedTarget == 1 && third.counts().conflicts == 0)
    #expect(await world.accounts()[0][1] == text("YVE"))
  }

  @Test func whatTheServerChangesBesidesCountsAsItsEdit() async throws {
    let world = World()
    await world.erp.setNormalisation { _, values in
      var values = values
      if values[3].isEmpty { values[3] = text("Nowhere") }
      return values
    }
    await world.customer("Zoë")
    let report = try await world.run()
    #expect(report.counts().updatedSource == 1 && !report.isUnsettled)
    #expect(await world.customers()[0][3] == text("Nowhere"))
    #expect(try await world.run().writeCount == 0)
  }

  @Test func anAutomationThatKeepsChangingWhatWeWriteIsReportedNotFollowedForever() async throws {
    let world = World()
    let counter = Counter()
    await world.erp.setNormalisation { _, values in
      var values = values
      values[3] = text("\(counter.next())")
      return values
    }
    await world.crm.setNormalisation { _, values in
      var values = values
      values[1] = text("N\(counter.next())")
      return values
    }
    await world.customer("Zoë")
    let report = try await world.run()
    #expect(report.isUnsettled && report.writeCount < 50)
  }

  @Test func aStaleWriteReadsAgainAndBothEditsSurvive() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", city: "Ghent")
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema)
    let erp = world.erp
    let late = LateEdit(erp) { await erp.edit(account, [1: text("Zara")], in: Account.schema) }
    let report = try await world.engine(connectors: [world.crm, late]).run(.apply)
    #expect(!report.isUnsettled)
    #expect(await world.accounts().map { [$0[1], $0[3]] } == [[text("Zara"), text("Bruges")]])
    #expect(await world.customers().map { [$0[1], $0[3]] } == [[text("Zara"), text("Bruges")]])
  }

  @Test func aStaleWriteToTheSamePropertyIsAConflictAndNotALostEdit() async throws {
    let world = World()
    let zoe = await world.customer("Zoë", city: "Ghent")
    try await world.run()
    let account = try #require(try await world.target(of: zoe))
    await world.crm.edit(zoe, [3: text("Bruges")], in: Customer.schema, at: 100)
    let erp = world.erp
    let late = LateEdit(erp) { await erp.edit(account, [3: text("Lille")], in: Account.schema, at: 200) }
    let report = try await world.engine(connectors: [world.crm, late]).run(.apply)
    #expect(report.counts().conflicts == 1 && !report.isUnsettled)
    #expect(await world.accounts()[0][3] == text("Lille"))
    #expect(await world.customers()[0][3] == text("Lille"))
    #expect(try await world.conflicts().map(\.losingValue) == [text("Bruges")])
  }

  @Test func aDuplicateIsLinkedWhenItIsFreeAndSetAsideWhenItIsNot() async throws {
    let world = World([mapping(OrderAccountFlow.self)])
    let account = await world.account("1")
    await world.erp.setFault { _, request in
      if case .create = request.action { return .reject(.duplicate(account)) }
      return nil
    }
    await world.crm.create([1: text("1")], in: Order.schema)
    await world.crm.create([1: text("2")], in: Order.schema)
    let report = try await world.run()
    let flow = OrderAccountFlow.declaration.identifier
    #expect(report.counts(flow).linked == 1 && report.flow(flow)?.quarantined == 1)
    #expect(await world.accounts().count == 1)
    #expect(
      try await world.quarantine().map(\.reason)
        == ["ERP Account Account-1 is such a record as CRM Order 2 asks for, but is linked with CRM Order 1"])
  }

  @Test func aDuplicateOfAUniquePropertyNamesThePropertyAndTheRecords() async throws {
    let world = World([mapping(UniqueFlow.self)])
    await world.crm.create([1: text("1")], in: Order.schema)
    try await world.run()
    let first = try #require(await world.shop.contents(of: UniqueOrder.schema).first?.key)
    await world.shop.setFault { _, request in
      if case .create = request.action { return .reject(.duplicate(first)) }
      return nil
    }
    await world.crm.create([1: text("1")], in: Order.schema)
    try await world.run()
    #expect(
      try await world.quarantine().map(\.reason)
        == ["SHOP Order 1 has the same 'number' as CRM Order 2, but is linked with CRM Order 1"])
  }

  @Test func touchingARecordWithoutChangingItIsNoWork() async throws {
    let world = World()
    let zoe = await world.customer("Zoë")
    let first = try await world.run()
    #expect(first.flow()?.looked == 1, "our own write is not looked at again")
    #expect(try await world.run().flow()?.looked == 0, "nor when it is read back")
    await world.crm.edit(zoe, [:], in: Customer.schema)
    let report = try await world.run()
    #expect(report.writeCount == 0 && report.flow()?.looked == 0)
  }
}

struct ShopOrder: TestEntity {
  var values: [Value]
  init(unchecked values: [Value]) { self.values = values }
  static let schema = makeSchema("SHOP", "Order", keyType: .integer, [("number", .string(maximumLength: nil))])
}

/// An order whose number is unique.
struct UniqueOrder: TestEntity {
  var values: [Value]
  init(unchecked values: [Value]) { self.values = values }
  static let schema: EntitySchema = {
    let plain = ShopOrder.schema
    return EntitySchema(
      reference: plain.reference, label: plain.label, resource: plain.resource,
      properties: plain.properties.map {
        PropertySchema(name: $0.name, type: $0.type, access: $0.access, isUnique: $0.name == "number")
      }, key: plain.key, title: plain.title, modified: plain.modified, externalKey: nil, changes: plain.changes,
      isReadOnly: false)
  }()
}

enum UniqueFlow: TestFlow {
  typealias Source = Order
  typealias Target = UniqueOrder
  static let rows = [(1, 1)]
  static var standard: FlowDeclaration { makeDeclaration() }
}

enum ShopOrderFlow: TestFlow {
  typealias Source = Order
  typealias Target = ShopOrder
  static let rows = [(1, 1)]
  static var standard: FlowDeclaration { makeDeclaration() }
}

final class Counter: Sendable {
  private let count = Mutex(0)
  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
