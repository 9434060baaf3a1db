/// Text of limited length. A longer one is an error, in both directions: text is never cut unseen.
public struct StringLength: Conversion {
  public static let name = "stringLength"
  public static let laws = ConversionLaws.exact

  private let maximum: Int

  /// Makes the conversion for texts of at most `maximum` Unicode scalars.
  public init(maximum: Int) {
    self.maximum = maximum
  }

  public var arguments: [ConversionArgument] { [ConversionArgument(label: "maximum", value: .integer(maximum))] }

  public var domain: String? { "texts of at most \(maximum) characters" }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let text = try Self.text(value)
    // Bytes are counted first, because no text has more scalars than bytes.
    if text.utf8.count > maximum, text.unicodeScalars.count > maximum {
      throw Self.failure("is longer than \(maximum) characters")
    }
    return value
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try forward(value)
  }
}
