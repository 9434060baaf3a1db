import Synchronization
import TandemSyntax

/// All systems that descriptions exist for, found by any of their spellings.
final class SystemCatalog: Sendable {
  /// In the order of the descriptions.
  let systems: [CatalogSystem]
  private let bySpelling: [NormalizedName: Int]

  /// Joins checked systems; where two share a spelling the first one keeps it.
  init(systems: [CatalogSystem]) {
    self.systems = systems
    var bySpelling: [NormalizedName: Int] = [:]
    for (index, system) in systems.enumerated() {
      for name in [system.model.name] + system.model.aliases where bySpelling[NormalizedName(name)] == nil {
        bySpelling[NormalizedName(name)] = index
      }
    }
    self.bySpelling = bySpelling
  }

  /// The system that the text names in any spelling.
  func system(named text: String) -> CatalogSystem? {
    bySpelling[NormalizedName(text)].map { systems[$0] }
  }

  /// The names for people, for messages.
  var names: [String] { systems.map(\.model.name) }
}

/// A checked system with its indexes.
final class CatalogSystem: Sendable {
  /// What back ends see.
  let model: SystemModel
  /// Where the name stands in the description.
  let nameSpan: SourceSpan
  /// The entities that could be understood.
  let entities: [CatalogEntity]
  /// Entities with a fault that is already reported; flows that name them stay silent.
  let brokenEntities: Set<NormalizedName>
  /// True when the whole system can only be read.
  let isReadOnly: Bool
  /// True when a part of the description could not be read: what seems to be unknown may stand there.
  let hasUnreadParts: Bool
  private let exact: [String: Int]
  private let bySpelling: [NormalizedName: Int]

  /// Indexes the entities.
  init(
    model: SystemModel, nameSpan: SourceSpan, entities: [CatalogEntity], brokenEntities: Set<NormalizedName>,
    isReadOnly: Bool, hasUnreadParts: Bool
  ) {
    self.model = model
    self.nameSpan = nameSpan
    self.entities = entities
    self.brokenEntities = brokenEntities
    self.isReadOnly = isReadOnly
    self.hasUnreadParts = hasUnreadParts
    var exact: [String: Int] = [:]
    var bySpelling: [NormalizedName: Int] = [:]
    for (index, entity) in entities.enumerated() {
      for name in [entity.model.name] + entity.model.aliases {
        if exact[name] == nil { exact[name] = index }
        if bySpelling[NormalizedName(name)] == nil { bySpelling[NormalizedName(name)] = index }
      }
    }
    self.exact = exact
    self.bySpelling = bySpelling
  }

  /// The entity that the text names in any spelling.
  func entity(named text: String) -> CatalogEntity? {
    if let index = exact[text] { return entities[index] }
    return bySpelling[NormalizedName(text)].map { entities[$0] }
  }

  /// True when an unknown entity may be one that the description lost by a fault that is reported there.
  func mayHaveLost(_ entity: String) -> Bool { hasUnreadParts || brokenEntities.contains(NormalizedName(entity)) }

  /// True when the description itself spells the system so.
  func spells(_ text: String) -> Bool { text == model.name || model.aliases.contains(text) }
}

/// A checked entity with its index.
final class CatalogEntity: Sendable {
  /// A number that no other entity of the catalog has.
  let identifier: Int
  /// What back ends see.
  let model: EntityModel
  /// `customerp.order`, as ``CheckedFlow/identifier`` joins it.
  let key: String
  /// Where the name stands in the description.
  let nameSpan: SourceSpan
  /// The positions of the properties that are required, or have members that are.
  let writableRequirements: [Int]
  /// True when the description says of a property that it tells something of a person.
  let isMarkedPersonal: Bool
  /// The positions of the properties that tell something of a person: those that are marked, or else named so.
  let personal: Set<Int>
  /// The places of the properties, by their positions.
  let places: [PropertyPlace]
  private let exact: [String: Int]
  /// Made when a document spells a property in its own way for the first time.
  private let bySpelling = Mutex<[NormalizedName: [Int]]?>(nil)
  private let knownProfile = Mutex<EntityProfile?>(nil)

  /// Indexes the properties.
  init(identifier: Int, model: EntityModel, nameSpan: SourceSpan) {
    self.identifier = identifier
    self.model = model
    self.nameSpan = nameSpan
    key = NormalizedName(model.system).text + "." + NormalizedName(model.name).text
    writableRequirements = model.properties.indices.filter { position in
      let property = model.properties[position]
      return property.isRequired || property.members.contains(where: \.isRequired)
    }
    let isMarked = model.properties.contains { $0.isPersonal || $0.members.contains(where: \.isPersonal) }
    isMarkedPersonal = isMarked
    personal = Set(
      model.properties.indices.filter { position in
        let property = model.properties[position]
        return isMarked ? property.isPersonal : PersonalData.isTelling(property.name)
      })
    places = model.properties.enumerated().map { position, property in PropertyPlace(property, at: position) }
    var exact: [String: Int] = [:]
    exact.reserveCapacity(model.properties.count)
    for (index, property) in model.properties.enumerated() where exact[property.name] == nil {
      exact[property.name] = index
    }
    self.exact = exact
  }

  /// The positions of the properties that are spelled so but for case and punctuation.
  func positions(like name: NormalizedName) -> [Int] {
    bySpelling.withLock { positions in
      let known =
        positions
        ?? Dictionary(grouping: model.properties.indices) { index in
          NormalizedName(model.properties[index].name)
        }
      positions = known
      return known[name] ?? []
    }
  }

  /// The position of the property in exactly this spelling.
  func position(of name: String) -> Int? { exact[name] }

  /// What suggestions work with; made when the first one is asked for.
  var profile: EntityProfile {
    if let profile = knownProfile.withLock({ $0 }) { return profile }
    // Two threads may make it at once; both make the same.
    let profile = EntityProfile(model)
    return knownProfile.withLock { known in
      let first = known ?? profile
      known = first
      return first
    }
  }

  /// `Shop Customer`, as messages name the entity.
  var title: String { model.system + " " + model.name }

  /// True when the description itself spells the entity so.
  func spells(_ text: String) -> Bool { text == model.name || model.aliases.contains(text) }
}
