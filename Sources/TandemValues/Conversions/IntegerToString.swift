/// Whole numbers as text: `42`.
///
/// Backward takes other spellings too (`007` is `7`), and a text of blanks is no value.
public struct IntegerToString: Conversion {
  public static let name = "integerToString"
  public static let laws = ConversionLaws.normalising(what: "the way a number is written")

  /// Makes the conversion.
  public init() {}

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .integer(let integer) = value else { throw Self.failure("is no whole number") }
    return .string(Value.integer(integer).displayText)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "whole number") { Int64($0).map(Value.integer) }
  }
}
