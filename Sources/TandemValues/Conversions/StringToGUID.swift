/// Text as identifiers, in any of their common forms; a text of blanks is no value.
public struct StringToGUID: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToGUID"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way an identifier is written")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Reads an identifier in any common form.",
    backward: "Writes it in small letters with hyphens.", example: StringToGUID(),
    .string("{1B4E28BA-2FA1-11D2-883F-0016D3CCA427}"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(ConversionTypes.anyText, .guid) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard to == .guid else { return nil }
    return TextForm.read(Self(), 32...36, from: from)
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "texts that are identifiers" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> GUID? {
    try Self.parsed(text, as: "globally unique identifier") { GUID($0) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ guid: GUID) throws(ConversionError) -> String? {
    guid.description
  }
}
