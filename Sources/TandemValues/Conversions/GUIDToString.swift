/// Identifiers as text, in lower case with hyphens.
///
/// Backward takes other spellings too (braces, capital letters and missing hyphens), and a text of blanks is no value.
public struct GUIDToString: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "guidToString"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way an identifier is written")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Writes an identifier in small letters with hyphens.",
    backward: "Reads it in any common form.", example: GUIDToString(),
    ValueType.guid.parse("1b4e28ba-2fa1-11d2-883f-0016d3cca427") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(.guid, ConversionTypes.anyText) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard from == .guid else { return nil }
    return TextForm.written(Self(), 36...36, as: to)
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ guid: GUID) throws(ConversionError) -> String? {
    guid.description
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> GUID? {
    try Self.parsed(text, as: "globally unique identifier") { GUID($0) }
  }
}
