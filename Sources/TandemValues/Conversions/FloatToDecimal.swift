/// Floating-point numbers as decimal numbers, in the fewest digits that read back as the same number.
public struct FloatToDecimal: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "floatToDecimal"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.precision, "digits past the seventeenth")])

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "floating-point numbers within 38 decimal digits" }

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .float(let float) = value else { throw Self.failure("is no floating-point number") }
    guard let decimal = DecimalNumber(float) else { throw Self.failure("has no decimal form of 38 digits") }
    return .decimal(decimal)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let decimal) = value else { throw Self.failure("is no decimal number") }
    return .float(decimal.float)
  }
}
