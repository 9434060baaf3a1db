import Foundation
import Logging
import TandemRuntime
import TandemSQLite
import TandemSandbox
import TandemValues
import Testing

/// A database that is older than what was read from it must not go silently deaf.
@Suite struct RestoreTests {
  /// What reading on with a new connection ends with.
  func error(_ sandbox: Sandbox, after cursor: ChangeCursor) async -> SystemError? {
    let connector = SQLiteConnector(system: sandbox.entity.reference.system, path: sandbox.database.path)
    do {
      _ = try await connector.changes(of: sandbox.entity, after: cursor, limit: 10)
      return nil
    } catch {
      return error
    }
  }

  func insert(_ sandbox: Sandbox, _ name: String) throws -> RecordKey {
    var values: [Value] = Array(repeating: .absent, count: sandbox.entity.properties.count)
    values[1] = .string(name)
    return try sandbox.database.insert([values], into: sandbox.entity)[0]
  }

  func copy(_ from: String, _ to: String) throws {
    if FileManager.default.fileExists(atPath: to) { try FileManager.default.removeItem(atPath: to) }
    try FileManager.default.copyItem(atPath: from, toPath: to)
  }

  /// Leaves the system without a counter; versions are set by hand from then on.
  func removeCounter(_ sandbox: Sandbox) throws {
    try sandbox.database.execute(
      """
      DROP TRIGGER "Accounts inserted"; DROP TRIGGER "Accounts updated"; DROP TABLE sandbox_row_version
      """)
  }

  @Test(arguments: [Entities.account, Entities.sample])
  func `a restored backup is told from its counter`(_ entity: EntitySchema) async throws {
    let sandbox = try Sandbox(entity)
    let key = try insert(sandbox, "Ada")
    let backup = sandbox.directory.file("backup.sqlite")
    try copy(sandbox.database.path, backup)
    try sandbox.database.update(key, of: entity, set: [PropertyValue(property: 1, value: .string("Bea"))])
    let cursor = try await sandbox.changes().1
    #expect(await error(sandbox, after: cursor) == nil)
    try copy(backup, sandbox.database.path)
    let found = await error(sandbox, after: cursor)
    #expect(found?.kind == .restored)
    let message = found?.message ?? ""
    #expect(message.contains("version 1 is the last that it shows for \(entity.reference.entity), and 2 had been read"))
    #expect(message.contains("nothing is written to it") && message.contains("Put the newer file back"))
  }

  @Test(arguments: [Entities.account, Entities.sample])
  func `an empty database in the place of a full one is told`(_ entity: EntitySchema) async throws {
    let sandbox = try Sandbox(entity)
    _ = try insert(sandbox, "Ada")
    let cursor = try await sandbox.changes().1
    _ = try SandboxDatabase.create(at: sandbox.database.path, entities: [entity])
    #expect(await error(sandbox, after: cursor)?.kind == .restored)
  }

  @Test(arguments: [Entities.account, Entities.sample])
  func `deleting the newest record is no alarm`(_ entity: EntitySchema) async throws {
    let sandbox = try Sandbox(entity)
    _ = try insert(sandbox, "Ada")
    let newest = try insert(sandbox, "Bea")
    let cursor = try await sandbox.changes().1
    try sandbox.database.delete(newest, of: entity)
    #expect(await error(sandbox, after: cursor) == nil)
    let after = try await sandbox.changes(after: cursor).1
    #expect(await error(sandbox, after: after) == nil)
  }

  @Test func `without a counter only a feed that lost deletions is believed`() async throws {
    let sandbox = try Sandbox(Entities.account)
    _ = try insert(sandbox, "Ada")
    let newest = try insert(sandbox, "Bea")
    try removeCounter(sandbox)
    let cursor = try await sandbox.changes().1
    // Nothing was ever deleted, so no record can have vanished.
    let backup = sandbox.directory.file("backup.sqlite")
    try copy(sandbox.database.path, backup)
    try sandbox.database.execute("UPDATE Accounts SET Timestamp = 1")
    #expect(await error(sandbox, after: cursor)?.kind == .restored)
    // The newest was deleted, and the feed was cleared away later on.
    try copy(backup, sandbox.database.path)
    let other = try SandboxDatabase.open(at: sandbox.database.path, entities: [sandbox.entity])
    try other.delete(newest, of: sandbox.entity)
    #expect(await error(sandbox, after: cursor) == nil)
    let connector = SQLiteConnector(system: "Books", path: sandbox.database.path)
    let after = try await connector.changes(of: sandbox.entity, after: cursor, limit: 10).next
    try other.execute("DELETE FROM deleted_records")
    #expect(await error(sandbox, after: after) == nil)
    // The backup knows nothing of the deletion, and its newest record is older than what was read.
    try copy(backup, sandbox.database.path)
    try SandboxDatabase.open(at: sandbox.database.path, entities: [sandbox.entity])
      .execute("UPDATE Accounts SET Timestamp = 1")
    #expect(await error(sandbox, after: after)?.kind == .restored)
  }

  @Test func `without a counter and a feed nothing is certain, so there is no alarm`() async throws {
    let sandbox = try Sandbox(Entities.sample)
    let key = try insert(sandbox, "Ada")
    let cursor = try await sandbox.changes().1
    try sandbox.database.execute(
      "DROP TRIGGER \"Sample inserted\"; DROP TRIGGER \"Sample updated\"; DROP TABLE sandbox_row_version")
    try sandbox.database.delete(key, of: sandbox.entity)
    #expect(await error(sandbox, after: cursor) == nil)
  }
}
