/// Moments as their date in UTC, and back as its midnight.
public struct DatetimeToDate: Conversion {
  public static let name = "datetimeToDate"
  public static let laws = ConversionLaws.lossy(what: "the time of day")

  /// Makes the conversion.
  public init() {}

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .datetime(let datetime) = value else { throw Self.failure("is no moment in time") }
    return .date(datetime.date)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .date(let date) = value else { throw Self.failure("is no date") }
    guard let moment = Timestamp(date: date) else { throw Self.failure("is too far from today") }
    return .datetime(moment)
  }
}
