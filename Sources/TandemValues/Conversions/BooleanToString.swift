/// True and false as the texts `true` and `false`.
///
/// Backward takes other spellings too (`TRUE` is `true`), and a text of blanks is no value.
public struct BooleanToString: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "booleanToString"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.letterCase, "the case of letters")])

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source; throws for one of another type.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .boolean(let boolean) = value else { throw Self.failure("is neither true nor false") }
    return .string(Value.boolean(boolean).displayText)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, orFail: "is neither true nor false") { readBoolean($0).map(Value.boolean) }
  }
}
