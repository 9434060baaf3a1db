import Foundation
import GRDB
import Generated
import TandemRuntime
import TandemSQLite
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("kill -9 in the middle of the first run", .serialized)
struct KillTests {
  @Test("run again, every source record has exactly one target per flow, and all is as without the kill (I6, I14)")
  func kill() async throws {
    let template = try SampleSystems(.full)
    let before = try await template.counts()
    let undisturbed = try SampleSystems(copying: template)
    let outcome = try BuiltProgram.sync.run(["apply", "--yes"], in: undisturbed.home)
    #expect(outcome.status == 4, "\(outcome.output)")
    let expected = try await CanonicalWorld(undisturbed)
    let links = try links(undisturbed)
    var killed = 0
    // By the progress of the state: before the first link, in the middle, near the end.
    for share in [0, 5, 20, 40, 60, 80, 97] {
      let systems = try SampleSystems(copying: template)
      if try killWhen(systems, links: links * share / 100) { killed += 1 }
      let outcome = try BuiltProgram.sync.run(["apply", "--yes"], in: systems.home)
      #expect(outcome.status == 4, "after a kill at \(share) %: \(outcome.output.suffix(2_000))")
      try await expectOneTargetEach(systems, before: before, "\(share) %")
      let found = try await CanonicalWorld(systems)
      let difference = found.difference(from: expected)
      #expect(difference.isEmpty, "after a kill at \(share) %:\n\(difference)")
      let third = try BuiltProgram.sync.run(["apply", "--format", "json"], in: systems.home)
      #expect(third.output.contains("\"writeCount\" : 0"), "after a kill at \(share) % it does not come to rest")
    }
    #expect(killed >= 5, "most runs must be killed before they end")
  }

  @Test("killed again and again on its way, the first run still ends as without a kill (I6, I14)")
  func killRepeatedly() async throws {
    let template = try SampleSystems(.full)
    let before = try await template.counts()
    let undisturbed = try SampleSystems(copying: template)
    try BuiltProgram.sync.run(["apply", "--yes"], in: undisturbed.home)
    let links = try links(undisturbed)
    let systems = try SampleSystems(copying: template)
    var killed = 0
    for share in [2, 10, 25, 45, 65, 80, 92] where try killWhen(systems, links: links * share / 100) { killed += 1 }
    #expect(killed >= 4, "most runs must be killed before they end")
    let outcome = try BuiltProgram.sync.run(["apply", "--yes"], in: systems.home)
    #expect(outcome.status == 4, "\(outcome.output.suffix(2_000))")
    try await expectOneTargetEach(systems, before: before, "seven kills")
    let difference = try await CanonicalWorld(systems).difference(from: CanonicalWorld(undisturbed))
    #expect(difference.isEmpty, "\(difference)")
  }

  /// Starts the first run and kills it as soon as its state has so many links; false when it was faster.
  private func killWhen(_ systems: SampleSystems, links wanted: Int) throws -> Bool {
    let process = try BuiltProgram.sync.start(["apply", "--yes"], in: systems.home)
    while process.isRunning {
      if let found = try? links(systems), found >= wanted {
        _ = systemKill(process.processIdentifier, SIGKILL)
        break
      }
      usleep(2_000)
    }
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// How many links the state has; throws while there is no state.
  private func links(_ systems: SampleSystems) throws -> Int {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    let queue = try DatabaseQueue(path: systems.statePath, configuration: configuration)
    return try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM link") ?? 0 }
  }

  private func expectOneTargetEach(
    _ systems: SampleSystems, before: [EntityReference: Int], _ place: String
  ) async throws {
    let store = try SQLiteStateStore(path: systems.statePath, environment: "default", access: .readOnly)
    var made: [EntityReference: Int] = [:]
    for flow in Dataflows.all.flatMap(\.flows).map(\.declaration) {
      let links = try await store.read { try $0.links(flow.identifier, after: nil, limit: .max) }
      #expect(Set(links.map(\.source)).count == links.count, "\(flow.identifier), \(place)")
      #expect(Set(links.map(\.target)).count == links.count, "\(flow.identifier), \(place)")
      made[flow.target, default: 0] += links.count { $0.made == .created }
    }
    for (entity, count) in try await systems.counts() {
      #expect(count - (before[entity] ?? 0) == made[entity] ?? 0, "\(entity), \(place): made twice, or lost")
    }
    #expect(try await store.read { try $0.openIntents() }.isEmpty)
  }
}

/// The system's function, whose name is taken by the test.
private func systemKill(_ process: Int32, _ signal: Int32) -> Int32 { kill(process, signal) }
