import TandemRuntime
import TandemValues

func text(_ text: String) -> Value { .string(text) }
func labels(_ labels: String...) -> Value { .list(labels.map { .string($0) }) }

/// Three systems, a state, and flows between them.
struct World: Sendable {
  let crm: MemorySystem
  let erp: MemorySystem
  let shop = MemorySystem("SHOP")
  let store = MemoryStore()
  var flows: [FlowMapping] = [mapping(CustomerFlow.self)]
  var options = SyncOptions()

  init(_ flows: [FlowMapping]? = nil, guarantee: CreateGuarantee = .idempotencyKey, batchLimit: Int = 100) {
    crm = MemorySystem("CRM", guarantee: guarantee, batchLimit: batchLimit)
    erp = MemorySystem("ERP", guarantee: guarantee, batchLimit: batchLimit)
    if let flows { self.flows = flows }
  }

  var dataflow: DataflowDeclaration {
    DataflowDeclaration(name: "test", title: "Test", flows: flows, entities: [Currency.schema])
  }

  func engine(
    connectors: [any SystemConnector]? = nil, store: (any StateStore)? = nil,
    operations: OperationIdentifiers = OperationIdentifiers()
  ) -> SyncEngine {
    SyncEngine(
      dataflows: [dataflow], connectors: connectors ?? [crm, erp, shop], store: store ?? self.store,
      clock: FixedClock(now: Timestamp(microseconds: 1)), operations: operations,
      options: options)
  }

  @discardableResult
  func run(_ mode: RunMode = .apply) async throws -> RunReport {
    try await engine().run(mode)
  }

  @discardableResult
  func customer(
    _ name: String?, _ mail: String? = nil, city: String? = nil, at time: Int64? = nil, more: [Int: Value] = [:]
  ) async -> RecordKey {
    var values = more
    if let name { values[1] = text(name) }
    if let mail { values[2] = text(mail) }
    if let city { values[3] = text(city) }
    return await crm.create(values, in: Customer.schema, at: time)
  }

  @discardableResult
  func account(
    _ name: String?, _ mail: String? = nil, city: String? = nil, at time: Int64? = nil, more: [Int: Value] = [:]
  ) async -> RecordKey {
    var values = more
    if let name { values[1] = text(name) }
    if let mail { values[2] = text(mail) }
    if let city { values[3] = text(city) }
    return await erp.create(values, in: Account.schema, at: time)
  }

  func accounts() async -> [Record] { await erp.contents(of: Account.schema) }
  func customers() async -> [Record] { await crm.contents(of: Customer.schema) }
  func invoices() async -> [Record] { await erp.contents(of: Invoice.schema) }

  func link(of source: RecordKey, _ flow: FlowIdentifier = CustomerFlow.identifier) async throws -> Link? {
    try await store.read { try $0.link(flow, .source, key: source) }
  }

  func target(of source: RecordKey, _ flow: FlowIdentifier = CustomerFlow.identifier) async throws -> RecordKey? {
    try await link(of: source, flow)?.target
  }

  func conflicts() async throws -> [ConflictEntry] { try await store.read { try $0.conflicts(nil, limit: 100) } }
  func quarantine() async throws -> [QuarantineEntry] { try await store.read { try $0.quarantine(nil) } }
  func queue() async throws -> [QueueEntry] { try await store.read { try $0.queue(nil) } }

  /// Everything that users see in the systems, without keys, versions and times.
  func visible() async -> [String] {
    var lines: [String] = []
    for (system, schema) in [
      (crm, Customer.schema), (crm, Order.schema), (erp, Account.schema), (erp, Invoice.schema), (shop, Buyer.schema),
    ] {
      for record in await system.contents(of: schema) {
        lines.append("\(schema.reference) \(record.values[1..<(record.values.count - 2)])")
      }
    }
    return lines.sorted()
  }
}

extension RunReport {
  func counts(_ flow: FlowIdentifier = CustomerFlow.identifier) -> FlowCounts {
    flows.first { $0.flow == flow }?.counts ?? FlowCounts()
  }
  func flow(_ flow: FlowIdentifier = CustomerFlow.identifier) -> FlowReport? { flows.first { $0.flow == flow } }
  var isUnsettled: Bool { flows.contains { $0.isUnsettled } }
}

extension Record {
  subscript(_ position: Int) -> Value { values[position] }
}
