import Synchronization
import TandemRuntime
import TandemValues

/// Passes everything on; others override what they disturb.
protocol Wrapper: SystemConnector {
  var inner: MemorySystem { get }
  func beforeWrite() async throws(SystemError)
  func afterWrite() async throws(SystemError)
  func beforeListing(_ cursor: ChangeCursor?) async throws(SystemError)
}

extension Wrapper {
  var system: String { inner.system }
  func beforeWrite() async throws(SystemError) {}
  func afterWrite() async throws(SystemError) {}
  func beforeListing(_ cursor: ChangeCursor?) async throws(SystemError) {}
  func createGuarantee(for entity: EntitySchema) -> CreateGuarantee { inner.createGuarantee(for: entity) }
  func batchLimit(for entity: EntitySchema) -> Int { inner.batchLimit(for: entity) }
  func changes(of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int) async throws(SystemError) -> ChangePage
  {
    try await inner.changes(of: entity, after: cursor, limit: limit)
  }
  func keys(of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int) async throws(SystemError) -> KeyPage {
    try await beforeListing(cursor)
    return try await inner.keys(of: entity, after: cursor, limit: 2)
  }
  func records(of entity: EntitySchema, keys: [RecordKey]) async throws(SystemError) -> [Record] {
    try await inner.records(of: entity, keys: keys)
  }
  func write(_ requests: [WriteRequest], to entity: EntitySchema) async throws(SystemError) -> [WriteOutcome] {
    try await beforeWrite()
    let outcomes = try await inner.write(requests, to: entity)
    try await afterWrite()
    return outcomes
  }
  func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution {
    try await inner.resolve(operation, values: values, in: entity)
  }
}

/// Listings end with an error after the first page.
struct BrokenListing: Wrapper {
  let inner: MemorySystem
  init(_ inner: MemorySystem) { self.inner = inner }
  func beforeListing(_ cursor: ChangeCursor?) async throws(SystemError) {
    if cursor != nil { throw SystemError(system: system, kind: .unavailable, message: "the connection broke") }
  }
}

/// The system has become older than what was read from one of its entities, and has fewer records than before.
struct RestoredSystem: Wrapper {
  let inner: MemorySystem
  let entity: EntityReference
  func changes(of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int) async throws(SystemError) -> ChangePage
  {
    if entity.reference == self.entity {
      throw SystemError(system: system, kind: .restored, message: "older than before")
    }
    return try await inner.changes(of: entity, after: cursor, limit: limit)
  }
  func keys(of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int) async throws(SystemError) -> KeyPage {
    KeyPage(keys: [], next: nil)
  }
  func records(of entity: EntitySchema, keys: [RecordKey]) async throws(SystemError) -> [Record] { [] }
  func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution { .notCreated }
}

/// The system does not answer questions about earlier creates.
struct SilentResolution: Wrapper {
  let inner: MemorySystem
  func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution {
    throw SystemError(system: system, kind: .unavailable, message: "no answer")
  }
}

/// A user edits just before the first write arrives.
final class LateEdit: Wrapper {
  let inner: MemorySystem
  private let edit: @Sendable () async -> Void
  private let isDone = Mutex(false)

  init(_ inner: MemorySystem, _ edit: @escaping @Sendable () async -> Void) {
    self.inner = inner
    self.edit = edit
  }

  func beforeWrite() async throws(SystemError) {
    let isFirst = isDone.withLock { done in
      defer { done = true }
      return !done
    }
    if isFirst { await edit() }
  }
}

struct Killed: Error {}

/// Ends the process, as far as the engine can tell, at the n-th effect: from then on nothing works any more.
final class KillSwitch: Sendable {
  private let state: Mutex<(count: Int, limit: Int)>

  init(at limit: Int) { state = Mutex((0, limit)) }

  var isDead: Bool { state.withLock { $0.count >= $0.limit } }

  func effect() throws(Killed) {
    let isDead = state.withLock { state in
      state.count += 1
      return state.count >= state.limit
    }
    if isDead { throw Killed() }
  }
}

struct MortalConnector: Wrapper {
  let inner: MemorySystem
  let killer: KillSwitch
  func beforeWrite() async throws(SystemError) { try check() }
  func afterWrite() async throws(SystemError) { try check() }
  private func check() throws(SystemError) {
    do { try killer.effect() } catch { throw SystemError(system: system, kind: .unavailable, message: "killed") }
  }
}

struct MortalStore: StateStore {
  let inner: MemoryStore
  let killer: KillSwitch

  func read<Result: Sendable>(_ body: @Sendable (any StateReader) throws -> Result) async throws -> Result {
    if killer.isDead { throw Killed() }
    return try await inner.read(body)
  }

  func write<Result: Sendable>(_ body: @Sendable (any StateWriter) throws -> Result) async throws -> Result {
    try killer.effect()
    let result = try await inner.write(body)
    try killer.effect()
    return result
  }

  func overlay() async throws -> any StateStore { await inner.overlay() }
}
