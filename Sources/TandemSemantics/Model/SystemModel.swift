import TandemSyntax
import TandemValues

/// A checked system: its entities with resolved types and references. What back ends see of a system description.
///
/// A class, as entities and properties are, because thousands of rows share them.
public final class SystemModel: Sendable {
  /// The name for people, as the description spells it.
  public let name: String
  /// Other spellings.
  public let aliases: [String]
  /// One sentence about the system; `nil` where the description has none.
  public let about: String?
  /// The path of the description, as it was given.
  public let path: String
  /// The protocol preset, `sql` where the description names none.
  public let protocolName: String
  /// The entities, in the order of the description.
  public let entities: [EntityModel]

  /// Makes a system.
  public init(
    name: String, aliases: [String], about: String?, path: String, protocolName: String, entities: [EntityModel]
  ) {
    self.name = name
    self.aliases = aliases
    self.about = about
    self.path = path
    self.protocolName = protocolName
    self.entities = entities
  }
}

/// A checked entity.
public final class EntityModel: Sendable {
  /// The name of the system.
  public let system: String
  /// The entity's own name.
  public let name: String
  /// Other spellings.
  public let aliases: [String]
  /// The name for people.
  public let label: String
  /// One sentence about the entity.
  public let about: String?
  /// Where the entity lives in the system.
  public let resource: String
  /// The properties, in the order of the description; positions below are positions in this list.
  public let properties: [PropertyModel]
  /// The position of the key.
  public let key: Int
  /// The position of the property that names a record to a person.
  public let title: Int?
  /// The position of the property with the time of the last edit.
  public let modified: Int?
  /// The position of the property that may hold Tandem's identifier of a create.
  public let externalKey: Int?
  /// The position of the property that the cursor walks along.
  public let cursor: Int
  /// What kind of cursor it is.
  public let cursorKind: ChangesDescription.Kind
  /// How far a time cursor reads back, in seconds.
  public let lookbackSeconds: Int
  /// How deletions are found.
  public let deletions: ChangesDescription.Deletions
  /// A feature of the system that the entity needs.
  public let feature: String?
  /// True when records can only be read.
  public let isReadOnly: Bool
  /// The entry in the description, for messages.
  public let span: SourceSpan

  /// The position of the property with the name in exactly this spelling.
  public func position(of name: String) -> Int? { properties.firstIndex { $0.name == name } }

  /// Makes an entity; what few entities have may be left out.
  public init(
    system: String, name: String, aliases: [String] = [], label: String, about: String? = nil, resource: String,
    properties: [PropertyModel], key: Int, title: Int? = nil, modified: Int? = nil, externalKey: Int? = nil,
    cursor: Int, cursorKind: ChangesDescription.Kind, lookbackSeconds: Int = 0,
    deletions: ChangesDescription.Deletions, feature: String? = nil, isReadOnly: Bool = false, span: SourceSpan
  ) {
    self.system = system
    self.name = name
    self.aliases = aliases
    self.label = label
    self.about = about
    self.resource = resource
    self.properties = properties
    self.key = key
    self.title = title
    self.modified = modified
    self.externalKey = externalKey
    self.cursor = cursor
    self.cursorKind = cursorKind
    self.lookbackSeconds = lookbackSeconds
    self.deletions = deletions
    self.feature = feature
    self.isReadOnly = isReadOnly
    self.span = span
  }
}

/// A checked property, or a member of an object.
public final class PropertyModel: Sendable {
  /// The name as the system spells it.
  public let name: String
  /// The name for people.
  public let label: String
  /// One sentence about the property.
  public let about: String?
  /// The type with its constraints.
  public let type: ValueType
  /// True when a record cannot be created without it.
  public let isRequired: Bool
  /// True when only the system writes it; keys that the system gives are read-only too.
  public let isReadOnly: Bool
  /// True when it cannot be changed after creation.
  public let isCreateOnly: Bool
  /// True when no two records share a value.
  public let isUnique: Bool
  /// True when the fact was guessed and not confirmed.
  public let isInferred: Bool
  /// True when the description says that it tells something of a person.
  public let isPersonal: Bool
  /// The names of the entities of the same system that the property refers to.
  public let references: [String]
  /// The value that the system gives by itself.
  public let defaultValue: Value?
  /// The members of an object, or of the objects in a list.
  public let members: [PropertyModel]
  /// The entry in the description, for messages.
  public let span: SourceSpan

  /// Makes a property; what few properties have may be left out.
  public init(
    name: String, label: String? = nil, about: String? = nil, type: ValueType, isRequired: Bool = false,
    isReadOnly: Bool = false, isCreateOnly: Bool = false, isUnique: Bool = false, isInferred: Bool = false,
    isPersonal: Bool = false,
    references: [String] = [], defaultValue: Value? = nil, members: [PropertyModel] = [], span: SourceSpan
  ) {
    self.name = name
    self.label = label ?? name
    self.about = about
    self.type = type
    self.isRequired = isRequired
    self.isReadOnly = isReadOnly
    self.isCreateOnly = isCreateOnly
    self.isUnique = isUnique
    self.isInferred = isInferred
    self.isPersonal = isPersonal
    self.references = references
    self.defaultValue = defaultValue
    self.members = members
    self.span = span
  }
}
