/// Text as whole numbers; a text of blanks is no value.
public struct StringToInteger: Conversion {
  public static let name = "stringToInteger"
  public static let laws = ConversionLaws.normalising(what: "the way a number is written")

  /// Makes the conversion.
  public init() {}

  public var domain: String? { "texts that are whole numbers" }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "whole number") { Int64($0).map(Value.integer) }
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .integer(let integer) = value else { throw Self.failure("is no whole number") }
    return .string(Value.integer(integer).displayText)
  }
}
