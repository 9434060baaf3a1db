/// The description of one business system, as its YAML file says it; not yet checked.
public struct SystemDescription: Sendable {
  /// The description's text.
  public var file: SourceFile
  /// The system's name for people: `Custom ERP`.
  public var name: Located<String>
  /// Other spellings that documents use: `Customerp`.
  public var aliases: [Located<String>]
  /// One sentence about the system.
  public var about: Located<String>?
  /// The protocol preset: `sql`, `salesforce`, `exact`, `superoffice`, `odata`, `rest`, `file`.
  public var protocolName: Located<String>?
  /// How changes are found unless an entity says otherwise.
  public var changes: ChangesDescription?
  /// The property that holds the time of the last edit unless an entity says otherwise.
  public var modified: Located<String>?
  /// True when nothing may be written into the system.
  public var isReadOnly: Bool
  /// The entities, in order.
  public var entities: [EntityDescription]
  /// The comments that speak to the checker; others are not kept.
  public var comments: [Comment]
  /// True when a part of the description could not be read. What seems to be unknown may stand there, so nothing is said
  /// to be missing.
  public var hasUnreadParts: Bool

  /// Makes a description without entities; the reader fills it in.
  public init(file: SourceFile, name: Located<String>) {
    self.file = file
    self.name = name
    self.aliases = []
    self.isReadOnly = false
    self.entities = []
    self.comments = []
    self.hasUnreadParts = false
  }
}

/// How a system lets others find changes.
public struct ChangesDescription: Sendable {
  /// The property that the cursor walks along.
  public var cursor: Located<String>
  /// Whether the cursor is a counter of rows or a time.
  public var kind: Located<Kind>
  /// How far behind the last cursor a time cursor reads again, in seconds.
  public var lookbackSeconds: Located<Int>?
  /// How deletions are found.
  public var deletions: Located<Deletions>

  /// The kinds of cursors.
  public enum Kind: String, Sendable, CaseIterable {
    /// A number that grows with every change.
    case rowversion
    /// A time; several changes may share one.
    case timestamp
  }

  /// The ways in which a system tells of deletions.
  public enum Deletions: Sendable, Hashable {
    /// A feed or table of deleted keys, which the system keeps for the given number of days (`nil`: for ever).
    case feed(retentionDays: Int?)
    /// A flag on the record itself.
    case flag(property: String)
    /// Not at all: keys are listed in full and compared.
    case keys
  }

  /// Makes a description of a change feed.
  public init(
    cursor: Located<String>, kind: Located<Kind>, lookbackSeconds: Located<Int>? = nil, deletions: Located<Deletions>
  ) {
    self.cursor = cursor
    self.kind = kind
    self.lookbackSeconds = lookbackSeconds
    self.deletions = deletions
  }
}

/// The description of one entity.
public struct EntityDescription: Sendable {
  /// The name that documents use: `SalesOrders`.
  public var name: Located<String>
  /// Other spellings.
  public var aliases: [Located<String>]
  /// The name for people, where it differs.
  public var label: Located<String>?
  /// One sentence about the entity.
  public var about: Located<String>?
  /// Where the entity lives in the system: table, path or object name; the name itself where absent.
  public var resource: Located<String>?
  /// The property that names a record to a person.
  public var title: Located<String>?
  /// How changes of this entity are found, where it differs from the system's.
  public var changes: ChangesDescription?
  /// The property that holds the time of the last edit, where it differs from the system's.
  public var modified: Located<String>?
  /// A unique property that Tandem may fill with its own identifier, so that a create can be repeated safely.
  public var externalKey: Located<String>?
  /// A feature of the system that the entity needs: `Divisions`.
  public var feature: Located<String>?
  /// True when records can only be read.
  public var isReadOnly: Bool
  /// The properties, in order.
  public var properties: [PropertyDescription]
  /// The whole entry.
  public var span: SourceSpan

  /// Makes an entity without properties; the reader fills it in.
  public init(name: Located<String>, span: SourceSpan) {
    self.name = name
    self.aliases = []
    self.isReadOnly = false
    self.properties = []
    self.span = span
  }
}

/// The description of one property.
public struct PropertyDescription: Sendable {
  /// The name as the system spells it.
  public var name: Located<String>
  /// The name for people, where it differs.
  public var label: Located<String>?
  /// One sentence about the property.
  public var about: Located<String>?
  /// The word of the type: `string`, `integer`, `decimal`, `object`, `list`, ...
  public var type: Located<String>
  /// The word of the element type of a `list`.
  public var elementType: Located<String>?
  /// The longest text, in Unicode scalars.
  public var maximumLength: Located<Int>?
  /// Digits in all, of a decimal.
  public var precision: Located<Int>?
  /// Digits after the point, of a decimal.
  public var scale: Located<Int>?
  /// The values of an enumeration.
  public var values: [Located<String>]
  /// True when further values than ``values`` may occur.
  public var isOpen: Bool
  /// True for the entity's key.
  public var isKey: Bool
  /// True when a record cannot be created without it.
  public var isRequired: Bool
  /// True when only the system writes it.
  public var isReadOnly: Bool
  /// True when it can be given at creation and not changed afterwards.
  public var isCreateOnly: Bool
  /// True when no two records share a value.
  public var isUnique: Bool
  /// True when the fact was guessed from samples and a person has not confirmed it.
  public var isInferred: Bool
  /// True when it tells something of a person, by which the law protects it.
  public var isPersonal: Bool
  /// The entities that the property refers to.
  public var references: [Located<String>]
  /// The value that the system gives when none is given.
  public var defaultValue: Located<Literal>?
  /// Where the facts come from.
  public var citation: Located<String>?
  /// The members of an `object`, or of the elements of a `list` of objects.
  public var members: [PropertyDescription]
  /// The whole entry.
  public var span: SourceSpan

  /// Makes a plain property; the reader fills it in.
  public init(name: Located<String>, type: Located<String>, span: SourceSpan) {
    self.name = name
    self.type = type
    self.values = []
    self.isOpen = false
    self.isKey = false
    self.isRequired = false
    self.isReadOnly = false
    self.isCreateOnly = false
    self.isUnique = false
    self.isInferred = false
    self.isPersonal = false
    self.references = []
    self.members = []
    self.span = span
  }
}
