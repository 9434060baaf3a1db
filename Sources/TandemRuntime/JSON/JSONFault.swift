/// Why bytes are no records in JSON. Names the place, never the value.
public struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The byte at fault, counted from 0.
  public var offset: Int
  /// The property at fault, with the names of those around it before it; empty outside any.
  public var property: String
  /// What is wrong, as a sentence without a full stop: "a string does not end".
  public var reason: String

  /// Makes a fault.
  public init(offset: Int, property: String = "", reason: String) {
    self.offset = offset
    self.property = property
    self.reason = reason
  }

  /// `byte 17, amount: the value is no whole number`.
  public var description: String {
    property.isEmpty ? "byte \(offset): \(reason)" : "byte \(offset), \(property): \(reason)"
  }

  /// The fault of something inside a property.
  func inside(_ name: String) -> JSONFault {
    JSONFault(offset: offset, property: property.isEmpty ? name : "\(name).\(property)", reason: reason)
  }
}
