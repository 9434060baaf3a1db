/// Floating-point numbers as decimal numbers, in the fewest digits that read back as the same number.
public struct FloatToDecimal: Conversion {
  public static let name = "floatToDecimal"
  public static let laws = ConversionLaws.normalising(what: "digits past the seventeenth")

  /// Makes the conversion.
  public init() {}

  public var domain: String? { "floating-point numbers within 38 decimal digits" }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .float(let float) = value else { throw Self.failure("is no floating-point number") }
    guard let decimal = DecimalNumber(float) else { throw Self.failure("has no decimal form of 38 digits") }
    return .decimal(decimal)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let decimal) = value else { throw Self.failure("is no decimal number") }
    return .float(decimal.float)
  }
}
