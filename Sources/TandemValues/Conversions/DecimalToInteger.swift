/// Decimal numbers without a fraction as whole numbers. A fraction is an error: nothing is rounded unasked.
public struct DecimalToInteger: PlainConversion {
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

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let decimal) = value else { throw Self.failure("is no decimal number") }
    guard decimal.scale == 0 else { throw Self.failure("has a fraction") }
    guard let integer = decimal.integer else { throw Self.failure("is too large for a whole number of 64 bits") }
    return .integer(integer)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .integer(let integer) = value else { throw Self.failure("is no whole number") }
    return .decimal(DecimalNumber(integer))
  }
}
