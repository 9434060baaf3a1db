/// Text as floating-point numbers; a text of blanks is no value.
public struct StringToFloat: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToFloat"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a number is written")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Reads a number.",
    backward: "Writes it in the fewest digits.", example: StringToFloat(), .string("0.10"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyText, .float)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard to == .float else { return nil }
    return TextForm.read(Self(), 1...41, from: from)
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "texts that are numbers" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> Double? {
    try Self.parsed(text, as: "number") { readFloat($0) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ float: Double) throws(ConversionError) -> String? {
    guard float.isFinite else { throw Self.failure("is not a finite number") }
    return floatText(float)
  }
}
