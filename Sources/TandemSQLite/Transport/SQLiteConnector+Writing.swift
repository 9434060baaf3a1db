import GRDB
import TandemRuntime
import TandemValues

extension SQLiteConnector {
  /// Carries out writes in one transaction, each on its own: what is refused leaves the others alone.
  public func write(
    _ requests: [WriteRequest], to entity: EntitySchema
  ) async throws(SystemError) -> [WriteOutcome] {
    if entity.isReadOnly || access == .readOnly {
      let what = entity.isReadOnly ? entity.reference.entity : system
      return requests.map { _ in .rejected(.invalid(reason: "\(what) may only be read")) }
    }
    let externalKey = externalKey(of: entity)
    return try await perform(on: entity) { database, table in
      let batch = WriteBatch(table: table, database: database, externalKey: externalKey)
      do {
        return try batch.carryOut(requests)
      } catch is BrokenTransaction {
        // One of them broke the transaction as a whole (a deferred reference, a trigger that rolls back). Nothing has
        // happened; alone, each meets its own fate.
        return try requests.map { request in
          do {
            return try batch.carryOut([request])[0]
          } catch let broken as BrokenTransaction {
            return broken.outcome
          }
        }
      }
    }
  }

  /// Looks the operation up in the external key or among the kept identities. A record that was created and is gone by
  /// now is answered with ``TandemRuntime/OperationResolution/unknown``: creating it again would undo a person's deletion.
  public func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution {
    let externalKey = externalKey(of: entity)
    return try await perform(on: entity) { database, table in
      try snapshot(database) {
        let batch = WriteBatch(table: table, database: database, externalKey: externalKey)
        switch try batch.earlier(operation) {
        case .record(let record?): return .created(record)
        case .record(nil), .gone: return .unknown
        case .none: return .notCreated
        }
      }
    }
  }
}
