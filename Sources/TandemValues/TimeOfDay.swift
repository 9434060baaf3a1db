/// A time on the clock, without a date or a zone.
public struct TimeOfDay: Hashable, Sendable, Comparable {
  /// Microseconds since midnight, `0 ..< 86_400_000_000`.
  public let microseconds: Int64

  /// Midnight.
  public static let midnight = TimeOfDay(microseconds: 0)

  /// The time that is `microseconds` after midnight; what lies outside a day is taken round the clock.
  public init(microseconds: Int64) {
    let rest = microseconds % Self.microsecondsPerDay
    self.microseconds = rest < 0 ? rest + Self.microsecondsPerDay : rest
  }

  /// The given time, or `nil` where a clock does not show it; a leap second counts as such.
  public init?(hour: Int, minute: Int, second: Int = 0, microsecond: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999_999).contains(microsecond)
    else { return nil }
    self.init(microseconds: Int64((hour * 3600 + minute * 60 + second) * 1_000_000 + microsecond))
  }

  /// The hour, `0...23`.
  public var hour: Int { Int(microseconds / 3_600_000_000) }

  /// The minute of the hour, `0...59`.
  public var minute: Int { Int(microseconds / 60_000_000 % 60) }

  /// The second of the minute, `0...59`.
  public var second: Int { Int(microseconds / 1_000_000 % 60) }

  /// The microsecond of the second, `0...999_999`.
  public var microsecond: Int { Int(microseconds % 1_000_000) }

  /// Orders times within a day.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.microseconds < right.microseconds
  }

  static let microsecondsPerDay: Int64 = 86_400_000_000
}

extension TimeOfDay: LosslessStringConvertible {
  /// Reads `07:41`, `07:41:19` or `07:41:19.25`; digits past the microsecond are dropped. `nil` for anything else.
  public init?(_ text: String) {
    guard let time = TextReader.read(text, TimeOfDay.init(utf8:)) else { return nil }
    self = time
  }

  /// Reads the same from its bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var reader = TextReader(bytes)
    guard let time = TimeOfDay(reading: &reader), reader.isAtEnd else { return nil }
    self = time
  }

  /// Reads `07:41`, `07:41:19` or `07:41:19.25` at the reader's place.
  init?(reading reader: inout TextReader) {
    guard let hour = reader.digits(2), reader.take(":") != nil, let minute = reader.digits(2) else { return nil }
    var second = 0
    var microsecond = 0
    if reader.take(":") != nil {
      guard let read = reader.digits(2) else { return nil }
      second = read
      if reader.take(".") != nil {
        guard let read = reader.microseconds() else { return nil }
        microsecond = read
      }
    }
    self.init(hour: hour, minute: minute, second: second, microsecond: microsecond)
  }

  /// The time as `07:41:19`, with `.250` or `.250001` behind it when it has such a fraction.
  public var description: String {
    padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(second, 2) + fraction(microsecond)
  }
}
