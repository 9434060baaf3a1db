import GRDB
import TandemRuntime
import TandemValues

/// The whole transaction is gone, with the outcome for the record that broke it.
struct BrokenTransaction: Error {
  let outcome: WriteOutcome
}

/// A record that the system does not take.
struct Refusal: Error {
  let rejection: WriteOutcome.Rejection

  init(_ rejection: WriteOutcome.Rejection) { self.rejection = rejection }
}

/// The writes of one batch.
struct WriteBatch {
  let table: EntityTable
  let database: Database
  let externalKey: Int?

  /// What is known of an earlier create.
  enum Earlier {
    /// Nothing: it did not happen.
    case none
    /// It happened; the record is `nil` where it cannot be read.
    case record(Record?)
    /// It happened, and the record is gone by now.
    case gone
  }

  func carryOut(_ requests: [WriteRequest]) throws -> [WriteOutcome] {
    var outcomes: [WriteOutcome] = []
    do {
      try database.inTransaction(.immediate) {
        if externalKey == nil { try prepareOperations(requests) }
        for request in requests { outcomes.append(try carryOut(request)) }
        return .commit
      }
    } catch let error as DatabaseError {
      // A rule that the database checks at the end only.
      if let failure = ConstraintFailure(error) {
        throw BrokenTransaction(outcome: .rejected(.invalid(reason: failure.reason)))
      }
      // Whether the end of the transaction reached the disk is not known when the medium fails.
      if error.resultCode == .SQLITE_IOERR && outcomes.count == requests.count {
        return requests.map { _ in .unknown(reason: "the disk failed while the write was completed") }
      }
      throw error
    }
    return outcomes
  }

  func carryOut(_ request: WriteRequest) throws -> WriteOutcome {
    var outcome = WriteOutcome.done(nil)
    do {
      try database.inSavepoint {
        switch request.action {
        case .create(let values): outcome = .done(try create(values, request.operation))
        case .update(let key, let values, let version): outcome = .done(try update(key, values, ifVersion: version))
        case .delete(let key, let version): try delete(key, ifVersion: version)
        }
        return .commit
      }
      return outcome
    } catch let refusal as Refusal {
      return .rejected(refusal.rejection)
    } catch let error as DatabaseError {
      guard let failure = ConstraintFailure(error) else { throw error }
      let outcome = try rejection(of: failure, for: request)
      guard database.isInsideTransaction else { throw BrokenTransaction(outcome: outcome) }
      return outcome
    }
  }

  func rejection(of failure: ConstraintFailure, for request: WriteRequest) throws -> WriteOutcome {
    if failure.kind == .unique, case .create(let values) = request.action,
      let holder = try holder(of: failure.columns, values)
    {
      return .rejected(.duplicate(holder))
    }
    return .rejected(.invalid(reason: failure.reason))
  }

  // MARK: Values

  func forms(_ key: RecordKey) -> [DatabaseValue] { ColumnCoding.keyForms(key.value, as: table.keyType) }

  func record(_ row: Row) -> Record? {
    guard let key = table.recordKey(row[table.schema.key]) else { return nil }
    return try? table.record(row, key: key)
  }

  func encoded(
    _ values: [PropertyValue], isCreate: Bool, over row: Row?
  ) throws -> [(position: Int, value: DatabaseValue)] {
    var result: [(position: Int, value: DatabaseValue)] = []
    for pair in values where pair.value != .absent {
      guard table.schema.properties.indices.contains(pair.property) else {
        throw Refusal(.invalid(reason: "there is no property number \(pair.property + 1)"))
      }
      let property = table.schema.properties[pair.property]
      guard property.access == .readWrite || isCreate && property.access == .createOnly else {
        let when = property.access == .createOnly ? "can be set only when the record is created" : "can only be read"
        throw Refusal(.invalid(reason: "'\(property.name)' \(when)"))
      }
      var stored: JSONNode?
      if case .object = property.type, let row { stored = (row[pair.property] as String?).flatMap(JSONNode.init) }
      do {
        result.append((pair.property, try ColumnCoding.encode(pair.value, as: property.type, over: stored)))
      } catch {
        throw Refusal(.invalid(reason: "'\(property.name)' \(error.reason)"))
      }
    }
    return result
  }
}
