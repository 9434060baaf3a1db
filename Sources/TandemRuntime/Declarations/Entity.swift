import TandemValues

/// A typed record of one entity. Generated code declares a ``StoredEntity``: a plain struct with one stored property per
/// property of the entity, `nil` where the system has no value.
public protocol Entity: Sendable {
  /// The static table of the entity.
  static var schema: EntitySchema { get }

  /// A record without any value.
  init()

  /// Reads a record from its values, which stand in the order of ``schema``.
  ///
  /// - Throws: ``MappingError`` when a value is not of the declared type.
  init(values: [Value]) throws(MappingError)

  /// The record's values, in the order of ``schema``.
  var values: [Value] { get }
}

/// A value that generated code could not carry from one form to another. Names the place, never the value.
public struct MappingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The property at fault, as its system or the shared view spells it.
  public var property: String
  /// Why, in words that follow "the value": "is no whole number".
  public var reason: String

  /// Makes an error.
  public init(property: String, reason: String) {
    self.property = property
    self.reason = reason
  }

  /// `amount: the value is no whole number`.
  public var description: String { "\(property): the value \(reason)" }
}
