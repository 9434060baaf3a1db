/// A day of the proleptic Gregorian calendar, without a time or a zone.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01, negative before it.
  public let daysSinceEpoch: Int

  /// The day that is `daysSinceEpoch` days after 1970-01-01.
  public init(daysSinceEpoch: Int) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// Orders days by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}
