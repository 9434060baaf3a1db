/// The numbers 0 and 1 as false and true.
public struct IntegerToBoolean: PlainConversion {
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

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .integer(let integer) = value else { throw Self.failure("is no whole number") }
    guard integer == 0 || integer == 1 else { throw Self.failure("is neither 0 nor 1") }
    return .boolean(integer == 1)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .boolean(let boolean) = value else { throw Self.failure("is neither true nor false") }
    return .integer(boolean ? 1 : 0)
  }
}
