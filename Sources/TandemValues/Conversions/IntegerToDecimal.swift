/// Whole numbers as decimal numbers; a fraction has no way back.
public struct IntegerToDecimal: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "integerToDecimal"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source; throws for one of another type.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .integer(let integer) = value else { throw Self.failure("is no whole number") }
    return .decimal(DecimalNumber(integer))
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let decimal) = value else { throw Self.failure("is no decimal number") }
    guard decimal.scale == 0 else { throw Self.failure("has a fraction") }
    guard let integer = decimal.integer else { throw Self.failure("is too large for a whole number of 64 bits") }
    return .integer(integer)
  }
}
