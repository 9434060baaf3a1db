/// False and true as the numbers 0 and 1.
public struct BooleanToInteger: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "booleanToInteger"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes false as 0 and true as 1.",
    backward: "The other way round.", example: BooleanToInteger(), .boolean(true))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(.boolean, .integer) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    from == .boolean && to == .integer ? Self() : nil
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ boolean: Bool) throws(ConversionError) -> Int64? {
    boolean ? 1 : 0
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ integer: Int64) throws(ConversionError) -> Bool? {
    guard integer == 0 || integer == 1 else { throw Self.failure("is neither 0 nor 1") }
    return integer == 1
  }
}
