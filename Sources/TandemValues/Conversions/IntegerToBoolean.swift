/// The numbers 0 and 1 as false and true.
public struct IntegerToBoolean: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "integerToBoolean"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes 0 as false and 1 as true.",
    backward: "The other way round.", example: IntegerToBoolean(), .integer(1))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(.integer, .boolean) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    from == .integer && to == .boolean ? Self() : nil
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "the numbers 0 and 1" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ integer: Int64) throws(ConversionError) -> Bool? {
    guard integer == 0 || integer == 1 else { throw Self.failure("is neither 0 nor 1") }
    return integer == 1
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ boolean: Bool) throws(ConversionError) -> Int64? {
    boolean ? 1 : 0
  }
}
