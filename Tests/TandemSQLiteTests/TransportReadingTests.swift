import Foundation
import GRDB
import TandemRuntime
import TandemSQLite
import TandemSandbox
import TandemValues
import Testing

@Suite struct TransportReadingTests {
  // MARK: Types

  /// A database whose columns have no types, so that it takes any value as it is.
  func lab(_ values: [String: String]) throws -> (TemporaryDirectory, SQLiteConnector) {
    let directory = TemporaryDirectory()
    let queue = try DatabaseQueue(path: directory.file("lab.sqlite"))
    let names = Entities.sample.properties.map(\.name)
    let row = names.map { values[$0] ?? ($0 == "id" || $0 == "version" ? "1" : "NULL") }
    try queue.write { database in
      try database.execute(sql: "CREATE TABLE Sample (\(names.joined(separator: ", ")))")
      try database.execute(sql: "INSERT INTO Sample VALUES (\(row.joined(separator: ", ")))")
    }
    return (directory, SQLiteConnector(system: "Lab", path: directory.file("lab.sqlite")))
  }

  @Test(arguments: [
    ("text", "'Åse  '", Value.string("Åse  ")), ("text", "''", .string("")), ("text", "NULL", .null),
    ("number", "-9223372036854775808", .integer(.min)),
    ("amount", "'12345678901234567890.123456789'", .decimal(DecimalNumber("12345678901234567890.123456789") ?? .zero)),
    ("amount", "0.1", .decimal(DecimalNumber("0.1") ?? .zero)), ("amount", "17", .decimal(DecimalNumber(17))),
    ("amount", "19.99", .decimal(DecimalNumber("19.99") ?? .zero)),
    ("weight", "2", .float(2)), ("weight", "0.25", .float(0.25)), ("ready", "1", .boolean(true)),
    ("day", "'2024-02-29'", .date(CalendarDate(daysSinceEpoch: 19_782))),
    ("hour", "'23:59:59.5'", .time(TimeOfDay(microseconds: 86_399_500_000))),
    ("moment", "'2024-02-29T12:00:00+02:00'", .datetime(Timestamp(microseconds: 1_709_200_800_000_000))),
    ("reference", "'{00000000-0000-0000-0000-0000000000FF}'", .guid(GUID(bits: 255))),
    ("picture", "x'00ff'", .binary([0, 255])), ("anything", "'{\"a\": [1, null]}'", .string("{\"a\": [1, null]}")),
    ("kind", "'b'", .string("b")),
    (
      "place", "'{\"more\": true, \"height\": 12.345, \"city\": \"G\\u00f6teborg\"}'",
      .object([.string("Göteborg"), .decimal(DecimalNumber("12.345") ?? .zero)])
    ),
    ("place", "'{\"city\": null}'", .object([.null, .absent])), ("tags", "'[]'", .list([])),
    ("tags", "'[\"a\", null]'", .list([.string("a"), .null])),
  ])
  func `a stored value is read as its declared type`(_ name: String, _ stored: String, _ expected: Value) async throws {
    let (directory, connector) = try lab([name: stored])
    let page = try await connector.changes(of: Entities.sample, after: nil, limit: 5)
    guard case .upsert(let record)? = page.changes.first else {
      Issue.record("\(page.changes)")
      return
    }
    #expect(record.values[Entities.position(name, in: Entities.sample)] == expected)
    withExtendedLifetime(directory) {}
  }

  @Test(arguments: [
    ("text", "42", "holds a whole number, but is declared as string"), ("text", "x'41'", "holds bytes"),
    ("text", "CAST(x'ff41' AS TEXT)", "no valid UTF-8"), ("number", "1.5", "holds a number with a fraction"),
    ("number", "'12'", "holds text that is no integer"), ("amount", "'12,50'", "holds text that is no decimal"),
    ("amount", "x'31'", "holds bytes"), ("amount", "9e999", "holds a number with a fraction"),
    ("weight", "'heavy'", "holds text that is no float"), ("ready", "2", "holds a whole number"),
    ("ready", "'true'", "holds text that is no boolean"), ("day", "'2024-02-30'", "holds text that is no date"),
    ("day", "'29.02.2024'", "no date"), ("hour", "'25:00'", "no time"), ("moment", "'yesterday'", "no datetime"),
    ("moment", "1709200800", "holds a whole number"), ("reference", "'123'", "no guid"),
    ("picture", "'AQI='", "no binary"), ("anything", "'{a: 1}'", "no json"),
    ("kind", "'c'", "none of its declared values"),
    ("place", "'[]'", "no object"), ("place", "'{\"height\": \"tall\"}'", "has a member 'height'"),
    ("tags", "'[1]'", "no string"), ("tags", "'[\"a\"'", "no list"), ("version", "NULL", "holds no whole number"),
    ("version", "'new'", "'version'"),
  ])
  func `a stored value of another type sets the record aside, with a reason and without the value`(
    _ name: String, _ stored: String, _ expected: String
  ) async throws {
    let (directory, connector) = try lab([name: stored])
    let page = try await connector.changes(of: Entities.sample, after: nil, limit: 5)
    guard case .unreadable(let key, let reason)? = page.changes.first else {
      Issue.record("\(page.changes)")
      return
    }
    #expect(key == RecordKey(.integer(1)))
    #expect(reason.contains("'\(name)'"))
    #expect(reason.contains(expected))
    #expect(!reason.contains("yesterday") && !reason.contains("heavy") && !reason.contains("12,50"))
    // It must not look as if it were gone.
    await #expect(throws: SystemError.self) {
      _ = try await connector.records(of: Entities.sample, keys: [RecordKey(.integer(1))])
    }
    withExtendedLifetime(directory) {}
  }

  @Test func `text behind a NUL character is not cut off`() async throws {
    let (directory, connector) = try lab(["text": "'a' || char(0) || 'b'"])
    let record = try await connector.records(of: Entities.sample, keys: [RecordKey(.integer(1))]).first
    #expect(record?.values[1] == .string("a\u{0}b"))
    withExtendedLifetime(directory) {}
  }

  @Test func `a key of the wrong type is reported under what stands there`() async throws {
    let (directory, connector) = try lab(["id": "'seven'"])
    let page = try await connector.changes(of: Entities.sample, after: nil, limit: 5)
    guard case .unreadable(let key, let reason)? = page.changes.first else {
      Issue.record("\(page.changes)")
      return
    }
    #expect(key == RecordKey(.string("seven")))
    #expect(reason.contains("'id'"))
    withExtendedLifetime(directory) {}
  }

  @Test func `identifiers in capitals are found again`() async throws {
    let sandbox = try Sandbox(Entities.account)
    let text = "0123ABCD-0123-4123-8123-0123456789AB"
    try sandbox.database.execute("INSERT INTO Accounts (ID, Name) VALUES ('\(text)', 'Capital')")
    let key = RecordKey(.guid(GUID(text) ?? GUID(bits: 0)))
    let record = try await sandbox.connector.records(of: sandbox.entity, keys: [key]).first
    #expect(record?.values[1] == .string("Capital"))
    let outcome = try await sandbox.write(
      .update(key, [sandbox.set("Name", .string("New"))], ifVersion: record?.version))
    guard case .done(let updated?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(updated.key == key)
  }

  // MARK: Paging

  @Test(arguments: [Entities.account, Entities.lead, Entities.order])
  func `ten thousand records arrive in pages, each once`(_ entity: EntitySchema) async throws {
    let sandbox = try Sandbox(entity)
    var world = SandboxWorld(seed: 3)
    let keys = try world.fill(sandbox.database, entity, count: 10_000)
    let (changes, cursor) = try await sandbox.changes(limit: 700)
    let read = changes.compactMap { if case .upsert(let record) = $0 { record.key } else { nil } }
    #expect(read.count == 10_000)
    #expect(Set(read) == Set(keys))
    // Afterwards only the lookback is read again, and for row versions nothing.
    let again = try await sandbox.changes(after: cursor)
    #expect(again.1 == cursor)
    if entity.changes.kind == .rowVersion { #expect(again.0.isEmpty) }
  }

  @Test func `many records of one moment are paged by their key`() async throws {
    let sandbox = try Sandbox(Entities.order)
    let moment = "2026-01-01T00:00:00.000Z"
    let rows = (1...500).map { _ in "(1, '\(moment)')" }.joined(separator: ",")
    try sandbox.database.execute(
      "INSERT INTO \"Order \"\"lines\"\"\" (\"unit \"\"price\"\"\", modified) VALUES \(rows)")
    let (changes, cursor) = try await sandbox.changes(limit: 7)
    #expect(changes.count == 500)
    // One more of the same moment, committed later, is still seen.
    try sandbox.database.execute(
      "INSERT INTO \"Order \"\"lines\"\"\" (\"unit \"\"price\"\"\", modified) VALUES (2, '\(moment)')")
    let later = try await sandbox.changes(after: cursor, limit: 7).0
    #expect(
      later.contains { if case .upsert(let record) = $0 { record.key == RecordKey(.integer(501)) } else { false } })
  }

  @Test func `a time that commits late is found within the lookback`() async throws {
    let sandbox = try Sandbox(Entities.lead)
    func insert(_ name: String, _ time: String) throws {
      try sandbox.database.execute("INSERT INTO Lead (LastName, SystemModstamp) VALUES ('\(name)', '\(time)')")
    }
    try insert("first", "2026-01-01T12:00:00.000Z")
    let cursor = try await sandbox.changes().1
    try insert("late", "2026-01-01T11:59:05.500Z")
    try insert("too late", "2026-01-01T11:58:00.000Z")
    let names = try await sandbox.changes(after: cursor).0.compactMap { change -> Value? in
      if case .upsert(let record) = change { record.values[1] } else { nil }
    }
    #expect(names == [.string("late"), .string("first")])
  }

  @Test func `a record without a version is reported each time, never overlooked`() async throws {
    let (directory, connector) = try lab(["version": "NULL"])
    let first = try await connector.changes(of: Entities.sample, after: nil, limit: 1)
    var page = first
    while !page.isLast { page = try await connector.changes(of: Entities.sample, after: page.next, limit: 1) }
    let again = try await connector.changes(of: Entities.sample, after: page.next, limit: 1)
    for found in [first, again] {
      guard case .unreadable(RecordKey(.integer(1)), _)? = found.changes.first else {
        Issue.record("\(found)")
        return
      }
    }
    withExtendedLifetime(directory) {}
  }

  // MARK: Deletions

  @Test func `a record that was deleted and came back is not reported as deleted`() async throws {
    let sandbox = try Sandbox(Entities.account)
    let keys = try sandbox.database.insert(
      [[.absent, .string("one")], [.absent, .string("two")]], into: sandbox.entity)
    let cursor = try await sandbox.changes().1
    for key in keys { try sandbox.database.delete(key, of: sandbox.entity) }
    _ = try sandbox.database.insert([[keys[0].value, .string("back")]], into: sandbox.entity)
    var deleted: [RecordKey] = []
    var present: [RecordKey] = []
    for change in try await sandbox.changes(after: cursor, limit: 1).0 {
      switch change {
      case .deletion(let key): deleted.append(key)
      case .upsert(let record): present.append(record.key)
      case .unreadable(_, let reason): Issue.record("\(reason)")
      }
    }
    #expect(deleted == [keys[1]])
    #expect(present == [keys[0]])
  }

  // MARK: A system that cannot be used

  func error(_ connector: SQLiteConnector, _ entity: EntitySchema) async -> SystemError? {
    do {
      _ = try await connector.changes(of: entity, after: nil, limit: 5)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a missing file, another kind of file and a directory are told apart`() async throws {
    let directory = TemporaryDirectory()
    let missing = await error(SQLiteConnector(system: "Lab", path: directory.file("none.sqlite")), Entities.sample)
    #expect(missing?.kind == .unavailable)
    #expect(missing?.message.contains("there is no file") == true)
    #expect(!FileManager.default.fileExists(atPath: directory.file("none.sqlite")))
    try Data("hello, this is plain text and long enough to be looked at".utf8)
      .write(to: URL(fileURLWithPath: directory.file("text.sqlite")))
    let text = await error(SQLiteConnector(system: "Lab", path: directory.file("text.sqlite")), Entities.sample)
    #expect(text?.message.contains("no SQLite database") == true)
    let folder = await error(SQLiteConnector(system: "Lab", path: directory.path), Entities.sample)
    #expect(folder?.message.contains("is a directory") == true)
  }

  @Test func `a file that appears later is used`() async throws {
    let directory = TemporaryDirectory()
    let connector = SQLiteConnector(system: "Shop", path: directory.file("late.sqlite"))
    #expect(await error(connector, Entities.order)?.kind == .unavailable)
    _ = try SandboxDatabase.create(at: directory.file("late.sqlite"), entities: [Entities.order])
    #expect(await error(connector, Entities.order) == nil)
  }

  @Test func `a missing table is named together with those that exist`() async throws {
    let sandbox = try Sandbox(Entities.order)
    let found = await error(sandbox.connector, Entities.sample)
    #expect(found?.kind == .schema)
    #expect(found?.message.contains("no table 'Sample'") == true)
    #expect(found?.message.contains("Order \"lines\"") == true)
  }

  @Test func `all missing columns are named at once`() async throws {
    let directory = TemporaryDirectory()
    let queue = try DatabaseQueue(path: directory.file("a.sqlite"))
    try await queue.write {
      try $0.execute(sql: "CREATE TABLE Accounts (ID TEXT, Name TEXT, Remarks TEXT, Extra TEXT)")
    }
    let found = await error(SQLiteConnector(system: "Books", path: directory.file("a.sqlite")), Entities.account)
    #expect(found?.kind == .schema)
    #expect(
      found?.message.contains("'CreditLine', 'Status', 'SyncKey', 'Modified', 'Timestamp'") == true,
      "\(String(describing: found))")
    #expect(found?.message.contains("Extra") == false)
  }

  @Test func `a feed of deletions that is missing is named`() async throws {
    let sandbox = try Sandbox(Entities.account)
    try sandbox.database.execute("DROP TRIGGER \"Accounts deleted\"; DROP TABLE deleted_records")
    let found = await error(sandbox.connector, sandbox.entity)
    #expect(found?.kind == .schema)
    #expect(found?.message.contains("deleted_records") == true)
  }

  @Test func `a column that vanishes later is named`() async throws {
    let sandbox = try Sandbox(Entities.order)
    #expect(await error(sandbox.connector, sandbox.entity) == nil)
    try sandbox.database.execute("ALTER TABLE \"Order \"\"lines\"\"\" RENAME COLUMN \"group by\" TO other")
    let found = await error(sandbox.connector, sandbox.entity)
    #expect(found?.kind == .schema)
    #expect(found?.message.contains("'group by'") == true, "\(String(describing: found))")
  }
}
