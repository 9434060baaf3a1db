import TandemValues

/// One connected system: reading its changes and writing its records. Transports implement it; generated code and the
/// engine never see anything else of a system.
///
/// Implementations throw ``SystemError`` when the system as a whole cannot be used; what concerns one record is an item of
/// the answer.
public protocol SystemConnector: Sendable {
  /// The system's name, as its description spells it.
  var system: String { get }

  /// How creates of the entity are made to happen at most once.
  func createGuarantee(for entity: EntitySchema) -> CreateGuarantee

  /// How many writes of the entity one call of ``write(_:to:)`` may hold, at least 1.
  func batchLimit(for entity: EntitySchema) -> Int

  /// Reads the changes after a cursor, oldest first; from the beginning of time where there is none.
  ///
  /// A feed may repeat changes; the engine recognises repetitions by content. Deletions stand in it only if the entity's
  /// ``ChangeFeed/deletions`` says so.
  func changes(of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int) async throws(SystemError) -> ChangePage

  /// Lists all keys of the entity; used to find deletions of entities whose feed does not tell of them.
  func keys(of entity: EntitySchema, after cursor: ChangeCursor?, limit: Int) async throws(SystemError) -> KeyPage

  /// Reads the records with the given keys; those that do not exist are missing from the answer.
  func records(of entity: EntitySchema, keys: [RecordKey]) async throws(SystemError) -> [Record]

  /// Carries out writes, each on its own: the answer holds one outcome per request, in order. Throws only when none of
  /// them can have happened.
  func write(_ requests: [WriteRequest], to entity: EntitySchema) async throws(SystemError) -> [WriteOutcome]

  /// Tells what became of a create of an earlier run; `values` are those that the create was sent with.
  func resolve(
    _ operation: OperationIdentifier, values: [PropertyValue], in entity: EntitySchema
  ) async throws(SystemError) -> OperationResolution
}

/// A system that cannot be used as a whole.
public struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system's name.
  public var system: String
  /// What is wrong.
  public var kind: Kind
  /// The words for the operator: what happened and what to do. Holds no record values and no secrets.
  public var message: String

  /// What can be wrong with a system.
  public enum Kind: Sendable, Hashable {
    /// It cannot be reached or opened.
    case unavailable
    /// It is busy; trying again later may help.
    case busy
    /// It does not look as its description says.
    case schema
    /// It does not let us in.
    case access
    /// It is older than what was read from it before: restored from a backup, or another one in its place.
    case restored
  }

  /// Makes an error.
  public init(system: String, kind: Kind, message: String) {
    self.system = system
    self.kind = kind
    self.message = message
  }

  /// The message with the system's name.
  public var description: String { "\(system): \(message)" }
}
