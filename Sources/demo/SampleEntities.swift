import Generated
import TandemRuntime

/// The entities that the sample databases hold.
enum SampleEntities {
  /// Every entity of a system that a dataflow maps, refers to or looks up.
  static func of(_ system: SampleSystem) -> [EntitySchema] {
    var result: [EntitySchema] = []
    for schema in Dataflows.all.flatMap(\.entities) where schema.reference.system == system.rawValue {
      if !result.contains(where: { $0.reference == schema.reference }) { result.append(schema) }
    }
    return result
  }
}
