import Foundation
import GRDB
import Generated
import Logging
import TandemRuntime
import TandemSQLite
import TandemValues
import Testing

/// The six filled systems of the sample in a directory of their own, which goes away with its owner.
final class SampleSystems {
  /// Where `sync` runs: the databases stand in `.tandem/default`, where its embedded environment looks for them.
  let home: String
  /// Where the databases are.
  var directory: String { home + "/.tandem/default" }
  /// Where `sync` keeps its state.
  var statePath: String { directory + "/state.sqlite" }
  let size: Size

  /// How many records there are.
  enum Size: String {
    case small, full
  }

  static let systems: [(name: String, file: String)] = [
    ("Custom CRM", "custom-crm.sqlite"), ("Custom ERP", "custom-erp.sqlite"), ("Custom PMS", "custom-pms.sqlite"),
    ("CRMOffice", "crmoffice.sqlite"), ("Exact Online", "exact-online.sqlite"), ("Salesforce", "salesforce.sqlite"),
  ]

  /// Fills the systems as the demonstration does.
  init(_ size: Size) throws {
    self.size = size
    home = NSTemporaryDirectory() + "tandem-sample-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let outcome = try BuiltProgram.demo.run(["fill", ".tandem/default", "--size", size.rawValue], in: home)
    try #require(outcome.status == 0, "\(outcome.output)")
  }

  /// The same systems again, as they are now; without the state.
  init(copying other: SampleSystems) throws {
    size = other.size
    home = NSTemporaryDirectory() + "tandem-sample-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    for system in Self.systems {
      try FileManager.default.copyItem(
        atPath: "\(other.directory)/\(system.file)", toPath: "\(directory)/\(system.file)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// The edits of the demonstration's users.
  func edit() throws {
    let outcome = try BuiltProgram.demo.run(["edit", ".tandem/default", "--size", size.rawValue], in: home)
    try #require(outcome.status == 0, "\(outcome.output)")
  }

  /// Whether each of those edits arrived; the output names those that did not.
  func verify() throws -> (status: Int32, output: String) {
    try BuiltProgram.demo.run(["verify", ".tandem/default", "--size", size.rawValue], in: home)
  }

  /// A user's edit in one system.
  func execute(_ system: String, _ sql: String) throws {
    let file = try #require(Self.systems.first { $0.name == system }?.file)
    let queue = try DatabaseQueue(path: "\(directory)/\(file)")
    try queue.write { try $0.execute(sql: sql) }
  }

  // MARK: Running

  var connectors: [any SystemConnector] {
    Self.systems.map { SQLiteConnector(system: $0.name, path: "\(directory)/\($0.file)") }
  }

  /// Runs dataflows in this process.
  @discardableResult
  func run(
    _ mode: RunMode, _ store: any StateStore, _ dataflows: [DataflowDeclaration] = Dataflows.all
  ) async throws -> RunReport {
    var options = SyncOptions()
    options.detailLimit = .max
    let engine = SyncEngine(
      dataflows: dataflows, connectors: connectors, store: store,
      logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }, options: options)
    let report = try await engine.run(mode)
    #expect(report.failures.isEmpty, "\(report.failures)")
    #expect(report.flows.filter(\.isUnsettled).isEmpty, "flows did not settle")
    return report
  }

  // MARK: Looking

  /// Everything that stands in the six databases, row by row, times and versions included.
  func dump() throws -> [String] {
    var lines: [String] = []
    for system in Self.systems {
      let queue = try DatabaseQueue(path: "\(directory)/\(system.file)")
      lines += try queue.read { database in
        let tables = try String.fetchAll(
          database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return try tables.flatMap { table in
          try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\" ORDER BY rowid").map {
            "\(system.name) \(table) \($0.description)"
          }
        }
      }
    }
    return lines
  }

  /// All records of an entity that are not deleted.
  func records(of entity: EntitySchema) async throws -> [TandemRuntime.Record] {
    let connector = try #require(connectors.first { $0.system == entity.reference.system })
    var found: [RecordKey: TandemRuntime.Record] = [:]
    var order: [RecordKey] = []
    var cursor: ChangeCursor?
    while true {
      let page = try await connector.changes(of: entity, after: cursor, limit: 1_000)
      for case .upsert(let record) in page.changes where found.updateValue(record, forKey: record.key) == nil {
        order.append(record.key)
      }
      cursor = page.next
      if page.isLast { break }
    }
    return order.compactMap { found[$0] }
  }

  /// The entities of all dataflows, once.
  static let entities: [EntitySchema] = {
    var result: [EntitySchema] = []
    for schema in Dataflows.all.flatMap(\.entities) where !result.contains(where: { $0.reference == schema.reference })
    {
      result.append(schema)
    }
    return result
  }()

  /// How many records each entity holds.
  func counts() async throws -> [EntityReference: Int] {
    var result: [EntityReference: Int] = [:]
    for entity in Self.entities { result[entity.reference] = try await records(of: entity).count }
    return result
  }
}
