import TandemSyntax
import TandemValues

/// A checked system: its entities with resolved types and references. What back ends see of a system description.
public struct SystemModel: Sendable {
  /// The name for people, as the description spells it.
  public var name: String
  /// Other spellings.
  public var aliases: [String]
  /// One sentence about the system; `nil` where the description has none.
  public var about: String?
  /// The path of the description, as it was given.
  public var path: String
  /// The protocol preset, `sql` where the description names none.
  public var protocolName: String
  /// The entities, in the order of the description.
  public var entities: [EntityModel]

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
public struct EntityModel: Sendable {
  /// The name of the system.
  public var system: String
  /// The entity's own name.
  public var name: String
  /// Other spellings.
  public var aliases: [String]
  /// The name for people.
  public var label: String
  /// One sentence about the entity.
  public var about: String?
  /// Where the entity lives in the system.
  public var resource: String
  /// The properties, in the order of the description; positions below are positions in this list.
  public var properties: [PropertyModel]
  /// The position of the key.
  public var key: Int
  /// The position of the property that names a record to a person.
  public var title: Int?
  /// The position of the property with the time of the last edit.
  public var modified: Int?
  /// The position of the property that may hold Tandem's identifier of a create.
  public var externalKey: Int?
  /// The position of the property that the cursor walks along.
  public var cursor: Int
  /// What kind of cursor it is.
  public var cursorKind: ChangesDescription.Kind
  /// How far a time cursor reads back, in seconds.
  public var lookbackSeconds: Int
  /// How deletions are found.
  public var deletions: ChangesDescription.Deletions
  /// A feature of the system that the entity needs.
  public var feature: String?
  /// True when records can only be read.
  public var isReadOnly: Bool
  /// The entry in the description, for messages.
  public var span: SourceSpan

  /// The position of the property with the name in exactly this spelling.
  public func position(of name: String) -> Int? { properties.firstIndex { $0.name == name } }

  /// Makes an entity from its obligatory parts; the rest starts empty.
  public init(
    system: String, name: String, label: String, resource: String, properties: [PropertyModel], key: Int, cursor: Int,
    cursorKind: ChangesDescription.Kind, deletions: ChangesDescription.Deletions, span: SourceSpan
  ) {
    self.system = system
    self.name = name
    self.aliases = []
    self.label = label
    self.resource = resource
    self.properties = properties
    self.key = key
    self.cursor = cursor
    self.cursorKind = cursorKind
    self.lookbackSeconds = 0
    self.deletions = deletions
    self.isReadOnly = false
    self.span = span
  }
}

/// A checked property, or a member of an object.
public struct PropertyModel: Sendable {
  /// The name as the system spells it.
  public var name: String
  /// The name for people.
  public var label: String
  /// One sentence about the property.
  public var about: String?
  /// The type with its constraints.
  public var type: ValueType
  /// True when a record cannot be created without it.
  public var isRequired: Bool
  /// True when only the system writes it; keys that the system gives are read-only too.
  public var isReadOnly: Bool
  /// True when it cannot be changed after creation.
  public var isCreateOnly: Bool
  /// True when no two records share a value.
  public var isUnique: Bool
  /// True when the fact was guessed and not confirmed.
  public var isInferred: Bool
  /// The names of the entities of the same system that the property refers to.
  public var references: [String]
  /// The value that the system gives by itself.
  public var defaultValue: Value?
  /// The members of an object, or of the objects in a list.
  public var members: [PropertyModel]
  /// The entry in the description, for messages.
  public var span: SourceSpan

  /// Makes a plain property; the rest starts empty.
  public init(name: String, label: String? = nil, type: ValueType, span: SourceSpan) {
    self.name = name
    self.label = label ?? name
    self.type = type
    self.isRequired = false
    self.isReadOnly = false
    self.isCreateOnly = false
    self.isUnique = false
    self.isInferred = false
    self.references = []
    self.members = []
    self.span = span
  }
}
