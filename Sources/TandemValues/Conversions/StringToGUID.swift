/// Text as identifiers, in any of their common forms; a text of blanks is no value.
public struct StringToGUID: Conversion {
  public static let name = "stringToGUID"
  public static let laws = ConversionLaws.normalising(what: "the way an identifier is written")

  /// Makes the conversion.
  public init() {}

  public var domain: String? { "texts that are identifiers" }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "globally unique identifier") { GUID($0).map(Value.guid) }
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .guid(let guid) = value else { throw Self.failure("is no globally unique identifier") }
    return .string(Value.guid(guid).displayText)
  }
}
