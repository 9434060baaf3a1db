/// Floating-point numbers as decimal numbers, in the fewest digits that read back as the same number.
public struct FloatToDecimal: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "floatToDecimal"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.precision, "digits past the seventeenth")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes the fewest digits that read back as the number.",
    backward: "Takes the nearest measurement.", example: FloatToDecimal(), .float(0.1))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(.float, ConversionTypes.anyDecimal)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard from == .float, case .decimal = to else { return nil }
    return DecimalScale.minding(Self(), from: from, to: to)
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "floating-point numbers within 38 decimal digits" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ float: Double) throws(ConversionError) -> DecimalNumber? {
    guard let decimal = DecimalNumber(float) else { throw Self.failure("has no decimal form of 38 digits") }
    return decimal
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ decimal: DecimalNumber) throws(ConversionError) -> Double? {
    decimal.float
  }
}
