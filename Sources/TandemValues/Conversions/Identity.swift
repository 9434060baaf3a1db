/// Leaves every value as it is.
public struct Identity: Conversion {
  public static let name = "identity"
  public static let laws = ConversionLaws.exact

  /// Makes the conversion.
  public init() {}

  public var isNormaliser: Bool { true }

  public func forward(_ value: Value) throws(ConversionError) -> Value { value }

  public func backward(_ value: Value) throws(ConversionError) -> Value { value }
}
