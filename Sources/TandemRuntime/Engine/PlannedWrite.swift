import TandemValues

/// One write of a run or a plan, for people.
public struct PlannedWrite: Sendable, Hashable {
  /// The flow.
  public var flow: FlowIdentifier
  /// The entity that is written to.
  public var entity: EntityReference
  /// The side of the flow that is written to.
  public var side: Side
  /// The record; of a created one, the key that it got (in a plan, one that stands for it).
  public var key: RecordKey
  /// `to be created #12` for a created record: counted over the run, the same in the plan and when it is carried out.
  public var symbol: String?
  /// The key of the record on the other side of the flow.
  public var partner: RecordKey
  /// What names the record to a person; `nil` where nothing does.
  public var title: String?
  /// What is done.
  public var action: Action
  /// The properties that are set, in the order of the schema.
  public var changes: [Change]

  /// What is done with a record.
  public enum Action: String, Sendable, Hashable {
    /// It is created.
    case create
    /// Some of its properties are set.
    case update
    /// It is deleted.
    case delete
    /// It is marked because its partner is gone.
    case archive
  }

  /// One property that is set.
  public struct Change: Sendable, Hashable {
    /// The property's name in its system.
    public var property: String
    /// What it was; ``TandemValues/Value/null`` for a created record.
    public var from: Value
    /// What it becomes.
    public var to: Value
    /// Why: `the source changed`, `conflict: Custom ERP wins, as the document says`, ...
    public var why: String

    /// Makes a change.
    public init(property: String, from: Value, to: Value, why: String) {
      self.property = property
      self.from = from
      self.to = to
      self.why = why
    }
  }

  /// Makes a write.
  public init(
    flow: FlowIdentifier, entity: EntityReference, side: Side, key: RecordKey, symbol: String? = nil,
    partner: RecordKey, title: String?, action: Action, changes: [Change]
  ) {
    self.flow = flow
    self.entity = entity
    self.side = side
    self.key = key
    self.symbol = symbol
    self.partner = partner
    self.title = title
    self.action = action
    self.changes = changes
  }
}
