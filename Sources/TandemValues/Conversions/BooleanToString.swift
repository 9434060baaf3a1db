/// True and false as the texts `true` and `false`.
///
/// Backward takes other spellings too (`TRUE` is `true`), and a text of blanks is no value.
public struct BooleanToString: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "booleanToString"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.letterCase, "the case of letters")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Writes `true` or `false`.",
    backward: "Reads it, in any case of letters.", example: BooleanToString(), .boolean(true))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(.boolean, ConversionTypes.anyText)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard from == .boolean else { return nil }
    return TextForm.written(Self(), 4...5, as: to)
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ boolean: Bool) throws(ConversionError) -> String? {
    boolean ? "true" : "false"
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> Bool? {
    try Self.parsed(text, orFail: "is neither true nor false") { readBoolean($0) }
  }
}
