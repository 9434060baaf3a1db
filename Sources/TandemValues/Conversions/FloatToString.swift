/// Floating-point numbers as text, in the fewest digits that read back as the same number: `0.1`.
///
/// Backward takes other spellings too (`1.0` is `1`), and a text of blanks is no value.
public struct FloatToString: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "floatToString"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a number is written")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Writes a number in the fewest digits that read back as it.",
    backward: "Reads it.", example: FloatToString(), .float(0.1))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(.float, ConversionTypes.anyText)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard from == .float else { return nil }
    return TextForm.written(Self(), 1...41, as: to)
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ float: Double) throws(ConversionError) -> String? {
    guard float.isFinite else { throw Self.failure("is not a finite number") }
    return floatText(float)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> Double? {
    try Self.parsed(text, as: "number") { readFloat($0) }
  }
}
