import Foundation
import GRDB
import TandemRuntime
import TandemSQLite
import TandemSandbox
import TandemValues
import Testing

@Suite struct TransportWritingTests {
  func reason(_ outcome: WriteOutcome) -> String? {
    if case .rejected(.invalid(let reason)) = outcome { return reason }
    return nil
  }

  @Test(arguments: [
    ("Name", Value.null, "'Name' must have a value"),
    ("Name", .string(String(repeating: "é", count: 51)), "Name has at most 50 characters"),
    ("Name", .integer(1), "'Name' is given a value that is no string"),
    ("Name", .string("a\u{0}b"), "NUL"),
    ("Status", .string("X"), "Status is one of its values"),
    ("Modified", .datetime(Timestamp(microseconds: 0)), "'Modified' can only be read"),
    ("CreditLine", .string("secret"), "'CreditLine' is given a value that is no decimal"),
  ])
  func `a refused value is answered with its property and without the value`(
    _ name: String, _ value: Value, _ expected: String
  ) async throws {
    let sandbox = try Sandbox(Entities.account)
    let key = try sandbox.database.insert([[.absent, .string("kept")]], into: sandbox.entity)[0]
    let update = try await sandbox.write(.update(key, [sandbox.set(name, value)], ifVersion: nil))
    #expect(reason(update)?.contains(expected) == true, "\(update)")
    #expect(reason(update)?.contains("secret") == false)
    let create = try await sandbox.write(
      .create(
        name == "Name" ? [sandbox.set(name, value)] : [sandbox.set("Name", .string("new")), sandbox.set(name, value)]))
    #expect(reason(create)?.contains(expected) == true, "\(create)")
    #expect(try sandbox.database.count(of: sandbox.entity) == 1)
  }

  @Test func `a unique property takes each value once and any number of empty ones, and the refusal names it`()
    async throws
  {
    var properties = Entities.account.properties
    properties[2] = PropertySchema(name: "Remarks", type: .string(maximumLength: nil), isUnique: true)
    let account = Entities.account
    let entity = EntitySchema(
      reference: account.reference, label: account.label, resource: account.resource, properties: properties,
      key: account.key, title: account.title, modified: account.modified, externalKey: account.externalKey,
      changes: account.changes, isReadOnly: false)
    let sandbox = try Sandbox(entity)
    func create(_ name: String, _ remarks: Value) async throws -> WriteOutcome {
      try await sandbox.write(
        .create([sandbox.set("Name", .string(name)), sandbox.set("Remarks", remarks)]), name)
    }
    guard case .done(let first?) = try await create("Ada", .string("same")),
      case .done(let second?) = try await create("Bea", .null), case .done = try await create("Cid", .null)
    else {
      Issue.record("records without a value were refused")
      return
    }
    guard case .rejected(.duplicate(first.key)) = try await create("Dov", .string("same")) else {
      Issue.record("a second record with the value was taken")
      return
    }
    let outcome = try await sandbox.write(
      .update(second.key, [sandbox.set("Remarks", .string("same"))], ifVersion: nil))
    guard case .rejected(.invalid(let reason)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reason == "another record has the same 'Remarks'")
  }

  @Test func `a value that another record holds is a duplicate and names that record`() async throws {
    let sandbox = try Sandbox(
      Entities.account, style: SandboxStyle(additionalSQL: ["CREATE UNIQUE INDEX name ON Accounts (Name, Status)"]))
    let key = try sandbox.database.insert(
      [[.absent, .string("same"), .null, .null, .string("A")]], into: sandbox.entity)[0]
    let values = [sandbox.set("Name", .string("same")), sandbox.set("Status", .string("A"))]
    let outcome = try await sandbox.write(.create(values))
    guard case .rejected(.duplicate(let found)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(found == key)
    let other = try sandbox.database.insert(
      [[.absent, .string("other"), .null, .null, .string("A")]], into: sandbox.entity)[0]
    let update = try await sandbox.write(.update(other, [values[0]], ifVersion: nil))
    #expect(reason(update)?.contains("another record has the same 'Name', 'Status'") == true, "\(update)")
  }

  @Test func `what triggers make of a record is answered`() async throws {
    let sandbox = try Sandbox(
      Entities.account,
      style: SandboxStyle(additionalSQL: [
        """
        CREATE TRIGGER tidy AFTER INSERT ON Accounts BEGIN
          UPDATE Accounts SET Name = trim(NEW.Name), Remarks = 'checked' WHERE rowid = NEW.rowid;
        END
        """
      ]))
    let outcome = try await sandbox.write(.create([sandbox.set("Name", .string("  wide  "))]))
    guard case .done(let record?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(record.values[1] == .string("wide"))
    #expect(record.values[2] == .string("checked"))
    #expect(try await sandbox.connector.records(of: sandbox.entity, keys: [record.key]) == [record])
  }

  @Test func `one record that breaks the transaction leaves the others alone`() async throws {
    let sandbox = try Sandbox(
      Entities.account,
      style: SandboxStyle(additionalSQL: [
        "CREATE TRIGGER strict BEFORE INSERT ON Accounts WHEN NEW.Name = 'bad' BEGIN SELECT RAISE(ROLLBACK, 'not today'); END"
      ]))
    let outcomes = try await sandbox.connector.write(
      ["one", "bad", "two"].map { name in
        WriteRequest(operation: OperationIdentifier(name), action: .create([sandbox.set("Name", .string(name))]))
      }, to: sandbox.entity)
    #expect(reason(outcomes[1]) == "not today")
    for place in [0, 2] {
      guard case .done(_?) = outcomes[place] else {
        Issue.record("\(outcomes[place])")
        continue
      }
    }
    #expect(try sandbox.database.count(of: sandbox.entity) == 2)
  }

  @Test func `a deferred reference that points nowhere is refused for its record only`() async throws {
    let sandbox = try Sandbox(
      Entities.order,
      style: SandboxStyle(additionalSQL: [
        "CREATE TABLE groups (name TEXT PRIMARY KEY); INSERT INTO groups VALUES ('real')",
        """
        CREATE TABLE checked (name TEXT REFERENCES groups (name) DEFERRABLE INITIALLY DEFERRED);
        CREATE TRIGGER refer AFTER INSERT ON [Order "lines"] BEGIN INSERT INTO checked VALUES (NEW."group by"); END
        """,
      ]))
    let price = sandbox.set("unit \"price\"", .decimal(DecimalNumber(1)))
    let outcomes = try await sandbox.connector.write(
      ["real", "wrong", "real"].enumerated().map { number, name in
        WriteRequest(
          operation: OperationIdentifier("\(number)"), action: .create([price, sandbox.set("group by", .string(name))]))
      }, to: sandbox.entity)
    #expect(reason(outcomes[1])?.contains("does not exist") == true, "\(outcomes[1])")
    #expect(try sandbox.database.count(of: sandbox.entity) == 2)
  }

  @Test func `members of a structured value that the description does not know survive an update`() async throws {
    let sandbox = try Sandbox(Entities.sample)
    try sandbox.database.execute(
      "INSERT INTO Sample (id, place) VALUES (1, '{\"city\":\"Lund\",\"lift\":{\"floors\":3},\"height\":1.50}')")
    let place = Value.object([.string("Malmö"), .absent])
    _ = try await sandbox.write(.update(RecordKey(.integer(1)), [sandbox.set("place", place)], ifVersion: nil))
    let queue = try DatabaseQueue(path: sandbox.database.path)
    let text = try await queue.read { try String.fetchOne($0, sql: "SELECT place FROM Sample") }
    #expect(text == "{\"city\":\"Malmö\",\"lift\":{\"floors\":3},\"height\":1.50}")
  }

  @Test func `every type comes back as it was written`() async throws {
    let sandbox = try Sandbox(Entities.sample)
    let values: [Value] = [
      .integer(7), .string("ø \"quoted\"\n"), .integer(.max),
      .decimal(DecimalNumber("-12345678901234567890.5") ?? .zero),
      .float(0.1), .boolean(false), .date(CalendarDate(daysSinceEpoch: 0)), .time(TimeOfDay(microseconds: 1)),
      .datetime(Timestamp(microseconds: 1_700_000_000_000_001)), .guid(GUID(bits: 1)), .binary([1, 0, 2]),
      .string("[1.0,{}]"), .string("a"), .object([.string("\u{1F680}"), .decimal(DecimalNumber("0.001") ?? .zero)]),
      .list([.string("x"), .string("")]),
    ]
    let outcome = try await sandbox.write(
      .create(values.enumerated().map { PropertyValue(property: $0.offset, value: $0.element) }))
    guard case .done(let record?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(Array(record.values.dropLast()) == values)
    #expect(record.key == RecordKey(.integer(7)))
  }

  @Test func `an earlier create whose record is gone is not made again`() async throws {
    let sandbox = try Sandbox(Entities.order)
    let values = [sandbox.set("unit \"price\"", .decimal(DecimalNumber(1)))]
    guard case .done(let record?) = try await sandbox.write(.create(values), "op") else {
      Issue.record("the create was refused")
      return
    }
    try sandbox.database.delete(record.key, of: sandbox.entity)
    guard
      case .unknown = try await sandbox.connector.resolve(OperationIdentifier("op"), values: values, in: sandbox.entity)
    else {
      Issue.record("a person's deletion would be undone")
      return
    }
    guard case .rejected(.gone) = try await sandbox.write(.create(values), "op") else {
      Issue.record("a person's deletion was undone")
      return
    }
    #expect(try sandbox.database.count(of: sandbox.entity) == 0)
  }

  @Test func `an external key that is too short for an identity is not used`() throws {
    let short = EntitySchema(
      reference: EntityReference(system: "A", entity: "B"), label: "B", resource: "b",
      properties: [
        PropertySchema(name: "id", type: .integer), PropertySchema(name: "key", type: .string(maximumLength: 20)),
      ], key: 0, title: nil, modified: nil, externalKey: 1,
      changes: ChangeFeed(cursor: 0, kind: .rowVersion, deletions: .keyListing), isReadOnly: false)
    let connector = SQLiteConnector(system: "A", path: "/nowhere")
    #expect(connector.createGuarantee(for: short) == .idempotencyKey)
    #expect(connector.createGuarantee(for: Entities.account) == .externalKey)
  }

  @Test func `a table without row identifiers takes new records`() async throws {
    let directory = TemporaryDirectory()
    let queue = try DatabaseQueue(path: directory.file("a.sqlite"))
    let entity = EntitySchema(
      reference: EntityReference(system: "A", entity: "Thing"), label: "Thing", resource: "thing",
      properties: [
        PropertySchema(name: "code", type: .string(maximumLength: nil), access: .createOnly),
        PropertySchema(name: "name", type: .string(maximumLength: nil)),
        PropertySchema(name: "version", type: .integer, access: .readOnly),
      ], key: 0, title: nil, modified: nil, externalKey: nil,
      changes: ChangeFeed(cursor: 2, kind: .rowVersion, deletions: .keyListing), isReadOnly: false)
    try await queue.write {
      try $0.execute(
        sql: "CREATE TABLE Thing (code TEXT PRIMARY KEY, name TEXT, version INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID")
    }
    let connector = SQLiteConnector(system: "A", path: directory.file("a.sqlite"))
    let code = PropertyValue(property: 0, value: .string("T1"))
    let outcome = try await connector.write(
      [WriteRequest(operation: OperationIdentifier("x"), action: .create([code]))], to: entity)[0]
    guard case .done(let record?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(record.key == RecordKey(.string("T1")))
    let change = try await connector.write(
      [WriteRequest(operation: OperationIdentifier("y"), action: .update(record.key, [code], ifVersion: nil))],
      to: entity)[0]
    #expect(reason(change)?.contains("only when the record is created") == true)
  }

  // MARK: Access

  @Test func `a connector for reading and an entity that may only be read refuse every write`() async throws {
    let sandbox = try Sandbox(Entities.account)
    let reader = SQLiteConnector(system: "Books", path: sandbox.database.path, access: .readOnly)
    let request = WriteRequest(
      operation: OperationIdentifier("x"), action: .create([sandbox.set("Name", .string("new"))]))
    #expect(reason(try await reader.write([request], to: sandbox.entity)[0])?.contains("only be read") == true)
    #expect(try sandbox.database.count(of: sandbox.entity) == 0)
    #expect(try await reader.keys(of: sandbox.entity, after: nil, limit: 5).keys.isEmpty)
  }

  @Test func `a database that another program writes to is busy, and nothing has happened`() async throws {
    let sandbox = try Sandbox(Entities.account)
    let connector = SQLiteConnector(system: "Books", path: sandbox.database.path, busyTimeout: 0.05)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: sandbox.database.path, configuration: configuration)
    let request = WriteRequest(
      operation: OperationIdentifier("x"), action: .create([sandbox.set("Name", .string("new"))]))
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    await #expect {
      _ = try await connector.write([request], to: sandbox.entity)
    } throws: { ($0 as? SystemError)?.kind == .busy }
    try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
    guard case .done = try await connector.write([request], to: sandbox.entity)[0] else {
      Issue.record("the create was refused afterwards")
      return
    }
    #expect(try sandbox.database.count(of: sandbox.entity) == 1)
  }
}
