/// Text such as `07:41` or `07:41:19.25` as times of day; a text of blanks is no value.
public struct StringToTime: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToTime"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a time is written")])

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "texts that are times of day" }

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "time of day such as 07:41:19") { TimeOfDay($0).map(Value.time) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .time(let time) = value else { throw Self.failure("is no time of day") }
    return .string(Value.time(time).displayText)
  }
}
