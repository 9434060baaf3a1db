/// The texts `true` and `false`, in any case, as true and false; a text of blanks is no value.
public struct StringToBoolean: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToBoolean"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.letterCase, "the case of letters")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Reads `true` or `false`, in any case of letters.",
    backward: "Writes it in small letters.", example: StringToBoolean(), .string("True"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyText, .boolean)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard to == .boolean else { return nil }
    return TextForm.read(Self(), 4...5, from: from)
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { #"the texts "true" and "false""# }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> Bool? {
    try Self.parsed(text, orFail: "is neither true nor false") { readBoolean($0) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ boolean: Bool) throws(ConversionError) -> String? {
    boolean ? "true" : "false"
  }
}
