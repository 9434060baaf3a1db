/// Leaves every value as it is.
public struct Identity: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "identity"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// Makes the conversion.
  public init() {}

  /// Forward stays within one type, and a second time changes nothing.
  public var isNormaliser: Bool { true }

  /// Answers with the value.
  public func forward(_ value: Value) throws(ConversionError) -> Value { value }

  /// Answers with the value.
  public func backward(_ value: Value) throws(ConversionError) -> Value { value }
}
