/// Text as decimal numbers, with a point and without marks between thousands; a text of blanks is no value.
public struct StringToDecimal: Conversion {
  public static let name = "stringToDecimal"
  public static let laws = ConversionLaws.normalising(what: "the way a number is written")

  /// Makes the conversion.
  public init() {}

  public var domain: String? { "texts that are decimal numbers" }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "decimal number") { DecimalNumber($0).map(Value.decimal) }
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let decimal) = value else { throw Self.failure("is no decimal number") }
    return .string(Value.decimal(decimal).displayText)
  }
}
