/// Text as whole numbers; a text of blanks is no value.
public struct StringToInteger: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToInteger"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a number is written")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Reads a whole number.",
    backward: "Writes it in digits.", example: StringToInteger(), .string("007"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyText, .integer)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard to == .integer else { return nil }
    return TextForm.read(Self(), 1...20, from: from)
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "texts that are whole numbers" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> Int64? {
    try Self.parsed(text, as: "whole number") { Int64($0) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ integer: Int64) throws(ConversionError) -> String? {
    String(integer)
  }
}
