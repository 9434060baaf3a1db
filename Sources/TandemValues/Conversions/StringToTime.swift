/// Text such as `07:41` or `07:41:19.25` as times of day; a text of blanks is no value.
public struct StringToTime: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToTime"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a time is written")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Reads a time of the day, also without seconds.",
    backward: "Writes it with seconds.", example: StringToTime(), .string("07:41"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(ConversionTypes.anyText, .time) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard to == .time else { return nil }
    // A short text column may well hold `07:41`; only the way back is then refused.
    return TextForm.read(Self(), 5...15, from: from)
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "texts that are times of day" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> TimeOfDay? {
    try Self.parsed(text, as: "time of day such as 07:41:19") { TimeOfDay($0) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ time: TimeOfDay) throws(ConversionError) -> String? {
    time.description
  }
}
