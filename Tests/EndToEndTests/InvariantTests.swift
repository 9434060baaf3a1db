import Foundation
import Generated
import TandemRuntime
import TandemSQLite
import TandemValues
import Testing

@Suite("All dataflows between the six sample systems", .serialized)
struct InvariantTests {
  private func store(_ systems: SampleSystems) throws -> SQLiteStateStore {
    try SQLiteStateStore(path: systems.statePath, environment: "default")
  }

  @Test("a plan lists exactly the writes that apply performs, and changes nothing (I13)", arguments: [true, false])
  func plan(isFirstRun: Bool) async throws {
    let systems = try SampleSystems(.full)
    // What a system refuses, only the system knows: this rule is no part of its description.
    try systems.execute("Custom ERP", "DROP TRIGGER \"Order closed period\"")
    let store = try store(systems)
    if !isFirstRun {
      try await systems.run(.apply, store)
      try systems.edit()
    }
    let databases = try systems.dump()
    let state = try StateContents(systems.statePath)
    let plan = try await systems.run(.plan, store)
    #expect(try systems.dump() == databases, "the plan changed a system")
    #expect(try StateContents(systems.statePath) == state, "the plan changed the state")
    let applied = try await systems.run(.apply, store)
    #expect(plan.writeCount == applied.writeCount)
    #expect(plan.writes.count == plan.writeCount)
    let planned = WriteText.all(plan)
    let done = WriteText.all(applied)
    #expect(planned.count > (isFirstRun ? 1_000 : 50))
    let difference = done.difference(from: planned).prefix(6).map { "\($0)" }.joined(separator: "\n")
    #expect(difference.isEmpty, "\(difference)")
  }

  @Test("both sides of every link agree, nothing is made twice, and a further run writes nothing (I1, I4, I5, I6, I7)")
  func quiet() async throws {
    let systems = try SampleSystems(.full)
    let store = try store(systems)
    let before = try await systems.counts()
    let first = try await systems.run(.apply, store)
    try await expectInStep(systems, store)
    try await expectOneTargetEach(systems, store, before: before)
    // A first merge decides where both had a value; nothing else may be called a conflict.
    for conflict in try await store.read({ try $0.conflicts(nil, limit: .max) }) {
      #expect(!conflict.winningValue.isMissing && !conflict.losingValue.isMissing)
      #expect(conflict.winningValue != conflict.losingValue)
    }
    try await expectQuiet(systems, store)

    let counted = try await systems.counts()
    try systems.edit()
    let created = try await systems.counts()
    let second = try await systems.run(.apply, store)
    let verified = try systems.verify()
    #expect(verified.status == 0, "\(verified.output)")
    try await expectInStep(systems, store)
    #expect(second.writeCount < first.writeCount / 10, "an edit costs what it changes")
    #expect(counted != created)
    let conflicts = try await store.read { try $0.conflicts(nil, limit: .max) }.filter { $0.run == second.run }
    let decided = Set(conflicts.map { "\($0.flow): \($0.property)" })
    #expect(
      decided == ["customcrm.quote~customerp.quote: subject", "customcrm.product~customerp.product: description"],
      "only what both sides edited is a conflict")
    try await expectQuiet(systems, store)
  }

  private func expectInStep(_ systems: SampleSystems, _ store: any StateStore) async throws {
    let check = try await LinkCheck(systems, store)
    #expect(check.broken.isEmpty, "\(check.broken.count) broken: \(check.broken.prefix(10).joined(separator: "\n"))")
    #expect(check.links > 1_000)
    #expect(check.properties > 5_000)
    #expect(check.excused < 10)
  }

  /// What the runs added to each entity is what their links say, and no record has two partners in a flow.
  private func expectOneTargetEach(
    _ systems: SampleSystems, _ store: any StateStore, before: [EntityReference: Int]
  ) async throws {
    var made: [EntityReference: Int] = [:]
    let flows = Dataflows.all.flatMap(\.flows).map(\.declaration)
    for flow in flows {
      let links = try await store.read { try $0.links(flow.identifier, after: nil, limit: .max) }
      #expect(Set(links.map(\.source)).count == links.count, "\(flow.identifier): a source with two targets")
      #expect(Set(links.map(\.target)).count == links.count, "\(flow.identifier): a target with two sources")
      made[flow.target, default: 0] += links.count { $0.made == .created }
    }
    for (entity, count) in try await systems.counts() {
      #expect(count - (before[entity] ?? 0) == made[entity] ?? 0, "\(entity): records without a link, or lost")
    }
  }

  private func expectQuiet(_ systems: SampleSystems, _ store: any StateStore) async throws {
    let databases = try systems.dump()
    for _ in 1...2 {
      let report = try await systems.run(.apply, store)
      #expect(report.writeCount == 0, "\(WriteText.all(report).prefix(5).joined(separator: "\n"))")
      #expect(try systems.dump() == databases)
    }
  }
}
