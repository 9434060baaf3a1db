/// Floating-point numbers as text, in the fewest digits that read back as the same number: `0.1`.
///
/// Backward takes other spellings too (`1.0` is `1`), and a text of blanks is no value.
public struct FloatToString: Conversion {
  public static let name = "floatToString"
  public static let laws = ConversionLaws.normalising(what: "the way a number is written")

  /// Makes the conversion.
  public init() {}

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .float(let float) = value else { throw Self.failure("is no floating-point number") }
    guard float.isFinite else { throw Self.failure("is not a finite number") }
    return .string(Value.float(float).displayText)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "number") { readFloat($0).map(Value.float) }
  }
}
