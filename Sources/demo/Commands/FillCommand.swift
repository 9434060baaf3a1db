import ArgumentParser
import Foundation
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
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw SampleError("the directory '\(directory)' cannot be made; look at its permissions")
    }
    // What an earlier state knows is not true of new databases.
    for name in try FileManager.default.contentsOfDirectory(atPath: directory) where name.hasPrefix("state.sqlite") {
      try FileManager.default.removeItem(atPath: "\(directory)/\(name)")
    }
    let world = SampleWorld(seed: seed, size: size)
    for system in SampleSystem.allCases {
      _ = try SandboxDatabase.create(
        at: "\(directory)/\(system.fileName)", entities: SampleEntities.of(system), style: Self.style(of: system))
      let database = try SampleDatabase(system, in: directory)
      switch system {
      case .customCRM: try CustomCRMSample.fill(database, world)
      case .customERP: try CustomERPSample.fill(database, world)
      case .customPMS: try CustomPMSSample.fill(database, world)
      case .crmOffice: try CRMOfficeSample.fill(database, world)
      case .exactOnline: try ExactOnlineSample.fill(database, world)
      case .salesforce: try SalesforceSample.fill(database, world)
      }
      print(try CountCommand.line(system, in: directory))
    }
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
