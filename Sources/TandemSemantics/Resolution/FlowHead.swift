import TandemSyntax

/// A section whose two entities are known.
final class FlowHead: Sendable {
  /// The section.
  let flow: Flow
  /// The entity on the left.
  let source: CatalogEntity
  /// The entity on the right.
  let target: CatalogEntity

  /// The identity that survives spelling, order and direction.
  let identifier: String

  init(flow: Flow, source: CatalogEntity, target: CatalogEntity) {
    self.flow = flow
    self.source = source
    self.target = target
    let left = Self.key(source, flow.source)
    let right = Self.key(target, flow.target)
    identifier = left < right ? left + "~" + right : right + "~" + left
  }

  /// The title as the author wrote it.
  var title: String { flow.source.text + " to " + flow.target.text }

  /// The pair of entities.
  var pair: EntityPair { EntityPair(source: source.identifier, target: target.identifier) }

  /// The entity on a side.
  func entity(_ side: FlowSide) -> CatalogEntity { side == .source ? source : target }

  /// True when the flow concerns elements of a list, not whole records.
  var isSplit: Bool { flow.source.element != nil || flow.target.element != nil }

  private static func key(_ entity: CatalogEntity, _ name: EntityName) -> String {
    var key = entity.key
    if let element = name.element { key += "." + NormalizedName(element.value).text }
    if let qualifier = name.qualifier { key += "." + NormalizedName(qualifier.value).text }
    return key
  }
}

extension EntityName {
  /// The name as written: `Customerp Order.lines`.
  var text: String {
    var text = system.value.isEmpty ? entity.value : system.value + " " + entity.value
    if let element { text += "." + element.value }
    if let qualifier { text += " " + qualifier.value }
    return text
  }
}

/// Finds the systems and entities that a document names.
enum HeadResolver {
  /// The context of a document whose title is understood; `nil` after a report when it is not.
  static func context(
    of document: Dataflow, catalog: SystemCatalog, report: Report
  ) -> DocumentContext? {
    let source = system(document.source, in: document, catalog: catalog, report: report)
    let target = system(document.target, in: document, catalog: catalog, report: report)
    guard let source, let target else { return nil }
    if source === target {
      report.add(SameSystemTwice.diagnostic(document, system: source))
      return nil
    }
    let context = DocumentContext(
      document: document, source: source, target: target, catalog: catalog, report: report)
    for (name, system) in [(document.source, source), (document.target, target)]
    where !system.spells(name.value) && !VisibleText.isSame(name.value, system.model.name) {
      report.add(SystemSpelling.inTitle(name, system: system, context: context))
    }
    return context
  }

  private static func system(
    _ name: Located<String>, in document: Dataflow, catalog: SystemCatalog, report: Report
  ) -> CatalogSystem? {
    if name.value.isEmpty {
      report.add(UnnamedSystem.diagnostic(name, document: document, catalog: catalog))
      return nil
    }
    if let system = catalog.system(named: name.value) { return system }
    report.add(UnknownSystem.diagnostic(name, catalog: catalog))
    return nil
  }

  /// The sections of a document, each `nil` where an entity is not known (and reported).
  static func heads(in context: DocumentContext) -> [FlowHead?] {
    context.document.flows.map { flow in
      if context.side(named: flow.source.system.value) == .target,
        context.side(named: flow.target.system.value) == .source
      {
        context.report.add(
          SystemOutsideTitle.rule, at: flow.title, SystemOutsideTitle.reversed(flow, context: context))
        return nil
      }
      let source = entity(flow.source, side: .source, context: context)
      let target = entity(flow.target, side: .target, context: context)
      guard let source, let target else { return nil }
      return FlowHead(flow: flow, source: source, target: target)
    }
  }

  private static func entity(
    _ name: EntityName, side: FlowSide, context: DocumentContext
  ) -> CatalogEntity? {
    let system = context.system(side)
    let title = context.spelling(of: side)
    if name.system.value != title {
      guard let named = context.catalog.system(named: name.system.value), named === system else {
        if context.isFirst("foreign system \(name.system.value) \(side)") {
          context.report.add(SystemOutsideTitle.diagnostic(name, side: side, context: context))
        }
        return nil
      }
      // Where the section spells the system as its description does, the title is to be corrected, and says so.
      if !system.spells(name.system.value) || system.spells(title), !VisibleText.isSame(name.system.value, title),
        context.isFirst("system \(name.system.value)")
      {
        context.report.add(SystemSpelling.inSection(name.system, title: title, context: context))
      }
    }
    if let entity = system.entity(named: name.entity.value) {
      if !entity.spells(name.entity.value), !VisibleText.isSame(name.entity.value, entity.model.name),
        context.isFirst("entity \(entity.key) \(name.entity.value)")
      {
        context.report.add(EntitySpelling.diagnostic(name.entity, entity: entity, context: context))
      }
      if let feature = entity.model.feature, context.isFirst("feature \(entity.key)") {
        context.report.add(NeededFeature.diagnostic(name, entity: entity, feature: feature))
      }
      return entity
    }
    if !system.mayHaveLost(name.entity.value), context.isFirst("unknown entity \(side) \(name.entity.value)") {
      context.report.add(
        UnknownEntity.rule, at: name.entity.span, UnknownEntity.diagnostic(name, system: system, context: context))
    }
    return nil
  }
}
