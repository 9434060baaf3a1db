/// Text as floating-point numbers; a text of blanks is no value.
public struct StringToFloat: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToFloat"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a number is written")])

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "texts that are numbers" }

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "number") { readFloat($0).map(Value.float) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .float(let float) = value else { throw Self.failure("is no floating-point number") }
    guard float.isFinite else { throw Self.failure("is not a finite number") }
    return .string(Value.float(float).displayText)
  }
}
