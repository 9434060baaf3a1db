/// Text in small letters, by the rules of Unicode and without those of a single language.
public struct LowerCase: Conversion {
  public static let name = "lowerCase"
  public static let laws = ConversionLaws.normalising(what: "the case of letters")

  /// Makes the conversion.
  public init() {}

  public var isNormaliser: Bool { true }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    return .string(try Self.text(value).lowercased())
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try forward(value)
  }
}
