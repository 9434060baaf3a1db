/// Floating-point numbers without a fraction as whole numbers. A fraction is an error: nothing is rounded unasked.
public struct FloatToInteger: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "floatToInteger"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes a measurement as a whole number; nothing is rounded.",
    backward: "Takes it as a measurement.", example: FloatToInteger(), .float(12))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(.float, .integer) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    from == .float && to == .integer ? Self() : nil
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "floating-point numbers without a fraction" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ float: Double) throws(ConversionError) -> Int64? {
    guard float.isFinite, float.rounded(.towardZero) == float else { throw Self.failure("has a fraction") }
    guard let integer = Int64(exactly: float) else { throw Self.failure("is too large for a whole number of 64 bits") }
    return integer
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ integer: Int64) throws(ConversionError) -> Double? {
    guard let float = Double(exactly: integer) else { throw Self.failure("is too large to be exact") }
    return float
  }
}
