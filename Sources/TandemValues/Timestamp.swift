/// A moment in time with microsecond resolution, in UTC.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// Microseconds since 1970-01-01T00:00:00Z, negative before it.
  public let microseconds: Int64

  /// The moment that is `microseconds` after 1970-01-01T00:00:00Z.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// The moment at which the date and time are those of UTC; `nil` for dates more than 290,000 years from 1970.
  public init?(date: CalendarDate, time: TimeOfDay = .midnight) {
    let (start, overflow) = Int64(date.daysSinceEpoch).multipliedReportingOverflow(by: TimeOfDay.microsecondsPerDay)
    let (sum, secondOverflow) = start.addingReportingOverflow(time.microseconds)
    if overflow || secondOverflow { return nil }
    microseconds = sum
  }

  /// The day in UTC.
  public var date: CalendarDate {
    let day = TimeOfDay.microsecondsPerDay
    let days = microseconds / day
    return CalendarDate(daysSinceEpoch: Int(microseconds % day < 0 ? days - 1 : days))
  }

  /// The time of day in UTC.
  public var time: TimeOfDay {
    TimeOfDay(microseconds: microseconds)
  }

  /// Orders moments by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension Timestamp: LosslessStringConvertible {
  /// Reads a date and a time in ISO 8601: `2024-09-11T07:41:19Z`, with a blank for the `T`, without seconds, with a
  /// fraction, with an offset such as `+02:00`, `+0200` or `+02`; without any it is UTC. `nil` for anything else.
  public init?(_ text: String) {
    guard let moment = TextReader.read(text, Timestamp.init(utf8:)) else { return nil }
    self = moment
  }

  /// Reads the same from its bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var reader = TextReader(bytes)
    guard let date = CalendarDate(reading: &reader), reader.take("T", "t", " ") != nil,
      let time = TimeOfDay(reading: &reader), let offset = Self.offset(&reader), reader.isAtEnd,
      let local = Timestamp(date: date, time: time)
    else { return nil }
    let moment = Timestamp(microseconds: local.microseconds - offset)
    // An offset may lead out of the years that print in four digits.
    guard (1...9999).contains(moment.date.year) else { return nil }
    self = moment
  }

  /// The moment as `2024-09-11T07:41:19Z`, with a fraction of three or six digits when it has one.
  public var description: String {
    date.description + "T" + time.description + "Z"
  }

  /// Reads the offset from UTC in microseconds; none is zero.
  private static func offset(_ reader: inout TextReader) -> Int64? {
    if reader.isAtEnd || reader.take("Z", "z") != nil { return 0 }
    guard let sign = reader.take("+", "-"), let hours = reader.digits(2) else { return nil }
    var minutes = 0
    if !reader.isAtEnd {
      _ = reader.take(":")
      guard let read = reader.digits(2) else { return nil }
      minutes = read
    }
    guard hours < 24, minutes < 60 else { return nil }
    return Int64(hours * 60 + minutes) * (sign == "-" ? -60_000_000 : 60_000_000)
  }
}
