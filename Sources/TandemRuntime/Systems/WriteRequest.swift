import TandemValues

/// The identity of one write, given before it is sent and the same for every attempt.
public struct OperationIdentifier: Hashable, Sendable {
  /// A GUID in lower case.
  public let text: String

  /// The identity with a text.
  public init(_ text: String) { self.text = text }
}

/// One write to one record.
public struct WriteRequest: Sendable {
  /// The write's identity.
  public var operation: OperationIdentifier
  /// What to do.
  public var action: Action

  /// The kinds of writes.
  public enum Action: Sendable {
    /// Create a record with the values of the given properties (by position); all others are left to the system.
    case create([PropertyValue])
    /// Set the given properties of the record, only if it still has the version (`nil`: whatever it has).
    case update(RecordKey, [PropertyValue], ifVersion: RecordVersion?)
    /// Delete the record, only if it still has the version (`nil`: whatever it has).
    case delete(RecordKey, ifVersion: RecordVersion?)
  }

  /// Makes a write.
  public init(operation: OperationIdentifier, action: Action) {
    self.operation = operation
    self.action = action
  }
}

/// A value for the property at a position of the entity's schema.
public struct PropertyValue: Hashable, Sendable {
  /// The property's position.
  public var property: Int
  /// The value; ``TandemValues/Value/null`` clears the property.
  public var value: Value

  /// Makes a pair.
  public init(property: Int, value: Value) {
    self.property = property
    self.value = value
  }
}

/// What became of one write. The three outcomes are all there are: a write of which nothing is known is *unknown*, never
/// assumed to have failed.
public enum WriteOutcome: Sendable {
  /// The system did it; for creates and updates this is the record as it stands there now.
  case done(Record?)
  /// The system refused it.
  case rejected(Rejection)
  /// The answer is missing; the write may or may not have happened.
  case unknown(reason: String)

  /// Why a system refused a write.
  public enum Rejection: Sendable, Hashable {
    /// The record no longer has the version that the write was made for.
    case stale
    /// The record is gone.
    case gone
    /// The system already holds such a record under this key, where it tells.
    case duplicate(RecordKey?)
    /// The system does not accept the values; the reason is its own and may be shown to an operator.
    case invalid(reason: String)
  }
}

/// What a system knows of an earlier create.
public enum OperationResolution: Sendable {
  /// It happened; this is the record.
  case created(Record)
  /// It did not happen, and will not any more.
  case notCreated
  /// The system cannot tell.
  case unknown
}

/// How a connector makes sure that a create happens at most once, strongest first.
public enum CreateGuarantee: String, Sendable {
  /// A unique property of the record holds the operation's identity.
  case externalKey = "external key"
  /// The system keeps the operation's identity and answers a repetition with the first result.
  case idempotencyKey = "idempotency key"
  /// The record can be found again by its values.
  case lookup = "lookup"
  /// None; a lost answer needs a person.
  case none = "none"
}
