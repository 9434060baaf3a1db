/// A time on the clock, without a date or a zone.
public struct TimeOfDay: Hashable, Sendable, Comparable {
  /// Microseconds since midnight, `0 ..< 86_400_000_000`.
  public let microseconds: Int64

  /// The time that is `microseconds` after midnight.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Orders times within a day.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.microseconds < right.microseconds
  }
}
