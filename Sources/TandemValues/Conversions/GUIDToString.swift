/// Identifiers as text, in lower case with hyphens.
///
/// Backward takes other spellings too (braces, capital letters and missing hyphens), and a text of blanks is no value.
public struct GUIDToString: Conversion {
  public static let name = "guidToString"
  public static let laws = ConversionLaws.normalising(what: "the way an identifier is written")

  /// Makes the conversion.
  public init() {}

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .guid(let guid) = value else { throw Self.failure("is no globally unique identifier") }
    return .string(Value.guid(guid).displayText)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "globally unique identifier") { GUID($0).map(Value.guid) }
  }
}
