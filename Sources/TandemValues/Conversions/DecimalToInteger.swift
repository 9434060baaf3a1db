/// Decimal numbers without a fraction as whole numbers. A fraction is an error: nothing is rounded unasked.
public struct DecimalToInteger: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "decimalToInteger"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes a number as a whole one; nothing is rounded.",
    backward: "Takes it as a decimal.", example: DecimalToInteger(),
    ValueType.decimal(precision: nil, scale: nil).parse("12") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyDecimal, .integer)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .decimal = from, to == .integer else { return nil }
    return DecimalScale.minding(Self(), from: from, to: to)
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "decimal numbers without a fraction" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ decimal: DecimalNumber) throws(ConversionError) -> Int64? {
    guard decimal.scale == 0 else { throw Self.failure("has a fraction") }
    guard let integer = decimal.integer else { throw Self.failure("is too large for a whole number of 64 bits") }
    return integer
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ integer: Int64) throws(ConversionError) -> DecimalNumber? {
    DecimalNumber(integer)
  }
}
