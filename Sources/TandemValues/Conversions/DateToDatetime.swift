/// Dates as their midnight in UTC. A moment at another time has no way back: its time would be lost unseen.
public struct DateToDatetime: PlainConversion {
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

  /// Converts a value of the source; throws for one of another type.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .date(let date) = value else { throw Self.failure("is no date") }
    guard let moment = Timestamp(date: date) else { throw Self.failure("is too far from today") }
    return .datetime(moment)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .datetime(let datetime) = value else { throw Self.failure("is no moment in time") }
    guard datetime.time == .midnight else { throw Self.failure("has a time of day") }
    return .date(datetime.date)
  }
}
