/// Times of day as text: `07:41:19`, with a fraction where there is one.
///
/// Backward takes other spellings too (`07:41` is `07:41:00`), and a text of blanks is no value.
public struct TimeToString: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "timeToString"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a time is written")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Writes a time of the day.",
    backward: "Reads it, also without seconds.", example: TimeToString(), ValueType.time.parse("07:41:19") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(.time, ConversionTypes.anyText) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard from == .time else { return nil }
    return TextForm.written(Self(), 8...15, as: to)
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ time: TimeOfDay) throws(ConversionError) -> String? {
    time.description
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> TimeOfDay? {
    try Self.parsed(text, as: "time of day such as 07:41:19") { TimeOfDay($0) }
  }
}
