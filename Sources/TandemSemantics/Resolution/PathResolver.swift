import TandemSyntax
import TandemValues

/// A table cell of which every name is known, with what the schema says about the property at its end.
///
/// A class, because a check passes it around for every row.
final class PathResolution: Sendable {
  /// What the cell names.
  let place: PropertyPlace
  /// The entity whose property it is.
  let entity: CatalogEntity
  /// Where the cell stands.
  let cell: PropertyCell

  init(_ place: PropertyPlace, of entity: CatalogEntity, cell: PropertyCell) {
    self.place = place
    self.entity = entity
    self.cell = cell
  }

  /// The steps and element conditions.
  var path: ResolvedPath { place.path }
  /// The property of the entity.
  var top: PropertyModel { place.top }
  /// The property or member at the end.
  var leaf: PropertyModel { place.leaf }
  /// The list that the path walks into without saying which element is meant.
  var openList: PropertyModel? { place.openList }
  /// Equal for two cells that mean the same place of a record.
  var key: String { place.key }

  /// True when the path is the entity's key itself.
  var isKey: Bool { path.steps.count == 1 && path.property == entity.model.key }
  /// True when only the system writes the property.
  var isReadOnly: Bool { top.isReadOnly || leaf.isReadOnly }
  /// True when it can only be given at creation.
  var isCreateOnly: Bool { top.isCreateOnly || leaf.isCreateOnly }
  /// `Shop Customer.address.city`, as messages name the property.
  var title: String { entity.title + "." + path.text }
}

/// Two properties that may stand in each other's place.
struct ExchangedPair {
  /// The path where the source's property belongs.
  var left: PropertyPath
  /// The path where the target's property belongs.
  var right: PropertyPath
  /// The places of both, with the conditions that belong to them.
  var places: (left: SourceSpan, right: SourceSpan)

  /// Two cells of a row.
  init(left: PropertyCell, right: PropertyCell) {
    (self.left, self.right) = (left.path, right.path)
    places = (left.span, right.span)
  }

  /// Two bare paths.
  init(left: PropertyPath, right: PropertyPath) {
    (self.left, self.right) = (left, right)
    places = (left.span, right.span)
  }
}

/// Finds properties by the names that documents use.
struct PathResolver {
  /// The document.
  let context: DocumentContext

  /// The property that a cell names; `nil` after a report.
  func resolve(_ cell: PropertyCell, in entity: CatalogEntity) -> PathResolution? {
    // Nearly all cells are the name of a property and nothing more.
    if cell.dependencies.isEmpty, cell.path.segments.count == 1,
      let position = entity.position(of: cell.path.segments[0].value)
    {
      let place = entity.places[position]
      if place.top.isInferred { noteInference(place.top, entity: entity, at: cell.path.segments[0].span) }
      return PathResolution(place, of: entity, cell: cell)
    }
    guard let found = walk(cell.path, in: entity) else { return nil }
    var dependencies: [ResolvedPath.Dependency] = []
    for dependency in cell.dependencies {
      guard let selector = walk(dependency.path, in: entity) else { return nil }
      switch LiteralTyping.value(.string(dependency.value.value), as: selector.leaf.type) {
      case .failure(let fault):
        context.report.add(
          UnfitLiteral.inDependency(dependency, property: selector.leaf, entity: entity, fault: fault))
        return nil
      case .success(let value):
        NearEnumerationValue.check(
          dependency.value.value, at: dependency.value.span, as: selector.leaf.type, name: dependency.path.text,
          of: entity, described: selector.leaf, context.report)
        let same = dependencies.firstIndex { $0.steps.map(\.name) == selector.steps.map(\.name) }
        if let same {
          if !dependencies[same].values.contains(value) { dependencies[same].values.append(value) }
        } else {
          dependencies.append(ResolvedPath.Dependency(steps: selector.steps, values: [value]))
        }
      }
    }
    var openList = found.list
    let name = found.steps[0].name
    if dependencies.contains(where: { $0.steps.count > 1 && $0.steps[0].name == name }) { openList = nil }
    let place = PropertyPlace(
      path: ResolvedPath(steps: found.steps, dependencies: dependencies), top: found.top, leaf: found.leaf,
      openList: openList)
    return PathResolution(place, of: entity, cell: cell)
  }

  /// A path without element conditions, as conditions and lookups use it.
  func resolve(_ path: PropertyPath, in entity: CatalogEntity) -> PathResolution? {
    resolve(PropertyCell(path: path, span: path.span), in: entity)
  }

  /// True when two properties are each one of the other side's, and not both of their own.
  func areExchanged(
    _ left: PropertyPath, _ right: PropertyPath, source: CatalogEntity, target: CatalogEntity
  ) -> Bool {
    (!knows(left, in: source) || !knows(right, in: target)) && knows(left, in: target) && knows(right, in: source)
  }

  /// Notes two properties that differ from each other's only in case or punctuation, and stand in each other's place.
  func noteExchangedSpelling(_ left: PropertyCell, _ right: PropertyCell, source: CatalogEntity, target: CatalogEntity)
  {
    guard left.path.segments.count == 1, right.path.segments.count == 1 else { return }
    let (first, second) = (left.path.segments[0].value, right.path.segments[0].value)
    guard source.position(of: first) == nil, target.position(of: second) == nil, target.position(of: first) != nil,
      source.position(of: second) != nil
    else { return }
    // What is said of the two together is not said of each.
    let isNew = context.isFirst(spellingKey(first, of: source))
    guard context.isFirst(spellingKey(second, of: target)) || isNew else { return }
    context.report.add(
      PropertySpelling.exchanged(ExchangedPair(left: left, right: right), source: source, target: target))
  }

  /// What is said once per document of a spelling.
  private func spellingKey(_ name: String, of entity: CatalogEntity) -> String { "property \(entity.key) \(name)" }

  /// True when the entity has the property, by whatever spelling.
  private func knows(_ path: PropertyPath, in entity: CatalogEntity) -> Bool {
    guard let first = path.segments.first else { return false }
    var members: [PropertyModel]
    if let position = entity.position(of: first.value) ?? entity.positions(like: NormalizedName(first.value)).first {
      members = entity.model.properties[position].members
    } else {
      return false
    }
    for segment in path.segments.dropFirst() {
      let wanted = NormalizedName(segment.value)
      guard let member = members.first(where: { NormalizedName($0.name) == wanted }) else { return false }
      members = member.members
    }
    return true
  }

  private struct Walk {
    var steps: [ResolvedPath.Step]
    var top: PropertyModel
    var leaf: PropertyModel
    var list: PropertyModel?
  }

  private func walk(_ path: PropertyPath, in entity: CatalogEntity) -> Walk? {
    guard let first = path.segments.first else {
      context.report.add(UnknownProperty.missing(path, entity: entity))
      return nil
    }
    let exact = entity.position(of: first.value)
    guard let position = exact ?? near(first, in: entity.model.properties, entity: entity, inside: nil) else {
      return nil
    }
    let top = entity.model.properties[position]
    noteInference(top, entity: entity, at: first.span)
    var steps = [ResolvedPath.Step(name: top.name, position: position, type: top.type)]
    var leaf = top
    var list: PropertyModel?
    for segment in path.segments.dropFirst() {
      guard !leaf.members.isEmpty else {
        if context.hasUnreadParts(entity), leaf.type.isComposite {
          context.report.silence()
        } else {
          context.report.add(UnknownProperty.noMembers(segment, of: leaf, entity: entity))
        }
        return nil
      }
      if case .list = leaf.type, list == nil { list = leaf }
      let exact = leaf.members.firstIndex { $0.name == segment.value }
      guard let position = exact ?? near(segment, in: leaf.members, entity: entity, inside: leaf) else { return nil }
      leaf = leaf.members[position]
      steps.append(ResolvedPath.Step(name: leaf.name, position: position, type: leaf.type))
    }
    return Walk(steps: steps, top: top, leaf: leaf, list: list)
  }

  /// The property that is spelled almost so, with a note; else a report with what was perhaps meant.
  private func near(
    _ name: Located<String>, in properties: [PropertyModel], entity: CatalogEntity, inside parent: PropertyModel?
  ) -> Int? {
    let wanted = NormalizedName(name.value)
    let same =
      parent == nil
      ? entity.positions(like: wanted) : properties.indices.filter { NormalizedName(properties[$0].name) == wanted }
    if same.count == 1, !wanted.isEmpty {
      if !VisibleText.isSame(name.value, properties[same[0]].name),
        context.isFirst(spellingKey(name.value, of: entity))
      {
        context.report.add(PropertySpelling.diagnostic(name, property: properties[same[0]], entity: entity))
      }
      return same[0]
    }
    if same.count > 1 {
      context.report.add(
        UnknownProperty.ambiguous(name, candidates: same.map { properties[$0] }, entity: entity))
    } else if context.hasUnreadParts(entity) {
      context.report.silence()
    } else {
      context.report.add(
        UnknownProperty.rule, at: name.span,
        UnknownProperty.diagnostic(name, in: properties, entity: entity, inside: parent))
    }
    return nil
  }

  private func noteInference(_ property: PropertyModel, entity: CatalogEntity, at span: SourceSpan) {
    guard property.isInferred, context.isFirst("inferred \(entity.key) \(property.name)") else { return }
    context.report.add(InferredFact.diagnostic(property, entity: entity, at: span))
  }
}
