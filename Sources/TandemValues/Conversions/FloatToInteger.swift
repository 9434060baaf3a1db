/// Floating-point numbers without a fraction as whole numbers. A fraction is an error: nothing is rounded unasked.
public struct FloatToInteger: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "floatToInteger"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "floating-point numbers without a fraction" }

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .float(let float) = value else { throw Self.failure("is no floating-point number") }
    guard float.isFinite, float.rounded(.towardZero) == float else { throw Self.failure("has a fraction") }
    guard let integer = Int64(exactly: float) else { throw Self.failure("is too large for a whole number of 64 bits") }
    return .integer(integer)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .integer(let integer) = value else { throw Self.failure("is no whole number") }
    guard let float = Double(exactly: integer) else { throw Self.failure("is too large to be exact") }
    return .float(float)
  }
}
