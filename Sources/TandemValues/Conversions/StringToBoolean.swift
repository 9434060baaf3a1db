/// The texts `true` and `false`, in any case, as true and false; a text of blanks is no value.
public struct StringToBoolean: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToBoolean"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.letterCase, "the case of letters")])

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { #"the texts "true" and "false""# }

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, orFail: "is neither true nor false") { readBoolean($0).map(Value.boolean) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .boolean(let boolean) = value else { throw Self.failure("is neither true nor false") }
    return .string(Value.boolean(boolean).displayText)
  }
}
