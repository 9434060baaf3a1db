/// The normal form of text: without blanks and line ends before and after it; a text of nothing else is no value.
///
/// Many systems cut these on their own, so that without a common form such a record would never come to rest.
public struct TrimmedString: Conversion {
  public static let name = "trim"
  public static let laws = ConversionLaws.normalising(what: "outer blanks")

  /// Makes the conversion.
  public init() {}

  public var isNormaliser: Bool { true }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let text = trimmed(try Self.text(value))
    return text.isEmpty ? .null : .string(text)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try forward(value)
  }
}
