/// Text as floating-point numbers; a text of blanks is no value.
public struct StringToFloat: Conversion {
  public static let name = "stringToFloat"
  public static let laws = ConversionLaws.normalising(what: "the way a number is written")

  /// Makes the conversion.
  public init() {}

  public var domain: String? { "texts that are numbers" }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "number") { readFloat($0).map(Value.float) }
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .float(let float) = value else { throw Self.failure("is no floating-point number") }
    guard float.isFinite else { throw Self.failure("is not a finite number") }
    return .string(Value.float(float).displayText)
  }
}
