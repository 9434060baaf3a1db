import TandemRuntime
import TandemSQLite
import TandemSandbox
import TandemValues

/// Entities that stand for the kinds of systems there are.
enum Entities {
  /// Row versions, identifiers as keys, a feed of deletions, and an external key: an accounting system.
  static let account = EntitySchema(
    reference: EntityReference(system: "Books", entity: "Accounts"), label: "Account", resource: "crm/Accounts",
    properties: [
      PropertySchema(name: "ID", type: .guid, access: .readOnly),
      PropertySchema(name: "Name", type: .string(maximumLength: 50), isRequired: true),
      PropertySchema(name: "Remarks", type: .string(maximumLength: nil)),
      PropertySchema(name: "CreditLine", type: .decimal(precision: 18, scale: 2)),
      PropertySchema(name: "Status", type: .enumeration(values: ["A", "S", "it's"], open: false)),
      PropertySchema(name: "SyncKey", type: .string(maximumLength: 40)),
      PropertySchema(name: "Modified", type: .datetime, access: .readOnly),
      PropertySchema(name: "Timestamp", type: .integer, access: .readOnly),
    ], key: 0, title: 1, modified: 6, externalKey: 5,
    changes: ChangeFeed(cursor: 7, kind: .rowVersion, deletions: .feed), isReadOnly: false)

  /// Times, text of 18 characters as keys, a flag for deletions, no external key: a sales system.
  static let lead = EntitySchema(
    reference: EntityReference(system: "Sales", entity: "Lead"), label: "Lead", resource: "Lead",
    properties: [
      PropertySchema(name: "Id", type: .string(maximumLength: 18), access: .readOnly),
      PropertySchema(name: "LastName", type: .string(maximumLength: 80), isRequired: true),
      PropertySchema(name: "Description", type: .string(maximumLength: 32_000)),
      PropertySchema(name: "Birthday", type: .date),
      PropertySchema(name: "SystemModstamp", type: .datetime, access: .readOnly),
      PropertySchema(name: "LastModifiedDate", type: .datetime, access: .readOnly),
      PropertySchema(name: "IsDeleted", type: .boolean, access: .readOnly),
    ], key: 0, title: 1, modified: 5, externalKey: nil,
    changes: ChangeFeed(cursor: 4, kind: .timestamp(lookbackSeconds: 60), deletions: .flag(property: 6)),
    isReadOnly: false)

  /// Times, numbers as keys, nothing that tells of deletions, and names that need quotes: a home-made system.
  static let order = EntitySchema(
    reference: EntityReference(system: "Shop", entity: "Order \"lines\""), label: "Order", resource: "orders",
    properties: [
      PropertySchema(name: "order", type: .integer, access: .readOnly),
      PropertySchema(name: "group by", type: .string(maximumLength: nil)),
      PropertySchema(name: "unit \"price\"", type: .decimal(precision: 9, scale: 2), isRequired: true),
      PropertySchema(name: "paid", type: .boolean),
      PropertySchema(name: "modified", type: .datetime, access: .readOnly),
    ], key: 0, title: nil, modified: 4, externalKey: nil,
    changes: ChangeFeed(cursor: 4, kind: .timestamp(lookbackSeconds: 0), deletions: .keyListing), isReadOnly: false)

  /// A property of every type.
  static let sample = EntitySchema(
    reference: EntityReference(system: "Lab", entity: "Sample"), label: "Sample", resource: "samples",
    properties: [
      PropertySchema(name: "id", type: .integer),
      PropertySchema(name: "text", type: .string(maximumLength: nil)),
      PropertySchema(name: "number", type: .integer),
      PropertySchema(name: "amount", type: .decimal(precision: nil, scale: nil)),
      PropertySchema(name: "weight", type: .float),
      PropertySchema(name: "ready", type: .boolean),
      PropertySchema(name: "day", type: .date),
      PropertySchema(name: "hour", type: .time),
      PropertySchema(name: "moment", type: .datetime),
      PropertySchema(name: "reference", type: .guid),
      PropertySchema(name: "picture", type: .binary),
      PropertySchema(name: "anything", type: .json),
      PropertySchema(name: "kind", type: .enumeration(values: ["a", "b"], open: false)),
      PropertySchema(
        name: "place",
        type: .object([
          .init(name: "city", type: .string(maximumLength: nil)),
          .init(name: "height", type: .decimal(precision: 9, scale: 3)),
        ])),
      PropertySchema(name: "tags", type: .list(.string(maximumLength: nil))),
      PropertySchema(name: "version", type: .integer, access: .readOnly),
    ], key: 0, title: nil, modified: nil, externalKey: nil,
    changes: ChangeFeed(cursor: 15, kind: .rowVersion, deletions: .keyListing), isReadOnly: false)

  static func position(_ name: String, in entity: EntitySchema) -> Int {
    entity.properties.firstIndex { $0.name == name } ?? 0
  }
}

/// A sandbox database with a connector to it.
struct Sandbox {
  let directory = TemporaryDirectory()
  let entity: EntitySchema
  let database: SandboxDatabase
  let connector: SQLiteConnector

  init(_ entity: EntitySchema, style: SandboxStyle = .standard) throws {
    self.entity = entity
    let path = directory.file("system.sqlite")
    database = try SandboxDatabase.create(at: path, entities: [entity], style: style)
    connector = SQLiteConnector(system: entity.reference.system, path: path)
  }

  /// A value for a property by name.
  func set(_ name: String, _ value: Value) -> PropertyValue {
    PropertyValue(property: Entities.position(name, in: entity), value: value)
  }

  func write(_ action: WriteRequest.Action, _ operation: String = "a") async throws -> WriteOutcome {
    try await connector.write([WriteRequest(operation: OperationIdentifier(operation), action: action)], to: entity)[0]
  }

  /// All changes from a cursor to the end.
  func changes(after cursor: ChangeCursor? = nil, limit: Int = 1_000) async throws -> ([RecordChange], ChangeCursor) {
    var changes: [RecordChange] = []
    var cursor = cursor
    while true {
      let page = try await connector.changes(of: entity, after: cursor, limit: limit)
      changes += page.changes
      cursor = page.next
      if page.isLast { return (changes, page.next) }
    }
  }
}
