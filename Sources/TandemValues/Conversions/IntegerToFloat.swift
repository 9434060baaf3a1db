/// Whole numbers as floating-point numbers. One that would lose digits (most beyond 2^53) is an error.
public struct IntegerToFloat: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "integerToFloat"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes a whole number as a measurement.",
    backward: "Takes a measurement without a fraction as a whole number.", example: IntegerToFloat(), .integer(12))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(.integer, .float) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    from == .integer && to == .float ? Self() : nil
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "whole numbers that a floating-point number holds exactly" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ integer: Int64) throws(ConversionError) -> Double? {
    guard let float = Double(exactly: integer) else { throw Self.failure("is too large to be exact") }
    return float
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ float: Double) throws(ConversionError) -> Int64? {
    guard float.isFinite, float.rounded(.towardZero) == float else { throw Self.failure("has a fraction") }
    guard let integer = Int64(exactly: float) else { throw Self.failure("is too large for a whole number of 64 bits") }
    return integer
  }
}
