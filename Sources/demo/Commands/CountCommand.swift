import ArgumentParser
import TandemRuntime

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Count the records of each system.", discussion: "Example: demo count .tandem/demo")

  @Argument(help: "The directory of the databases.")
  var directory: String

  func run() throws {
    for system in SampleSystem.allCases { print(try Self.line(system, in: directory)) }
  }

  /// `Custom PMS: 180 records (Customer 26, Project 46, Task 108)`.
  static func line(_ system: SampleSystem, in directory: String) throws -> String {
    let database = try SampleDatabase(system, in: directory)
    var parts: [String] = []
    var sum = 0
    for entity in SampleEntities.of(system) {
      let name = entity.reference.entity
      guard let count = Int(try database.text("SELECT count(*) FROM \"\(name)\"") ?? ""), count > 0 else { continue }
      parts.append("\(name) \(count)")
      sum += count
    }
    return "\(system.rawValue): \(sum) records (\(parts.joined(separator: ", ")))"
  }
}
