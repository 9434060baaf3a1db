import ArgumentParser
import Foundation
import Generated
import TandemRuntime
import TandemSandbox

struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Make six databases with sample records, in place of those that are there.",
    discussion: "Example: demo fill .tandem/demo --seed 7")

  @Argument(help: "The directory of the databases.")
  var directory: String

  @Option(help: "Draws the values that do not matter for recognising records; one seed, the same records.")
  var seed: UInt64 = 2026

  @Option(help: "How many records: small or full.")
  var size: SampleWorld.Size = .full

  func run() throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    // What an earlier state knows is not true of new databases.
    for name in try FileManager.default.contentsOfDirectory(atPath: directory) where name.hasPrefix("state.sqlite") {
      try FileManager.default.removeItem(atPath: "\(directory)/\(name)")
    }
    let world = SampleWorld(seed: seed, size: size)
    for system in SampleSystem.allCases {
      let entities = Self.entities(of: system)
      let made = try SandboxDatabase.create(
        at: "\(directory)/\(system.fileName)", entities: entities, style: Self.style(of: system))
      let database = try SampleDatabase(system, in: directory)
      switch system {
      case .customCRM: try CustomCRMSample.fill(database, world)
      case .customERP: try CustomERPSample.fill(database, world)
      case .customPMS: try CustomPMSSample.fill(database, world)
      case .crmOffice: try CRMOfficeSample.fill(database, world)
      case .exactOnline: try ExactOnlineSample.fill(database, world)
      case .salesforce: try SalesforceSample.fill(database, world)
      }
      let counts = try entities.map { (name: $0.reference.entity, count: try made.count(of: $0)) }
      let parts = counts.filter { $0.count > 0 }.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
      print("\(system.rawValue): \(counts.map(\.count).reduce(0, +)) records (\(parts))")
    }
  }

  /// Every entity of a system that a dataflow maps, refers to or looks up.
  private static func entities(of system: SampleSystem) -> [EntitySchema] {
    var result: [EntitySchema] = []
    for schema in Dataflows.all.flatMap(\.entities) where schema.reference.system == system.rawValue {
      if !result.contains(where: { $0.reference == schema.reference }) { result.append(schema) }
    }
    return result
  }

  private static func style(of system: SampleSystem) -> SandboxStyle {
    switch system {
    case .customERP: return SandboxStyle(additionalSQL: [CustomERPSample.closedPeriod])
    case .salesforce:
      return SandboxStyle(keyPrefixes: [
        "Contact": "003", "User": "005", "Division": "02d", "Order": "801", "Invoice": "3tt", "Quote": "0Q0",
        "Product2": "01t", "Task": "00T",
      ])
    default: return .standard
    }
  }
}

extension SampleWorld.Size: ExpressibleByArgument {}
