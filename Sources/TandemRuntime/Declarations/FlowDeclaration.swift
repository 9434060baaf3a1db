import TandemValues

/// Everything that the engine must know about a flow besides its mapping functions; a static table of generated code.
public struct FlowDeclaration: Sendable {
  /// The flow's identity, which survives changes of spelling, file and order.
  public let identifier: FlowIdentifier
  /// The entity on the left; creation goes from here.
  public let source: EntityReference
  /// The entity on the right.
  public let target: EntityReference
  /// The document that declares the flow, as a relative path.
  public let document: String
  /// The line of the section's title.
  public let line: Int
  /// Why the flow may not write; `nil` for a flow that is understood.
  public let held: String?
  /// When a target record is created.
  public let creation: Creation
  /// The alternatives of the merge table, each the names of its properties for people; empty without one.
  public let matching: [String]
  /// Which side wins when both changed one property.
  public let conflict: Conflict
  /// What happens to the target when the source is deleted.
  public let sourceDeletion: Deletion
  /// What happens to the source when the target is deleted.
  public let targetDeletion: Deletion
  /// What the first run does with existing records.
  public let firstRun: FirstRun
  /// The shared properties, in the order of the shared view.
  public let properties: [SharedProperty]

  /// When a target record is created.
  public enum Creation: Sendable, Hashable {
    /// For every source record without a link.
    case always
    /// Never.
    case never
    /// For those that satisfy the generated condition.
    case conditional
    /// For those that a record of one of the entities refers to which is itself linked; each connection names the
    /// referring entity and the position of its property that holds the key.
    case connected([Connection])
  }

  /// A referring entity and the property through which it refers.
  public struct Connection: Sendable, Hashable {
    /// The entity whose records refer.
    public let entity: EntityReference
    /// The position of the referring property in that entity's schema.
    public let property: Int
    /// The flow by whose links "is itself synchronised" is decided.
    public let flow: FlowIdentifier

    /// Makes a connection.
    public init(entity: EntityReference, property: Int, flow: FlowIdentifier) {
      self.entity = entity
      self.property = property
      self.flow = flow
    }
  }

  /// Which side wins when both changed one property.
  public enum Conflict: Sendable, Hashable {
    /// The newest edit; at equal times the source.
    case newest
    /// One side.
    case wins(Side)
    /// A person decides; both sides stay as they are until then.
    case ask
    /// Hand-written code decides: ``MappedFlow/decide(_:)``.
    case handWritten
  }

  /// What the deletion of one side's record does to the other's.
  public enum Deletion: Sendable, Hashable {
    /// Nothing; a tombstone keeps the record from being created again.
    case ignore
    /// The link is dropped, and the partner stays on its own.
    ///
    /// A **target** whose source was deleted is an ordinary record without a link: another source that matches it is
    /// linked with it. A **source** whose target was deleted is not created again, whatever is edited in it; where there
    /// is a merge table it is linked anew as soon as a target matches it. A deleted record that comes back is not linked
    /// with its former partner because of that: it takes part as any record without a link, but nothing is created for
    /// it.
    case unlink
    /// The partner is deleted.
    case propagate
    /// The partner's property at the position is set to the value.
    case archive(property: Int, value: Value)
  }

  /// What the first run does with existing records.
  public enum FirstRun: Sendable, Hashable {
    /// Links, creates and merges.
    case full
    /// Only records that are created afterwards take part.
    case newRecordsOnly
    /// Only links what matches.
    case linkOnly
  }

  /// Makes a declaration.
  @inline(never) public init(
    identifier: FlowIdentifier, source: EntityReference, target: EntityReference, document: String, line: Int,
    held: String? = nil, creation: Creation, matching: [String] = [], conflict: Conflict = .newest,
    sourceDeletion: Deletion = .ignore, targetDeletion: Deletion = .ignore, firstRun: FirstRun = .full,
    properties: [SharedProperty]
  ) {
    self.identifier = identifier
    self.source = source
    self.target = target
    self.document = document
    self.line = line
    self.held = held
    self.creation = creation
    self.matching = matching
    self.conflict = conflict
    self.sourceDeletion = sourceDeletion
    self.targetDeletion = targetDeletion
    self.firstRun = firstRun
    self.properties = properties
  }
}

/// The identity of a flow: the unordered pair of its entities, in normal spelling.
public struct FlowIdentifier: Hashable, Sendable, CustomStringConvertible, Comparable {
  /// `customcrm.quote~customerp.order`: the two normalised names in alphabetical order.
  public let text: String

  /// The identity with the given text.
  public init(_ text: String) { self.text = text }

  /// The text.
  public var description: String { text }

  /// Orders by text.
  public static func < (left: FlowIdentifier, right: FlowIdentifier) -> Bool { left.text < right.text }
}

/// One side of a flow.
public enum Side: UInt8, Sendable, Hashable {
  /// The left side.
  case source = 0
  /// The right side.
  case target = 1

  /// The other side.
  public var opposite: Side { self == .source ? .target : .source }
}

/// A property of the shared view: the group of connected rows behind it, as data.
public struct SharedProperty: Sendable {
  /// The name, unique in the flow: the path of the target's property.
  public let name: String
  /// The positions of the source entity's properties that feed it.
  public let sourceProperties: [Int]
  /// The positions of the target entity's properties that it feeds.
  public let targetProperties: [Int]
  /// In which direction its values travel.
  public let direction: Direction
  /// The side that wins conflicts of this property, where the row says so.
  public let wins: Side?
  /// How keys are translated, where the property is a reference.
  public let translation: Translation?
  /// True when the target record cannot be created while the translated value is missing.
  public let isRequiredByTarget: Bool
  /// Changes when the meaning of the rows changes: types, conversions, paths. Bases with another one are not used.
  public let fingerprint: UInt64
  /// The lines of the rows in the document.
  public let lines: [Int]

  /// In which direction values travel.
  public enum Direction: Sendable, Hashable {
    /// Both ways.
    case both
    /// Only into one side.
    case into(Side)
    /// Into the target when it is created, never again.
    case atCreation
    /// Into one side, while it is empty there.
    case onlyIfEmpty(Side)
  }

  /// How a key of one system becomes one of the other. In the shared view such a property holds the key of the source's
  /// record (``reference(flow:via:)``) or the natural key (``lookup(entity:property:)``).
  public enum Translation: Sendable, Hashable {
    /// Through the links of a flow; `reversed` when that flow's source is this flow's target system.
    case reference(flow: FlowIdentifier, reversed: Bool)
    /// The target's key is found by the natural key in a property of an entity of the target's system.
    case lookup(entity: EntityReference, property: Int)
  }

  /// Makes a shared property.
  @inline(never) public init(
    name: String, sourceProperties: [Int], targetProperties: [Int], direction: Direction = .both, wins: Side? = nil,
    translation: Translation? = nil, isRequiredByTarget: Bool = false, fingerprint: UInt64, lines: [Int]
  ) {
    self.name = name
    self.sourceProperties = sourceProperties
    self.targetProperties = targetProperties
    self.direction = direction
    self.wins = wins
    self.translation = translation
    self.isRequiredByTarget = isRequiredByTarget
    self.fingerprint = fingerprint
    self.lines = lines
  }
}
