import Foundation
import TandemRuntime
import TandemSQLite
import TandemValues
import Testing

/// Kills a process that writes to a state. The child is this test program itself, told by its environment to write.
@Suite struct KillTests {
  static let pathVariable = "TANDEM_TEST_STATE_WRITER"
  static let flow = FlowIdentifier("a.b~c.d")

  /// Writes until it is killed, when the environment says so; each acknowledged transaction is told by one byte.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment[pathVariable] != nil,
      "this is the child that the next test starts and kills; by itself it would write for ever"))
  func `writer that is killed`() async throws {
    guard let path = ProcessInfo.processInfo.environment[Self.pathVariable] else { return }
    let store = try SQLiteStateStore(path: path, environment: "test")
    let acknowledged = try FileHandle(forWritingTo: URL(fileURLWithPath: path + ".acknowledged"))
    for number in Int64(0)... {
      try await store.write { state in
        // Two records belong together: a kill must never leave one of them.
        try state.addPending(Self.flow, .source, keys: [RecordKey(.integer(number))])
        try state.addPending(Self.flow, .target, keys: [RecordKey(.integer(number))])
      }
      try acknowledged.write(contentsOf: Data([1]))
    }
  }

  // The child that this test starts runs the same program; without the condition it would start children for ever.
  @Test(
    .disabled(
      if: ProcessInfo.processInfo.environment[pathVariable] != nil,
      "the child must write, not start children of its own"), .timeLimit(.minutes(2)))
  func `a killed process loses nothing that was acknowledged and leaves no lock`() async throws {
    let directory = TemporaryDirectory()
    let path = directory.file("state.sqlite")
    _ = FileManager.default.createFile(atPath: path + ".acknowledged", contents: nil)
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    child.arguments = ["--testing-library", "swift-testing", "--filter", "writer that is killed"]
    child.environment = ProcessInfo.processInfo.environment.merging([Self.pathVariable: path]) { $1 }
    child.standardOutput = FileHandle.nullDevice
    child.standardError = FileHandle.nullDevice
    try child.run()
    func acknowledged() throws -> Int { try Data(contentsOf: URL(fileURLWithPath: path + ".acknowledged")).count }
    let deadline = ContinuousClock.now + .seconds(60)
    while try acknowledged() < 50, child.isRunning, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(5))
    }
    // While the child lives, nobody else gets the state.
    do {
      _ = try SQLiteStateStore(path: path, environment: "test")
      Issue.record("the state was opened twice")
    } catch {
      guard case .locked(let message) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(message.contains("process \(child.processIdentifier)"))
    }
    kill(child.processIdentifier, SIGKILL)
    child.waitUntilExit()
    let told = try acknowledged()
    #expect(told >= 50)

    let store = try SQLiteStateStore(path: path, environment: "test")
    let kept = try await store.read { try $0.pending(Self.flow, limit: .max) }
    let sources = Set(kept.filter { $0.side == .source }.map(\.key))
    #expect(sources == Set(kept.filter { $0.side == .target }.map(\.key)))
    for number in 0..<Int64(told) where !sources.contains(RecordKey(.integer(number))) {
      Issue.record("the transaction \(number) was acknowledged and is lost")
    }
    #expect(sources.count <= told + 1)
    #expect(try await store.read { try $0.pendingCount(Self.flow) } == kept.count)
  }
}
