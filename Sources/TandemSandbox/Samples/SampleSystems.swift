import Foundation
import TandemRuntime
import TandemSQLite

/// Databases with sample records for the systems of dataflows, to rehearse with: one file per system, named as the
/// embedded environment expects it.
///
/// Record number 7 of a system is the same person or company as record number 7 of any other, so that some records match
/// and some have to be created.
public enum SampleSystems {
  /// How many records an entity gets. What only receives has fewer, so that something is left to be created.
  private static let count = (sending: 12, receiving: 8)

  /// Makes the databases that are missing; a file that is there is left as it is.
  ///
  /// - Parameters:
  ///   - dataflows: Whose systems are made: all entities that they map, refer to or look up.
  ///   - directory: Where the files go; it is made when it is missing.
  ///   - seed: What the values are drawn from; one seed, the same records.
  /// - Returns: A line per system for people.
  /// - Throws: An error of the file system, or of a database.
  public static func make(
    for dataflows: [DataflowDeclaration], in directory: String, seed: UInt64 = 2026
  ) throws -> String {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    var systems: [String] = []
    var schemas: [String: [EntitySchema]] = [:]
    for schema in dataflows.flatMap(\.entities) {
      let system = schema.reference.system
      if schemas[system] == nil { systems.append(system) }
      if schemas[system, default: []].contains(where: { $0.reference == schema.reference }) { continue }
      schemas[system, default: []].append(schema)
    }
    let references = SampleReferences(dataflows)
    let senders = Set(dataflows.flatMap(\.flows).map(\.declaration.source))
    var lines: [String] = []
    for system in systems {
      let path = "\(directory)/\(SQLiteNames.file(of: system)).sqlite"
      if FileManager.default.fileExists(atPath: path) {
        lines.append("\(path): is there already and was left alone; delete it to begin anew")
        continue
      }
      let entities = references.sorted(schemas[system] ?? [])
      let database = try SandboxDatabase.create(at: path, entities: entities)
      var world = SandboxWorld(seed: seed)
      var made: [String] = []
      for entity in entities {
        // The same numbers for each entity: so a customer and a debtor with one number are one company.
        world.random = SandboxRandom(seed: seed)
        let number = senders.contains(entity.reference) ? count.sending : count.receiving
        try world.fill(database, entity, count: number, references: references.of(entity))
        made.append("\(number) \(entity.reference.entity)")
      }
      lines.append("\(path): \(made.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }
}
