/// The texts `true` and `false`, in any case, as true and false; a text of blanks is no value.
public struct StringToBoolean: Conversion {
  public static let name = "stringToBoolean"
  public static let laws = ConversionLaws.normalising(what: "the case of letters")

  /// Makes the conversion.
  public init() {}

  public var domain: String? { #"the texts "true" and "false""# }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, orFail: "is neither true nor false") { readBoolean($0).map(Value.boolean) }
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .boolean(let boolean) = value else { throw Self.failure("is neither true nor false") }
    return .string(Value.boolean(boolean).displayText)
  }
}
