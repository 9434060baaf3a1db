/// Dates as their midnight in UTC. A moment at another time has no way back: its time would be lost unseen.
public struct DateToDatetime: PlainConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "dateToDatetime"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes the midnight, in UTC, with which the day begins.",
    backward: "Takes the day of a midnight; any other moment is refused.", example: DateToDatetime(),
    ValueType.date.parse("2024-09-11") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(.date, .datetime) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    from == .date && to == .datetime ? Self() : nil
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source.
  public func converted(_ date: CalendarDate) throws(ConversionError) -> Timestamp? {
    guard let moment = Timestamp(date: date) else { throw Self.failure("is too far from today") }
    return moment
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ datetime: Timestamp) throws(ConversionError) -> CalendarDate? {
    guard datetime.time == .midnight else { throw Self.failure("has a time of day") }
    return datetime.date
  }
}
