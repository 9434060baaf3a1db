/// Dates as their midnight in UTC. A moment at another time has no way back: its time would be lost unseen.
public struct DateToDatetime: Conversion {
  public static let name = "dateToDatetime"
  public static let laws = ConversionLaws.exact

  /// Makes the conversion.
  public init() {}

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .date(let date) = value else { throw Self.failure("is no date") }
    guard let moment = Timestamp(date: date) else { throw Self.failure("is too far from today") }
    return .datetime(moment)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .datetime(let datetime) = value else { throw Self.failure("is no moment in time") }
    guard datetime.time == .midnight else { throw Self.failure("has a time of day") }
    return .date(datetime.date)
  }
}
