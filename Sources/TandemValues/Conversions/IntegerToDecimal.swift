/// Whole numbers as decimal numbers; a fraction has no way back.
public struct IntegerToDecimal: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "integerToDecimal"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes a whole number as a decimal.",
    backward: "Takes a decimal without a fraction as a whole number.", example: IntegerToDecimal(), .integer(12))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(.integer, ConversionTypes.anyDecimal)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard from == .integer, case .decimal = to else { return nil }
    return DecimalScale.minding(Self(), from: from, to: to)
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ integer: Int64) throws(ConversionError) -> DecimalNumber? {
    DecimalNumber(integer)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ decimal: DecimalNumber) throws(ConversionError) -> Int64? {
    guard decimal.scale == 0 else { throw Self.failure("has a fraction") }
    guard let integer = decimal.integer else { throw Self.failure("is too large for a whole number of 64 bits") }
    return integer
  }
}
