/// Decimal numbers as the nearest floating-point numbers, and back in the fewest digits.
public struct DecimalToFloat: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "decimalToFloat"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.lossy([Loss(.precision, "digits past the fifteenth")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes the nearest measurement.",
    backward: "Writes it in the fewest digits.", example: DecimalToFloat(),
    ValueType.decimal(precision: nil, scale: nil).parse("12.345678901234567891") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyDecimal, .float)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .decimal = from, to == .float else { return nil }
    return DecimalScale.minding(Self(), from: from, to: to)
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ decimal: DecimalNumber) throws(ConversionError) -> Double? {
    decimal.float
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ float: Double) throws(ConversionError) -> DecimalNumber? {
    guard let decimal = DecimalNumber(float) else { throw Self.failure("has no decimal form of 38 digits") }
    return decimal
  }
}
