import Foundation
import GRDB
import TandemRuntime
import TandemSandbox
import TandemValues
import Testing

@testable import TandemSQLite

@Suite struct StateStoreTests {
  let directory = TemporaryDirectory()

  func open(_ name: String = "state.sqlite", environment: String = "test") throws(StateError) -> SQLiteStateStore {
    try SQLiteStateStore(path: directory.file(name), environment: environment)
  }

  /// The error that opening the file ends with; `nil` when it opens.
  func errorOfOpening(
    _ name: String = "state.sqlite", environment: String = "test", access: SQLiteStateStore.Access = .exclusive
  ) -> StateError? {
    do {
      _ = try SQLiteStateStore(path: directory.file(name), environment: environment, access: access)
      return nil
    } catch {
      return error
    }
  }

  // MARK: What every store does

  @Test func `does what the protocol promises`() async {
    let failures = await StoreConformance { [directory] in
      try SQLiteStateStore(path: directory.file(), environment: "test")
    }.run()
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test func `the store in memory does what the protocol promises`() async {
    let failures = await StoreConformance { MemoryStore() }.run()
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test func `an overlay does what the protocol promises`() async {
    let failures = await StoreConformance { [directory] in
      try await SQLiteStateStore(path: directory.file(), environment: "test").overlay()
    }.run()
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test func `a store that breaks its promise is caught`() async {
    let failures = await StoreConformance { [directory] in
      let store = try SQLiteStateStore(path: directory.file(), environment: "test")
      try await store.queue.write { try $0.execute(sql: "DROP INDEX link_target; DROP TRIGGER observation_added") }
      return store
    }.run()
    #expect(failures.contains { $0.check == "links are exclusive per flow" })
    #expect(failures.contains { $0.check == "observed keys are listed in pages, without deleted ones" })
  }

  // MARK: Damage

  @Test func `an empty file is a state that was cut off, and no new one`() throws {
    let path = directory.file("state.sqlite")
    for access in [SQLiteStateStore.Access.exclusive, .readOnly] {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      guard case .unreadable(let message)? = errorOfOpening(access: access) else {
        Issue.record("an empty file was opened as \(access)")
        continue
      }
      #expect(message.contains(path) && message.contains("restore a copy"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty, "the file is left as it was")
    }
  }

  @Test func `a new state never stands under its name without contents, and a draft of a killed run is no obstacle`()
    throws
  {
    _ = FileManager.default.createFile(atPath: directory.file("state.sqlite.new"), contents: Data("rest".utf8))
    let store = try open()
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.path)).count > 0)
    #expect(!FileManager.default.fileExists(atPath: directory.file("state.sqlite.new")))
    let mode = try FileManager.default.attributesOfItem(atPath: store.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a damaged state is named, also by the copy on which a plan is tried out`() async throws {
    let flow = FlowIdentifier("a.b~c.d")
    let store = try open()
    try await store.write { try $0.addPending(flow, .source, keys: (0..<5_000).map { RecordKey(.integer($0)) }) }
    try store.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: store.path))
    let pages = whole.count / 4_096
    // Cut off after each page, and with the right size but rubbish from some page on, which shows only when it is read.
    for page in stride(from: 1, to: pages, by: max(1, pages / 20)) + (pages / 2..<pages / 2 + 5).map({ -$0 }) {
      let path = directory.file("damaged\(page).sqlite")
      var contents = whole.prefix(abs(page) * 4_096)
      if page < 0 { contents.append(Data(repeating: 0xA5, count: whole.count - contents.count)) }
      try contents.write(to: URL(fileURLWithPath: path))
      var message: String?
      do {
        let overlay = try await SQLiteStateStore(path: path, environment: "test").overlay()
        _ = try await overlay.read { try $0.pending(flow, limit: 10_000) }
        _ = try await overlay.write { try $0.addPending(flow, .target, keys: [RecordKey(.integer(1))]) }
      } catch StateError.unreadable(let text) {
        message = text
      }
      #expect(message?.contains(path) == true && message?.contains(":memory:") == false, "\(message ?? "opened")")
      #expect(message?.contains("restore a copy") == true && message?.contains("sync plan") == true)
      #expect(message?.contains("recover") == false)
    }
  }

  // MARK: Durability

  @Test func `what was written is there after closing and opening again`() async throws {
    let flow = FlowIdentifier("a.b~c.d")
    let store = try open()
    try await store.write { try $0.addPending(flow, .target, keys: [RecordKey(.string("x"))]) }
    try store.close()
    let again = try open()
    #expect(
      try await again.read { try $0.pending(flow, limit: 2) } == [
        PendingRecord(side: .target, key: .init(.string("x")))
      ])
  }

  @Test func `commits wait for the disk`() async throws {
    let store = try open()
    let settings = try await store.queue.write { database in
      [try Int.fetchOne(database, sql: "PRAGMA synchronous"), try Int.fetchOne(database, sql: "PRAGMA foreign_keys")]
    }
    #expect(settings == [2, 1])
    #expect(try await store.queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test func `a transaction that a kill interrupts is gone, and those before it are kept`() async throws {
    // A copy of the file and its log while a transaction is open is what a kill leaves on the disk.
    let flow = FlowIdentifier("a.b~c.d")
    let store = try open()
    try await store.write { try $0.addPending(flow, .source, keys: [RecordKey(.integer(1))]) }
    let from = directory.file("state.sqlite")
    let copy = directory.file("copy.sqlite")
    try await store.write { state in
      try state.addPending(flow, .source, keys: (2..<5_000).map { RecordKey(.integer($0)) })
      for ending in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: from + ending, toPath: copy + ending)
      }
    }
    let killed = try SQLiteStateStore(path: copy, environment: "test")
    #expect(try await killed.read { try $0.pendingCount(flow) } == 1)
    #expect(try await store.read { try $0.pendingCount(flow) } == 4_999)
  }

  @Test func `a torn end of the log loses only what was not acknowledged`() async throws {
    let flow = FlowIdentifier("a.b~c.d")
    let store = try open()
    for number in Int64(0)..<20 {
      try await store.write { try $0.addPending(flow, .source, keys: [.init(.integer(number))]) }
    }
    let copy = directory.file("copy.sqlite")
    try FileManager.default.copyItem(atPath: store.path, toPath: copy)
    var log = try Data(contentsOf: URL(fileURLWithPath: store.path + "-wal"))
    log.append(Data(repeating: 0xA5, count: 3_000))
    try log.write(to: URL(fileURLWithPath: copy + "-wal"))
    let torn = try SQLiteStateStore(path: copy, environment: "test")
    #expect(try await torn.read { try $0.pendingCount(flow) } == 20)
  }

  @Test func `a full disk is reported and what was there stays`() async throws {
    let flow = FlowIdentifier("a.b~c.d")
    let store = try open()
    try await store.write { try $0.addPending(flow, .source, keys: [.init(.integer(1))]) }
    try await store.queue.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    await #expect {
      try await store.write {
        try $0.addPending(flow, .source, keys: (Int64(0)..<10_000).map { RecordKey(.integer($0)) })
      }
    } throws: { error in
      guard case StateError.storage(let message) = error else { return false }
      return message.contains("full")
    }
    #expect(try await store.read { try $0.pendingCount(flow) } == 1)
  }

  // MARK: One process at a time

  @Test func `a second process is refused and told who holds the state`() throws {
    let store = try open()
    guard case .locked(let message)? = errorOfOpening() else {
      Issue.record("the state was opened twice")
      return
    }
    #expect(message.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
    withExtendedLifetime(store) {}
  }

  @Test func `the lock ends with the store`() throws {
    do { _ = try open() }
    #expect(errorOfOpening() == nil)
  }

  @Test func `a lock file that a killed process left does not matter`() throws {
    try Data("99999\n".utf8).write(to: URL(fileURLWithPath: directory.file("state.sqlite.lock")))
    #expect(errorOfOpening() == nil)
  }

  @Test func `another spelling of the path meets the same lock`() throws {
    let store = try open()
    try FileManager.default.createSymbolicLink(
      atPath: directory.file("other.sqlite"), withDestinationPath: directory.file("state.sqlite"))
    guard case .locked? = errorOfOpening("other.sqlite") else {
      Issue.record("the state was opened twice")
      return
    }
    withExtendedLifetime(store) {}
  }

  @Test func `a running sync can be looked at`() async throws {
    let flow = FlowIdentifier("a.b~c.d")
    let store = try open()
    try await store.write { try $0.addPending(flow, .source, keys: [.init(.integer(1))]) }
    let viewer = try SQLiteStateStore(path: store.path, environment: "test", access: .readOnly)
    #expect(try await viewer.read { try $0.pendingCount(flow) } == 1)
    try await store.write { try $0.addPending(flow, .source, keys: [.init(.integer(2))]) }
    #expect(try await viewer.read { try $0.pendingCount(flow) } == 2)
    await #expect(throws: StateError.self) { try await viewer.write { try $0.closeIntent(OperationIdentifier("x")) } }
    let copy = try await viewer.overlay()
    try await copy.write { try $0.addPending(flow, .source, keys: [.init(.integer(3))]) }
    #expect(try await copy.read { try $0.pendingCount(flow) } == 3)
  }

  // MARK: The wrong file

  @Test func `only its user may read the state and what stands beside it`() async throws {
    let store = try open()
    try await store.write { try $0.setCursor(ChangeCursor("1"), of: EntityReference(system: "a", entity: "b")) }
    for name in ["state.sqlite", "state.sqlite-wal", "state.sqlite-shm", "state.sqlite.lock"] {
      #expect(directory.mode(name) == 0o600, "\(name)")
    }
  }

  @Test func `the state of another environment is refused`() throws {
    do { _ = try open(environment: "production") }
    #expect(errorOfOpening(environment: "test") == .otherEnvironment(found: "production", expected: "test"))
    #expect(errorOfOpening(environment: "production") == nil)
  }

  @Test func `a file of another kind is refused and stays as it is`() throws {
    let text = Data("name,city\nAda,London\n".utf8)
    try text.write(to: URL(fileURLWithPath: directory.file("state.sqlite")))
    guard case .unreadable(let message)? = errorOfOpening() else {
      Issue.record("a text file was taken for a state")
      return
    }
    #expect(message.contains("another kind"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: directory.file("state.sqlite"))) == text)
  }

  @Test func `an SQLite file that is no state is refused and stays as it is`() throws {
    let queue = try DatabaseQueue(path: directory.file("state.sqlite"))
    try queue.write { try $0.execute(sql: "CREATE TABLE customer (id INTEGER PRIMARY KEY)") }
    guard case .unreadable(let message)? = errorOfOpening() else {
      Issue.record("a database was taken for a state")
      return
    }
    #expect(message.contains("no state"))
    #expect(try queue.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") } == ["customer"])
  }

  @Test func `the state of a newer program is refused`() throws {
    do {
      let store = try open()
      try store.queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999: the future')") }
    }
    guard case .unreadable(let message)? = errorOfOpening() else {
      Issue.record("a newer state was opened")
      return
    }
    #expect(message.contains("newer version"))
  }

  @Test func `a damaged file is refused`() throws {
    do {
      let store = try open()
      try store.close()
    }
    let url = URL(fileURLWithPath: directory.file("state.sqlite"))
    var bytes = try Data(contentsOf: url)
    for index in 100..<bytes.count { bytes[index] = 0x5A }
    try bytes.write(to: url)
    guard case .unreadable? = errorOfOpening() else {
      Issue.record("found \(String(describing: errorOfOpening()))")
      return
    }
  }

  @Test func `a missing directory, a directory in its place and a read-only file are told apart`() throws {
    guard case .storage(let missing)? = errorOfOpening("nowhere/state.sqlite") else {
      Issue.record("a directory was made up")
      return
    }
    #expect(missing.contains("nowhere does not exist"))
    try FileManager.default.createDirectory(atPath: directory.file("folder"), withIntermediateDirectories: false)
    guard case .unreadable? = errorOfOpening("folder") else {
      Issue.record("a directory was taken for a state")
      return
    }
    do { _ = try open() }
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: directory.file("state.sqlite"))
    guard case .storage(let readOnly)? = errorOfOpening() else {
      Issue.record("a read-only file was opened for writing")
      return
    }
    #expect(readOnly.contains("read-only"))
  }

  @Test func `looking at a state that does not exist creates none`() {
    guard case .unreadable? = errorOfOpening(access: .readOnly) else {
      Issue.record("a state was made up")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: directory.file("state.sqlite")))
  }
}
