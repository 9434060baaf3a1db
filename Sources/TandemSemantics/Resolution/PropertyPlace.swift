import TandemSyntax
import TandemValues

/// A place in the records of an entity: a path of which every name is known, with what the schema says about it.
///
/// The places of whole properties are made once per entity, since nearly all cells name one of them.
final class PropertyPlace: Sendable {
  /// The steps and element conditions.
  let path: ResolvedPath
  /// The property of the entity.
  let top: PropertyModel
  /// The property or member at the end.
  let leaf: PropertyModel
  /// The list that the path walks into without saying which element is meant.
  let openList: PropertyModel?
  /// True for a property of the entity without a step into it or a condition on its elements.
  let isWhole: Bool
  /// Equal for two paths that mean the same place of a record.
  let key: String

  init(path: ResolvedPath, top: PropertyModel, leaf: PropertyModel, openList: PropertyModel?) {
    self.path = path
    self.top = top
    self.leaf = leaf
    self.openList = openList
    self.key = Self.key(path)
    self.isWhole = path.steps.count == 1 && path.dependencies.isEmpty
  }

  /// The place of a whole property.
  convenience init(_ property: PropertyModel, at position: Int) {
    let step = ResolvedPath.Step(name: property.name, position: position, type: property.type)
    self.init(path: ResolvedPath(steps: [step], dependencies: []), top: property, leaf: property, openList: nil)
  }

  private static func key(_ path: ResolvedPath) -> String {
    guard !path.dependencies.isEmpty else { return path.text }
    let conditions = path.dependencies.map { dependency in
      dependency.steps.map(\.name).joined(separator: ".") + "="
        + dependency.values.map(\.displayText).sorted().joined(separator: "|")
    }
    return path.text + " (" + conditions.sorted().joined(separator: ",") + ")"
  }
}
