/// A property that does not hold for an input.
public struct Violation: Error, Sendable, CustomStringConvertible {
  /// The property, as a short phrase; the same for all inputs that break it.
  public var property: String
  /// What was seen.
  public var detail: String

  /// Says what does not hold.
  public init(_ property: String, _ detail: String = "") {
    self.property = property
    self.detail = detail
  }

  /// One line for people.
  public var description: String { detail.isEmpty ? property : "\(property): \(detail)" }
}
