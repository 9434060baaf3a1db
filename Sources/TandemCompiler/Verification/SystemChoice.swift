import TandemSemantics
import TandemSyntax

/// Finds the described system that an export was made of.
enum SystemChoice {
  /// The system that the user or the export names, else the one that shares most with the export.
  static func system(of schema: ExportedSchema, among systems: [SystemModel], wanted: String?) -> SystemModel? {
    if let name = wanted ?? schema.system {
      let named = systems.first { system in
        ([system.name] + system.aliases).contains { NormalizedName($0) == NormalizedName(name) }
      }
      if named != nil || wanted != nil || schema.system != nil { return named }
    }
    let scored = systems.map { ($0, score($0, schema)) }
    guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 >= 0.3 else { return nil }
    return best.0
  }

  /// The described entity that an exported one is.
  static func entity(_ exported: ExportedEntity, of system: SystemModel) -> EntityModel? {
    let name = NormalizedName(exported.name.value)
    return system.entities.first { NormalizedName($0.name) == name }
      ?? system.entities.first { entity in
        (entity.aliases + [entity.resource, entity.resource.split(separator: "/").last.map(String.init) ?? ""])
          .contains { NormalizedName($0) == name }
      }
      ?? system.entities.first { entity in
        exported.otherNames.contains { NormalizedName($0) == NormalizedName(entity.name) || $0 == entity.resource }
      }
  }

  /// The share of the entities and of their properties that both have: an entity called Contact alone says little.
  private static func score(_ system: SystemModel, _ schema: ExportedSchema) -> Double {
    var sum = 0.0
    for exported in schema.entities {
      guard let entity = entity(exported, of: system) else { continue }
      guard let properties = exported.properties, !entity.properties.isEmpty else {
        sum += 0.5
        continue
      }
      let names = Set(properties.map { NormalizedName($0.name.value) })
      sum +=
        Double(entity.properties.filter { names.contains(NormalizedName($0.name)) }.count)
        / Double(entity.properties.count)
    }
    return sum / Double(max(1, min(schema.entities.count, system.entities.count)))
  }
}
