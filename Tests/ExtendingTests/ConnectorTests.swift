import Extending
import TandemRuntime
import TandemSandbox
import TandemValues
import Testing

@Suite("A connector that is written by hand takes the place of a generated transport")
struct ConnectorTests {
  private static func fixture(_ connector: JournalConnector, _ entity: EntitySchema) throws -> SystemFixture {
    let text = try #require(entity.properties.firstIndex { $0.name == "note" || $0.name == "Remarks" })
    let name = try #require(entity.properties.firstIndex { $0.name == "name" || $0.name == "Name" })
    @Sendable func user(_ action: WriteRequest.Action) async throws -> Record? {
      let request = WriteRequest(
        operation: OperationIdentifier("by hand \(UInt64.random(in: 0 ... .max))"), action: action)
      guard case .done(let record) = await connector.carryOut(request, entity) else {
        throw ConformanceFailure(check: "fixture", message: "the user's edit was refused")
      }
      return record
    }
    return SystemFixture(
      connector: connector, entity: entity, text: text,
      sample: { [PropertyValue(property: name, value: .string("Somebody \($0)"))] },
      insert: { try #require(try await user(.create($0))).key },
      update: { _ = try await user(.update($0, $1, ifVersion: nil)) },
      delete: { _ = try await user(.delete($0, ifVersion: nil)) })
  }

  @Test("passes the suite that every transport has to pass", arguments: ["Shop", "Ledger"])
  func conformance(_ system: String) async {
    let entity = system == "Shop" ? Shop.Customer.schema : Ledger.Account.schema
    let failures = await SystemConformance {
      try Self.fixture(JournalConnector(entity.reference.system), entity)
    }.run()
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  /// The suite would prove nothing if it let everything pass.
  @Test("a connector that forgets versions is found out by the suite")
  func careless() async {
    let failures = await SystemConformance {
      let entity = Shop.Customer.schema
      let journal = JournalConnector("Shop")
      var fixture = try Self.fixture(journal, entity)
      fixture.connector = CarelessConnector(journal: journal)
      return fixture
    }.run()
    #expect(failures.contains { $0.check == "an update of an older version is stale and changes nothing" })
  }

  @Test("one flow in a server brings a new customer into the books and an edit there back")
  func server() async throws {
    let shop = JournalConnector("Shop")
    let ledger = MemorySystem("Ledger")
    let engine = customersToAccounts(shop: shop, ledger: ledger, state: MemoryStore())
    let customer = Shop.Customer.schema
    let created = await shop.carryOut(
      WriteRequest(
        operation: OperationIdentifier("1"),
        action: .create([
          PropertyValue(property: 1, value: .integer(17)), PropertyValue(property: 2, value: .string("Ødegård AS")),
          PropertyValue(property: 3, value: .integer(750)),
        ])), customer)
    guard case .done(let record?) = created else {
      Issue.record("the shop did not take the customer")
      return
    }
    let first = try await engine.run(.apply)
    #expect(first.writeCount == 1, "\(first.notes)")
    let account = try #require(await ledger.contents(of: Ledger.Account.schema).first)
    #expect(account.values[1] == .string("D000017"))
    #expect(account.values[3] == .string("Silver"))

    await ledger.edit(account.key, [3: .string("Gold"), 2: .string("Ødegård & Sønner AS")], in: Ledger.Account.schema)
    _ = try await engine.run(.apply)
    let edited = try #require(try await shop.records(of: customer, keys: [record.key]).first)
    #expect(edited.values[2] == .string("Ødegård & Sønner AS"))
    #expect(edited.values[3] == .integer(2000))
    #expect(try await engine.run(.apply).writeCount == 0, "the third run still had something to write")
  }

  @Test("hand-written code decides who wins, or leaves it to a person")
  func conflicts() async throws {
    let shop = JournalConnector("Shop")
    let ledger = MemorySystem("Ledger")
    let engine = customersToAccounts(shop: shop, ledger: ledger, state: MemoryStore())
    let (customer, account) = (Shop.Customer.schema, Ledger.Account.schema)
    _ = await shop.carryOut(
      WriteRequest(
        operation: OperationIdentifier("1"),
        action: .create([
          PropertyValue(property: 1, value: .integer(17)), PropertyValue(property: 2, value: .string("Ødegård")),
        ])), customer)
    _ = try await engine.run(.apply)
    let key = try #require(await ledger.contents(of: account).first).key
    let buyer = try #require(try await shop.changes(of: customer, after: nil, limit: 9).changes.first?.record).key

    func edit(_ property: Int, shop source: Value, ledger target: Value) async throws -> (Value, Value, RunReport) {
      _ = await shop.carryOut(
        WriteRequest(
          operation: OperationIdentifier("edit"),
          action: .update(buyer, [PropertyValue(property: property, value: source)], ifVersion: nil)), customer)
      await ledger.edit(key, [property: target], in: account)
      let report = try await engine.run(.apply)
      let left = try #require(try await shop.records(of: customer, keys: [buyer]).first).values[property]
      let right = try #require(await ledger.contents(of: account).first).values[property]
      return (left, right, report)
    }
    // The longer text wins on whichever side it stands, whoever was last.
    var (left, right, report) = try await edit(2, shop: .string("Ødegård & Sønner AS"), ledger: .string("Ødegård AS"))
    #expect(left == .string("Ødegård & Sønner AS") && right == left)
    #expect(report.flows.first?.counts.conflicts == 1)
    #expect("\(report.writes)".contains("hand-written code decides"), "\(report.writes)")
    (left, right, report) = try await edit(2, shop: .string("Å"), ledger: .string("Ødegård"))
    #expect(left == .string("Ødegård") && right == left)
    // Two tiers are no texts of different length, so a person has to look.
    (left, right, report) = try await edit(2, shop: .string("Abc"), ledger: .string("Xyz"))
    #expect(left == .string("Abc") && right == .string("Xyz"))
    #expect(report.needsPerson)
  }

  @Test("a record that is there already is found through the hand-written code of its key")
  func matching() async throws {
    let shop = JournalConnector("Shop")
    let ledger = MemorySystem("Ledger")
    await ledger.create([1: .string("D000017"), 2: .string("Ødegård AS")], in: Ledger.Account.schema)
    _ = await shop.carryOut(
      WriteRequest(
        operation: OperationIdentifier("1"),
        action: .create([
          PropertyValue(property: 1, value: .integer(17)), PropertyValue(property: 2, value: .string("Ødegård AS")),
        ])), Shop.Customer.schema)
    let report = try await customersToAccounts(shop: shop, ledger: ledger, state: MemoryStore()).run(.apply)
    #expect(report.flows.first?.counts.linked == 1)
    #expect(await ledger.contents(of: Ledger.Account.schema).count == 1)
  }
}

extension RecordChange {
  fileprivate var record: Record? {
    if case .upsert(let record) = self { return record }
    return nil
  }
}

/// Passes everything on and takes no notice of versions.
private struct CarelessConnector: SystemConnector {
  let journal: JournalConnector
  var system: String { journal.system }

  func createGuarantee(for entity: EntitySchema) -> CreateGuarantee { journal.createGuarantee(for: entity) }
  func batchLimit(for entity: EntitySchema) -> Int { 100 }
  func changes(
    of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int
  ) async throws(SystemError) -> ChangePage {
    try await journal.changes(of: entity, after: cursor, limit: limit)
  }
  func keys(of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int) async throws(SystemError) -> KeyPage {
    try await journal.keys(of: entity, after: cursor, limit: limit)
  }
  func records(of entity: EntitySchema, keys: [RecordKey]) async throws(SystemError) -> [Record] {
    try await journal.records(of: entity, keys: keys)
  }
  func write(_ requests: [WriteRequest], to entity: EntitySchema) async throws(SystemError) -> [WriteOutcome] {
    let careless = requests.map { request in
      guard case .update(let key, let pairs, _) = request.action else { return request }
      return WriteRequest(operation: request.operation, action: .update(key, pairs, ifVersion: nil))
    }
    return try await journal.write(careless, to: entity)
  }
  func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution {
    try await journal.resolve(operation, values: values, in: entity)
  }
}
