/// Moments as their date in UTC, and back as its midnight.
public struct DatetimeToDate: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "datetimeToDate"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.lossy([Loss(.precision, "the time of day")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes the day of a moment in UTC.",
    backward: "Takes the midnight of the day.", example: DatetimeToDate(),
    ValueType.datetime.parse("2024-09-11T07:41:19Z") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(.datetime, .date) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    from == .datetime && to == .date ? Self() : nil
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ datetime: Timestamp) throws(ConversionError) -> CalendarDate? {
    datetime.date
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ date: CalendarDate) throws(ConversionError) -> Timestamp? {
    guard let moment = Timestamp(date: date) else { throw Self.failure("is too far from today") }
    return moment
  }
}
