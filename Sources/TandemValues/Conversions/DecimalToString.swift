/// Decimal numbers as text in plain digits with a point: `12.5`.
///
/// Backward takes other spellings too (`12.50` is `12.5`), and a text of blanks is no value.
public struct DecimalToString: Conversion {
  public static let name = "decimalToString"
  public static let laws = ConversionLaws.normalising(what: "the way a number is written")

  /// Makes the conversion.
  public init() {}

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let decimal) = value else { throw Self.failure("is no decimal number") }
    return .string(Value.decimal(decimal).displayText)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "decimal number") { DecimalNumber($0).map(Value.decimal) }
  }
}
