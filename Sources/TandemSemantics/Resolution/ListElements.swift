import TandemSyntax
import TandemValues

/// Flows of list elements: the members of an element stand in the place of an entity's properties.
enum ListElements {
  /// The section with its lists' elements as entities; `nil` after a report.
  static func head(of head: FlowHead, in context: DocumentContext) -> FlowHead? {
    let source = entity(head.source, head.flow.source.element, in: context)
    let target = entity(head.target, head.flow.target.element, in: context)
    guard let source, let target else { return nil }
    return FlowHead(flow: head.flow, source: source, target: target)
  }

  /// The element of an entity's list as an entity of its own; the entity itself where no list is named.
  private static func entity(
    _ entity: CatalogEntity, _ element: Located<String>?, in context: DocumentContext
  ) -> CatalogEntity? {
    guard let element else { return entity }
    let near = entity.positions(like: NormalizedName(element.value))
    guard let position = entity.position(of: element.value) ?? (near.count == 1 ? near.first : nil) else {
      if context.hasUnreadParts(entity) {
        context.report.silence()
      } else {
        context.report.add(
          UnknownProperty.diagnostic(element, in: entity.model.properties, entity: entity, inside: nil))
      }
      return nil
    }
    let list = entity.model.properties[position]
    guard case .list = list.type, !list.members.isEmpty else {
      context.report.add(NoList.diagnostic(element, property: list, entity: entity))
      return nil
    }
    // An element has no key of its own, and no member stands at this place.
    let none = -1
    let model = EntityModel(
      system: entity.model.system, name: entity.model.name + "." + list.name, label: list.label, about: list.about,
      resource: entity.model.resource, properties: list.members, key: none, cursor: none,
      cursorKind: entity.model.cursorKind, deletions: entity.model.deletions,
      isReadOnly: entity.model.isReadOnly || list.isReadOnly, span: list.span)
    return CatalogEntity(identifier: entity.identifier, model: model, nameSpan: list.span)
  }

  /// Checks everything that a section of list elements says, of which nothing is carried out yet.
  static func check(_ head: FlowHead, index: FlowIndex, in context: DocumentContext) {
    ParentFlow.check(head, index: index, in: context)
    guard let elements = self.head(of: head, in: context) else { return }
    let flow = ResolvedFlow(head: elements, context: context)
    let policies = PolicyResolver(flow: flow, index: index)
    policies.resolveCreation()
    _ = policies.scopes()
    flow.matches = policies.matches()
    _ = policies.conflict()
    _ = policies.deletions()
    guard !flow.isEmptyTable else { return }
    RowResolver(flow: flow, index: index).resolveAll()
    flow.properties = RowGrouping(flow: flow).properties()
    // The other rules ask for times and keys, which elements do not have.
    let rules: [any MappingRule.Type] = [
      ReadOnlyEntity.self, WriteToReadOnly.self, RequiredTarget.self, LinksOnly.self,
    ]
    for rule in rules { rule.check(flow) }
  }
}
