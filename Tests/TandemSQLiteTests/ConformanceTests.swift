import TandemRuntime
import TandemSQLite
import TandemSandbox
import TandemValues
import Testing

@Suite struct ConformanceTests {
  /// The failures of the suite over fresh sandboxes with one entity.
  func failures(
    _ entity: EntitySchema, text: String, style: SandboxStyle = .standard,
    sample: @escaping @Sendable (Int) -> [PropertyValue]
  ) async -> [ConformanceFailure] {
    let kept = Kept()
    return await SystemConformance {
      let sandbox = try Sandbox(entity, style: style)
      await kept.keep(sandbox.directory)
      return SystemFixture(
        connector: sandbox.connector, database: sandbox.database, entity: entity,
        text: Entities.position(text, in: entity), sample: sample)
    }.run()
  }

  /// Keeps directories until the end of a test.
  actor Kept {
    private var directories: [TemporaryDirectory] = []
    func keep(_ directory: TemporaryDirectory) { directories.append(directory) }
  }

  @Test func `row versions, identifiers, a feed of deletions and an external key`() async {
    let found = await failures(Entities.account, text: "Remarks") { number in
      [
        PropertyValue(property: 1, value: .string("Account \(number)")),
        PropertyValue(property: 3, value: .decimal(DecimalNumber("\(number).25") ?? .zero)),
      ]
    }
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test func `times, text keys, a flag for deletions and kept identities`() async {
    let found = await failures(Entities.lead, text: "Description") { number in
      [
        PropertyValue(property: 1, value: .string("Łuczak \(number)")),
        PropertyValue(property: 3, value: .date(CalendarDate(daysSinceEpoch: number))),
      ]
    }
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test func `times, numbers as keys, listed keys and names that need quotes`() async {
    let found = await failures(Entities.order, text: "group by") { number in
      [
        PropertyValue(property: 2, value: .decimal(DecimalNumber("19.9\(number % 10)") ?? .zero)),
        PropertyValue(property: 3, value: .boolean(number.isMultiple(of: 2))),
      ]
    }
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test(arguments: [CreateGuarantee.externalKey, .idempotencyKey], [Entities.account, Entities.lead])
  func `the system in memory`(_ guarantee: CreateGuarantee, _ entity: EntitySchema) async {
    let failures = await SystemConformance {
      let system = MemorySystem("Books", guarantee: guarantee)
      await system.setFault { _, request in
        // The system in memory takes values of any type; a fault stands for one that does not.
        guard case .create(let values) = request.action, values.contains(where: { $0.value == .boolean(true) }) else {
          return nil
        }
        return .reject(.invalid(reason: "no text"))
      }
      @Sendable func byPosition(_ values: [PropertyValue]) -> [Int: Value] {
        Dictionary(values.map { ($0.property, $0.value) }) { $1 }
      }
      return SystemFixture(
        connector: system, entity: entity, text: 2, sample: { [PropertyValue(property: 1, value: .string("A\($0)"))] },
        insert: { await system.create(byPosition($0), in: entity) },
        update: { await system.edit($0, byPosition($1), in: entity) },
        delete: { await system.delete($0, in: entity) })
    }.run()
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test func `a system that forgets its versions is caught`() async {
    let style = SandboxStyle(additionalSQL: ["DROP TRIGGER \"Accounts updated\"; DROP TRIGGER \"Accounts deleted\""])
    let found = await failures(Entities.account, text: "Remarks", style: style) { number in
      [PropertyValue(property: 1, value: .string("Account \(number)"))]
    }
    let checks = Set(found.map(\.check))
    #expect(checks.contains("a user's edit arrives with another version"))
    #expect(checks.contains("an update of an older version is stale and changes nothing"))
    #expect(checks.contains("a deletion arrives as the entity says"))
  }
}
