import TandemSyntax
import TandemValues

/// Checks system descriptions and makes the catalog from what holds together.
struct CatalogBuilder {
  private let report: Report
  private var nextIdentifier: Int

  private init(report: Report, firstIdentifier: Int) {
    self.report = report
    nextIdentifier = firstIdentifier
  }

  /// Makes the catalog, and reports what is wrong in the descriptions. A description whose name is taken is left out, an
  /// entity with a fault is remembered as broken.
  static func catalog(of descriptions: [SystemDescription], report: Report) -> SystemCatalog {
    var owners: [NormalizedName: Located<String>] = [:]
    var accepted: [(description: SystemDescription, firstIdentifier: Int)] = []
    var identifiers = 0
    for description in descriptions {
      if let first = owners[NormalizedName(description.name.value)] {
        report.add(DuplicateDescription.system(description.name, first: first))
        continue
      }
      for name in [description.name] + description.aliases {
        owners[NormalizedName(name.value), default: name] = name
      }
      accepted.append((description, identifiers))
      identifiers += description.entities.count
    }
    let rules = report.rules
    let built = Parallel.map(accepted) { accepted in
      var builder = CatalogBuilder(report: Report(rules), firstIdentifier: accepted.firstIdentifier)
      return (system: builder.system(of: accepted.description), report: builder.report)
    }
    for part in built { report.append(part.report) }
    return SystemCatalog(systems: built.map(\.system))
  }

  private mutating func system(of description: SystemDescription) -> CatalogSystem {
    var entities: [CatalogEntity] = []
    var broken: Set<NormalizedName> = []
    var firsts: [NormalizedName: Located<String>] = [:]
    var names: [NormalizedName: String] = [:]
    for entity in description.entities { names[NormalizedName(entity.name.value)] = entity.name.value }
    for entity in description.entities {
      let key = NormalizedName(entity.name.value)
      if let first = firsts[key] {
        report.add(DuplicateDescription.entity(entity.name, system: description.name.value, first: first))
        continue
      }
      firsts[key] = entity.name
      if let model = model(of: entity, in: description, entities: names) {
        entities.append(CatalogEntity(identifier: nextIdentifier, model: model, nameSpan: entity.name.span))
        nextIdentifier += 1
      } else {
        for name in [entity.name] + entity.aliases { broken.insert(NormalizedName(name.value)) }
      }
    }
    let model = SystemModel(
      name: description.name.value, aliases: description.aliases.map(\.value), about: description.about?.value,
      path: description.file.path, protocolName: description.protocolName?.value ?? "sql",
      entities: entities.map(\.model))
    return CatalogSystem(
      model: model, nameSpan: description.name.span, entities: entities, brokenEntities: broken,
      isReadOnly: description.isReadOnly, hasUnreadParts: description.hasUnreadParts)
  }

  private func model(
    of entity: EntityDescription, in system: SystemDescription, entities: [NormalizedName: String]
  ) -> EntityModel? {
    let before = report.faultCount
    let properties = self.properties(entity.properties, of: entity, system: system, entities: entities)
    let key = keyPosition(of: entity, in: system)
    guard let changes = entity.changes ?? system.changes else {
      missing(MissingChanges.diagnostic(entity, in: system), in: system)
      return nil
    }
    func position(_ name: Located<String>?, role: String) -> Int? {
      guard let name else { return nil }
      if let position = properties.firstIndex(where: { $0.name == name.value }) { return position }
      missing(UnknownDescribedProperty.diagnostic(name, role: role, entity: entity), in: system)
      return nil
    }
    let cursor = position(changes.cursor, role: "cursor")
    if case .flag(let property) = changes.deletions.value {
      _ = position(Located(property, at: changes.deletions.span), role: "deletion flag")
    }
    let title = position(entity.title, role: "title")
    let externalKey = position(entity.externalKey, role: "external key")
    // The system's own `modified` speaks only of those entities that have such a property.
    let modified =
      entity.modified.map { position($0, role: "time of the last edit") }
      ?? properties.firstIndex { $0.name == system.modified?.value }
    guard report.faultCount == before, let key, let cursor else { return nil }
    if changes.kind.value == .timestamp, !properties[cursor].type.isMoment {
      report.add(CursorType.diagnostic(changes, property: properties[cursor], entity: entity))
      return nil
    }
    return EntityModel(
      system: system.name.value, name: entity.name.value, aliases: entity.aliases.map(\.value),
      label: entity.label?.value ?? entity.name.value, about: entity.about?.value,
      resource: entity.resource?.value ?? entity.name.value, properties: properties, key: key, title: title,
      modified: modified, externalKey: externalKey, cursor: cursor, cursorKind: changes.kind.value,
      lookbackSeconds: changes.lookbackSeconds?.value ?? 0, deletions: changes.deletions.value,
      feature: entity.feature?.value, isReadOnly: entity.isReadOnly || system.isReadOnly, span: entity.span)
  }

  /// Reports what is missing, unless it may stand in a part of the description that could not be read.
  private func missing(_ diagnostic: Diagnostic, in system: SystemDescription) {
    if system.hasUnreadParts { report.silence() } else { report.add(diagnostic) }
  }

  private func keyPosition(of entity: EntityDescription, in system: SystemDescription) -> Int? {
    let keys = entity.properties.indices.filter { entity.properties[$0].isKey }
    let diagnostic = { EntityKey.diagnostic(entity, keys: keys.map { entity.properties[$0] }) }
    if keys.isEmpty { missing(diagnostic(), in: system) }
    if keys.count > 1 { report.add(diagnostic()) }
    return keys.first
  }

  private func properties(
    _ descriptions: [PropertyDescription], of entity: EntityDescription, system: SystemDescription,
    entities: [NormalizedName: String]
  ) -> [PropertyModel] {
    descriptions.map { property($0, of: entity, system: system, entities: entities) }
  }

  private func property(
    _ description: PropertyDescription, of entity: EntityDescription, system: SystemDescription,
    entities: [NormalizedName: String]
  ) -> PropertyModel {
    let members = properties(description.members, of: entity, system: system, entities: entities)
    let type = TypeBuilder.type(of: description, members: members)
    var references: [String] = []
    for reference in description.references {
      if let name = entities[NormalizedName(reference.value)] {
        references.append(name)
      } else {
        missing(
          UnknownReference.diagnostic(reference, property: description, system: system), in: system)
      }
    }
    let typed = description.defaultValue.map { LiteralTyping.value($0.value, as: type) }
    var defaultValue: Value?
    if case .success(let value)? = typed { defaultValue = value }
    let model = PropertyModel(
      name: description.name.value, label: description.label?.value, about: description.about?.value, type: type,
      isRequired: description.isRequired, isReadOnly: description.isReadOnly,
      isCreateOnly: description.isCreateOnly, isUnique: description.isUnique || description.isKey,
      isInferred: description.isInferred, isPersonal: description.isPersonal, references: references,
      defaultValue: defaultValue, members: members,
      span: description.name.span)
    if let literal = description.defaultValue, case .failure(let fault)? = typed {
      report.add(UnfitLiteral.inDescription(literal, property: model, entity: entity.name.value, fault: fault))
    }
    return model
  }
}
