import TandemRuntime
import TandemValues

/// Which properties refer to which entities, as far as dataflows tell.
struct SampleReferences {
  private var targets: [EntityReference: [Int: EntityReference]] = [:]

  init(_ dataflows: [DataflowDeclaration]) {
    let flows = dataflows.flatMap(\.flows)
    var entities: [FlowIdentifier: [EntityReference]] = [:]
    for declaration in flows.map(\.declaration) {
      entities[declaration.identifier] = [declaration.source, declaration.target]
    }
    for flow in flows {
      for property in flow.declaration.properties {
        guard case .reference(let through, _)? = property.translation, let ends = entities[through] else { continue }
        for (schema, positions) in [
          (flow.sourceSchema, property.sourceProperties), (flow.targetSchema, property.targetProperties),
        ] {
          let referent = ends.first { $0.system == schema.reference.system }
          for position in positions { add(schema, position, referent) }
        }
      }
      guard case .connected(let connections) = flow.declaration.creation else { continue }
      for connection in connections {
        let schema = dataflows.flatMap(\.entities).first { $0.reference == connection.entity }
        if let schema { add(schema, connection.property, flow.declaration.source) }
      }
    }
  }

  private mutating func add(_ schema: EntitySchema, _ position: Int, _ referent: EntityReference?) {
    guard let referent, schema.properties.indices.contains(position) else { return }
    switch schema.properties[position].type {
    case .object, .list: return  // The key stands somewhere inside.
    default: targets[schema.reference, default: [:]][position] = referent
    }
  }

  /// The referring properties of an entity, by their positions.
  func of(_ entity: EntitySchema) -> [Int: EntityReference] { targets[entity.reference] ?? [:] }

  /// The entities in an order in which, as far as there is one, what is referred to comes first.
  func sorted(_ entities: [EntitySchema]) -> [EntitySchema] {
    var rest = entities
    var result: [EntitySchema] = []
    while !rest.isEmpty {
      let open = Set(rest.map(\.reference))
      let next = rest.firstIndex { entity in
        !of(entity).values.contains { $0 != entity.reference && open.contains($0) }
      }
      result.append(rest.remove(at: next ?? 0))
    }
    return result
  }
}
