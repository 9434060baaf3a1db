import TandemSemantics
import TandemSyntax

/// A property of an entity, or a member of one, whatever its place in the description.
struct PropertyKey: Hashable {
  let system: NormalizedName
  let entity: NormalizedName
  /// `address.city`.
  let path: String

  init(_ entity: EntityModel, _ path: String) {
    system = NormalizedName(entity.system)
    self.entity = NormalizedName(entity.name)
    self.path = path
  }
}

extension PropertyKey {
  /// The same entity with another path.
  init(_ key: PropertyKey, path: String) {
    system = key.system
    entity = key.entity
    self.path = path
  }

  /// True for a member of a property.
  func isInside(_ other: PropertyKey) -> Bool {
    system == other.system && entity == other.entity && path.hasPrefix(other.path + ".")
  }
}

extension CheckedProperty {
  /// Every property that the group reads or writes, with those that select elements.
  func keys(in version: FlowVersion) -> Set<PropertyKey> {
    let flow = version.flow
    var keys: Set<PropertyKey> = []
    func add(_ path: ResolvedPath, _ entity: EntityModel) {
      keys.insert(PropertyKey(entity, path.text))
      for dependency in path.dependencies {
        keys.insert(PropertyKey(entity, dependency.steps.map(\.name).joined(separator: ".")))
      }
    }
    for input in inputs {
      if case .property(let path) = input.origin { add(path, flow.source) }
      for path in input.condition?.paths ?? [] { add(path, flow.source) }
    }
    for output in outputs { add(output.path, flow.target) }
    if let lookup = version.lookup(of: self) { keys.insert(PropertyKey(lookup.entity, lookup.property)) }
    return keys
  }
}

extension CheckedExpression {
  /// The paths that the condition reads.
  var paths: [ResolvedPath] {
    switch self {
    case .property(let path): return [path]
    case .parameter, .literal: return []
    case .comparison(_, let left, let right), .and(let left, let right), .or(let left, let right):
      return left.paths + right.paths
    case .membership(let operand, _, _), .emptiness(let operand, _), .not(let operand): return operand.paths
    }
  }
}
