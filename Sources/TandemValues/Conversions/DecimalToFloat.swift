/// Decimal numbers as the nearest floating-point numbers, and back in the fewest digits.
public struct DecimalToFloat: Conversion {
  public static let name = "decimalToFloat"
  public static let laws = ConversionLaws.lossy(what: "digits past the fifteenth")

  /// Makes the conversion.
  public init() {}

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let decimal) = value else { throw Self.failure("is no decimal number") }
    return .float(decimal.float)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .float(let float) = value else { throw Self.failure("is no floating-point number") }
    guard let decimal = DecimalNumber(float) else { throw Self.failure("has no decimal form of 38 digits") }
    return .decimal(decimal)
  }
}
