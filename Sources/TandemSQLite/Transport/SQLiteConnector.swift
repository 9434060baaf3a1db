import Foundation
import GRDB
import Synchronization
import TandemRuntime
import TandemValues

/// A system whose records stand in an SQLite database: one table per entity, one column per property, both named as in
/// the description.
///
/// **Changes** are found along the cursor column (a number that grows, or a time in UTC such as
/// `2026-01-31T12:00:00.000Z`); an index on it and the key keeps that cheap. **Deletions** are read from the table
/// `deleted_records (entity, key, sequence)`, from a flag, or by listing keys. **Creates** happen at most once: the
/// operation's identity stands in the entity's external key, or in the table `tandem_operations`, which the connector
/// makes and fills in the transaction of the insert. Each page is one consistent snapshot, each batch one transaction in
/// which a refused record leaves the others alone.
public final class SQLiteConnector: SystemConnector {
  /// What the connector may do with the database.
  public enum Access: Sendable, Hashable {
    /// Read and write.
    case readWrite
    /// Read only; every write is refused.
    case readOnly
  }

  /// The system's name, as its description spells it.
  public let system: String
  /// The database file.
  public let path: String

  let access: Access
  private let busyTimeout: Double
  private let open = Mutex<DatabaseQueue?>(nil)
  private let tables = Mutex<[EntityReference: EntityTable]>([:])

  /// A connector to the database in a file, which must exist; it is opened at the first use.
  ///
  /// - Parameter busyTimeout: how many seconds to wait while another program writes, before the system counts as busy.
  public init(system: String, path: String, access: Access = .readWrite, busyTimeout: Double = 5) {
    self.system = system
    self.path = path
    self.access = access
    self.busyTimeout = busyTimeout
  }

  /// Creates are found again by the external key where the entity has a fitting one, else by the kept identity.
  public func createGuarantee(for entity: EntitySchema) -> CreateGuarantee {
    externalKey(of: entity) == nil ? .idempotencyKey : .externalKey
  }

  /// 500 for every entity.
  public func batchLimit(for entity: EntitySchema) -> Int { 500 }

  /// The property that holds the identity of a create: text long enough for it, or an identifier.
  func externalKey(of entity: EntitySchema) -> Int? {
    guard let position = entity.externalKey else { return nil }
    switch entity.properties[position].type {
    case .guid: return position
    case .string(let limit): return limit ?? .max >= 36 ? position : nil
    default: return nil
    }
  }

  // MARK: The database

  /// Runs a body with the database and the entity's checked table, away from the caller's thread, and turns what goes
  /// wrong into the system's error.
  func perform<Result: Sendable>(
    on entity: EntitySchema, _ body: @escaping @Sendable (Database, EntityTable) throws -> Result
  ) async throws(SystemError) -> Result {
    let queue = try connection()
    let outcome: Swift.Result<Result, any Error> = await withCheckedContinuation { continuation in
      queue.asyncWriteWithoutTransaction { [self] database in
        continuation.resume(
          returning: Swift.Result {
            do {
              return try body(database, try table(of: entity, in: database))
            } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
              // The table may have changed under us: the check says how.
              tables.withLock { $0[entity.reference] = nil }
              _ = try table(of: entity, in: database)
              throw error
            }
          })
      }
    }
    do {
      return try outcome.get()
    } catch {
      throw SystemError.of(error, system: system, path: path)
    }
  }

  private func table(of entity: EntitySchema, in database: Database) throws -> EntityTable {
    if let table = tables.withLock({ $0[entity.reference] }) { return table }
    let table = try SchemaCheck.table(of: entity, in: database, path: path)
    tables.withLock { $0[entity.reference] = table }
    return table
  }

  private func connection() throws(SystemError) -> DatabaseQueue {
    do {
      return try open.withLock { held in
        if let queue = held { return queue }
        let queue = try makeConnection()
        held = queue
        return queue
      }
    } catch {
      throw SystemError.of(error, system: system, path: path)
    }
  }

  private func makeConnection() throws -> DatabaseQueue {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw SystemError(
        system: system, kind: .unavailable,
        message: "there is no file \(path); correct the path of \(system) in the environment, or create the database")
    }
    guard !isDirectory.boolValue else {
      throw SystemError(
        system: system, kind: .unavailable,
        message: "\(path) is a directory; name the database file in the environment")
    }
    var configuration = Configuration()
    configuration.label = "system \(system)"
    configuration.readonly = access == .readOnly
    configuration.busyMode = .timeout(busyTimeout)
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}
