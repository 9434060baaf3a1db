/// Text as identifiers, in any of their common forms; a text of blanks is no value.
public struct StringToGUID: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToGUID"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way an identifier is written")])

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "texts that are identifiers" }

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "globally unique identifier") { GUID($0).map(Value.guid) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .guid(let guid) = value else { throw Self.failure("is no globally unique identifier") }
    return .string(Value.guid(guid).displayText)
  }
}
