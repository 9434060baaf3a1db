import TandemValues

/// What the runtime knows of one entity of one system; a static table of generated code.
public struct EntitySchema: Sendable {
  /// The entity's identity.
  public let reference: EntityReference
  /// The name for people.
  public let label: String
  /// Where the entity lives in its system: the name of a table, a path or an object.
  public let resource: String
  /// The properties, in the order in which records hold their values.
  public let properties: [PropertySchema]
  /// The position of the key property.
  public let key: Int
  /// The position of the property that names a record to a person.
  public let title: Int?
  /// The position of the property that holds the time of the last edit; `nil` where the system has none.
  public let modified: Int?
  /// The position of a unique property that may hold Tandem's identifier of a create.
  public let externalKey: Int?
  /// How changes are found.
  public let changes: ChangeFeed
  /// True when nothing may be written.
  public let isReadOnly: Bool

  /// Makes a schema.
  @inline(never) public init(
    reference: EntityReference, label: String, resource: String, properties: [PropertySchema], key: Int, title: Int?,
    modified: Int?, externalKey: Int?, changes: ChangeFeed, isReadOnly: Bool
  ) {
    self.reference = reference
    self.label = label
    self.resource = resource
    self.properties = properties
    self.key = key
    self.title = title
    self.modified = modified
    self.externalKey = externalKey
    self.changes = changes
    self.isReadOnly = isReadOnly
  }
}

/// The identity of an entity: its system and its name, both as the system description spells them.
public struct EntityReference: Hashable, Sendable, CustomStringConvertible {
  /// The system's name.
  public let system: String
  /// The entity's name.
  public let entity: String

  /// Makes a reference.
  public init(system: String, entity: String) {
    self.system = system
    self.entity = entity
  }

  /// `Custom ERP Order`, as documents say it.
  public var description: String { "\(system) \(entity)" }
}

/// What the runtime knows of one property.
public struct PropertySchema: Sendable {
  /// The name as the system spells it.
  public let name: String
  /// The name for people.
  public let label: String
  /// The declared type.
  public let type: ValueType
  /// Who may write it, and when.
  public let access: Access
  /// True when a record cannot be created without it.
  public let isRequired: Bool
  /// True when no two records may hold the same value; any number may hold none.
  public let isUnique: Bool

  /// Who may write a property, and when.
  public enum Access: Sendable, Hashable {
    /// Anyone, at any time.
    case readWrite
    /// Only when the record is created.
    case createOnly
    /// Only the system itself.
    case readOnly
  }

  /// Makes a property.
  @inline(never) public init(
    name: String, label: String? = nil, type: ValueType, access: Access = .readWrite, isRequired: Bool = false,
    isUnique: Bool = false
  ) {
    self.name = name
    self.label = label ?? name
    self.type = type
    self.access = access
    self.isRequired = isRequired
    self.isUnique = isUnique
  }
}

/// How an entity's changes and deletions are found.
public struct ChangeFeed: Sendable, Hashable {
  /// The position of the property that the cursor walks along; also the version of a record.
  public let cursor: Int
  /// What kind of cursor it is.
  public let kind: Kind
  /// How deletions are found.
  public let deletions: Deletions

  /// The kinds of cursors.
  public enum Kind: Sendable, Hashable {
    /// A number that grows with every change.
    case rowVersion
    /// A time that several records may share; read again inclusively from `lookbackSeconds` before the last one.
    case timestamp(lookbackSeconds: Int)
  }

  /// The ways in which a system tells of deletions.
  public enum Deletions: Sendable, Hashable {
    /// A feed of deleted keys.
    case feed
    /// A boolean property of the record, at this position.
    case flag(property: Int)
    /// None: all keys are listed and compared.
    case keyListing
  }

  /// Makes a change feed.
  public init(cursor: Int, kind: Kind, deletions: Deletions) {
    self.cursor = cursor
    self.kind = kind
    self.deletions = deletions
  }
}
