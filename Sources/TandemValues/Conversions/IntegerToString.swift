/// Whole numbers as text: `42`.
///
/// Backward takes other spellings too (`007` is `7`), and a text of blanks is no value.
public struct IntegerToString: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "integerToString"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a number is written")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Writes a whole number in digits.",
    backward: "Reads it, also with zeros before it.", example: IntegerToString(), .integer(42))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(.integer, ConversionTypes.anyText)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard from == .integer else { return nil }
    return TextForm.written(Self(), 1...20, as: to)
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ integer: Int64) throws(ConversionError) -> String? {
    String(integer)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> Int64? {
    try Self.parsed(text, as: "whole number") { Int64($0) }
  }
}
