import TandemValues

/// The key of a record in its system.
public struct RecordKey: Hashable, Sendable {
  /// An integer, text or GUID as the system has it.
  public let value: Value

  /// The key with a system's value.
  public init(_ value: Value) { self.value = value }
}

/// The version of a record, opaque to everyone but its system: a row version, a time of modification, an ETag.
public struct RecordVersion: Hashable, Sendable {
  /// The system's own token as text.
  public let token: String

  /// The version with a token.
  public init(_ token: String) { self.token = token }
}

/// A record as a system delivered it.
public struct Record: Hashable, Sendable {
  /// The key.
  public var key: RecordKey
  /// The version that the values belong to.
  public var version: RecordVersion
  /// The time of the last edit by the system's own clock, where the system tells it.
  public var modified: Timestamp?
  /// The values in the order of the entity's schema.
  public var values: [Value]

  /// Makes a record.
  public init(key: RecordKey, version: RecordVersion, modified: Timestamp?, values: [Value]) {
    self.key = key
    self.version = version
    self.modified = modified
    self.values = values
  }
}

/// Something that happened to a record.
public enum RecordChange: Sendable {
  /// The record is new or was edited; this is how it is now.
  case upsert(Record)
  /// The record is gone.
  case deletion(RecordKey)
  /// The record exists but one of its values is not of its declared type, so it cannot be used; the reason holds no value.
  case unreadable(RecordKey, reason: String)
}

/// How far a feed of changes has been read; opaque to everyone but its system.
public struct ChangeCursor: Hashable, Sendable {
  /// The system's own text.
  public let text: String

  /// The cursor with a text.
  public init(_ text: String) { self.text = text }
}

/// One page of a feed of changes.
public struct ChangePage: Sendable {
  /// The changes, in the order of the feed.
  public var changes: [RecordChange]
  /// Where reading goes on; to be kept only together with the changes before it.
  public var next: ChangeCursor
  /// True when nothing more is to be read now.
  public var isLast: Bool

  /// Makes a page.
  public init(changes: [RecordChange], next: ChangeCursor, isLast: Bool) {
    self.changes = changes
    self.next = next
    self.isLast = isLast
  }
}

/// One page of a complete listing of an entity's keys.
public struct KeyPage: Sendable {
  /// The keys, ascending in the system's own order.
  public var keys: [RecordKey]
  /// Where the listing goes on; `nil` when it ended cleanly.
  public var next: ChangeCursor?

  /// Makes a page.
  public init(keys: [RecordKey], next: ChangeCursor?) {
    self.keys = keys
    self.next = next
  }
}
