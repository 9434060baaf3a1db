/// One section of a document: two entities that are kept in step.
public struct Flow: Sendable {
  /// The entity on the left; creation goes from here.
  public var source: EntityName
  /// The entity on the right.
  public var target: EntityName
  /// The title, or the `flow:` entry.
  public var title: SourceSpan
  /// Which records take part at all (`where`); a record outside does not exist for the flow.
  public var scopes: [Scope]
  /// When a target record is created. `nil` where the document says nothing that could be read.
  public var creation: Located<Creation>?
  /// How existing records are recognised; `nil` without a merge table.
  public var matching: Matching?
  /// Which side wins when both changed one property.
  public var conflict: Located<ConflictPolicy>?
  /// What the deletion of a record does, per side on which it is deleted.
  public var deletions: [Deletion]
  /// What the first run does with records that are already there.
  public var firstRun: Located<FirstRun>?
  /// The direction in which edits travel when it is not both.
  public var direction: Located<Direction>?
  /// True when the author says that the flow links and creates and nothing else (an empty table is then meant).
  public var linksOnly: Bool
  /// Where the author says so; `nil` where nobody does.
  public var linksOnlyPlace: SourceSpan?
  /// The former names of the flow's entities, so that links survive a renaming.
  public var formerNames: [FormerName]
  /// For a flow of list elements: the flow of the records that hold them, and the property that refers to the parent.
  public var parent: Parent?
  /// The rows of the property table, in order.
  public var rows: [PropertyRow]
  /// True when a part of the section could not be read. What seems to be missing may stand there, so nothing is said to be
  /// missing or unused.
  public var hasUnreadParts: Bool
  /// The property table or the `properties:` entry; where a missing row would be inserted when there is none.
  public var table: SourceSpan

  /// Makes a flow without policies or rows; readers fill it in.
  public init(source: EntityName, target: EntityName, title: SourceSpan, table: SourceSpan) {
    self.source = source
    self.target = target
    self.title = title
    self.scopes = []
    self.deletions = []
    self.linksOnly = false
    self.formerNames = []
    self.rows = []
    self.hasUnreadParts = false
    self.table = table
  }
}

/// The name of an entity of a system, as a section spells it.
public struct EntityName: Sendable {
  /// The system's name; empty in documents whose generator left it out.
  public var system: Located<String>
  /// The entity's name, one word.
  public var entity: Located<String>
  /// The list property whose elements are meant: `lines` in `Customerp Order.lines`.
  public var element: Located<String>?
  /// `(human data)` or trailing lower-case words, as they stand.
  public var qualifier: Located<String>?
  /// The whole name.
  public var span: SourceSpan

  /// Makes a name.
  public init(
    system: Located<String>, entity: Located<String>, element: Located<String>? = nil,
    qualifier: Located<String>? = nil,
    span: SourceSpan
  ) {
    self.system = system
    self.entity = entity
    self.element = element
    self.qualifier = qualifier
    self.span = span
  }
}

/// A name that an entity had before.
public struct FormerName: Sendable {
  /// The system of the entity; `nil` for the flow's source.
  public var system: Located<String>?
  /// The former name of the entity, without its system.
  public var name: Located<String>

  /// Makes a former name.
  public init(system: Located<String>? = nil, name: Located<String>) {
    self.system = system
    self.name = name
  }
}

/// The records of one side that take part in a flow.
public struct Scope: Sendable {
  /// The system whose records are meant; `nil` for the flow's source.
  public var system: Located<String>?
  /// What such a record satisfies.
  public var condition: Located<Condition>

  /// Makes a scope.
  public init(system: Located<String>? = nil, condition: Located<Condition>) {
    self.system = system
    self.condition = condition
  }
}

/// When a target record is created for a source record that has no link.
public enum Creation: Sendable {
  /// For every one.
  case always
  /// Never: only what matches is linked.
  case never
  /// For those that satisfy the condition.
  case when(Condition)
  /// For those that a record refers to which is itself synchronised.
  case connected([EntityName])
}

/// A condition as written: understood, or a remark of a person.
public enum Condition: Sendable {
  /// An expression that can be evaluated.
  case expression(Expression)
  /// Prose, kept as it stands; it holds its flow.
  case remark(String)
}

/// How existing records of the two sides are recognised as the same.
public struct Matching: Sendable {
  /// The alternatives, in order of preference.
  public var alternatives: [Alternative]
  /// The merge table or the `match:` entry.
  public var span: SourceSpan

  /// One combination of properties; all of its pairs must match.
  public struct Alternative: Sendable {
    /// The pairs, in order.
    public var pairs: [Pair]

    /// Makes an alternative.
    public init(pairs: [Pair]) { self.pairs = pairs }
  }

  /// Two properties that must hold the same value.
  public struct Pair: Sendable {
    /// The source's property.
    public var source: PropertyCell
    /// The target's property.
    public var target: PropertyCell

    /// Makes a pair.
    public init(source: PropertyCell, target: PropertyCell) {
      self.source = source
      self.target = target
    }
  }

  /// Makes a merge table.
  public init(alternatives: [Alternative], span: SourceSpan) {
    self.alternatives = alternatives
    self.span = span
  }
}

/// Which side wins when both changed one property to different values.
public enum ConflictPolicy: Sendable, Hashable {
  /// The newest edit.
  case newest
  /// The named system.
  case wins(system: String)
  /// A person decides.
  case ask
  /// The named function decides, which is written by hand.
  case handWritten(function: String)
}

/// What the deletion of a record on one side does to its partner.
public struct Deletion: Sendable {
  /// The system in which the record is deleted.
  public var system: Located<String>
  /// What is done then.
  public var policy: Located<Policy>
  /// True when it was said in the words of lists: an element that leaves its list counts as deleted.
  public var isRemoval: Bool

  /// The choices.
  public enum Policy: Sendable {
    /// Nothing; the partner stays and is not created again.
    case ignore
    /// The link is dropped; the partner stays on its own.
    case unlink
    /// The partner is deleted.
    case propagate
    /// The partner's property is set to the value.
    case archive(property: PropertyPath, value: Literal)
  }

  /// Makes a deletion policy.
  public init(system: Located<String>, policy: Located<Policy>, isRemoval: Bool = false) {
    self.system = system
    self.policy = policy
    self.isRemoval = isRemoval
  }
}

/// What the first run of a flow does with records that already exist.
public enum FirstRun: String, Sendable {
  /// Links, creates and merges.
  case full
  /// Only records that are created afterwards take part.
  case newRecordsOnly
  /// Only links what matches.
  case linkOnly
}

/// The flow of the records that hold a list's elements.
public struct Parent: Sendable {
  /// The parent flow as written: `Order to Invoice`.
  public var flow: Located<String>
  /// The target property that refers to the parent's record.
  public var via: Located<String>

  /// Makes a parent clause.
  public init(flow: Located<String>, via: Located<String>) {
    self.flow = flow
    self.via = via
  }
}
