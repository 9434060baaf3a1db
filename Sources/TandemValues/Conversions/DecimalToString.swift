/// Decimal numbers as text in plain digits with a point: `12.5`.
///
/// Backward takes other spellings too (`12.50` is `12.5`), and a text of blanks is no value.
public struct DecimalToString: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "decimalToString"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a number is written")])

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source; throws for one of another type.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let decimal) = value else { throw Self.failure("is no decimal number") }
    return .string(Value.decimal(decimal).displayText)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "decimal number") { DecimalNumber($0).map(Value.decimal) }
  }
}
