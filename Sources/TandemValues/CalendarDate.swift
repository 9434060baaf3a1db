/// A day of the proleptic Gregorian calendar, without a time or a zone.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01, negative before it.
  public let daysSinceEpoch: Int

  /// The day that is `daysSinceEpoch` days after 1970-01-01.
  public init(daysSinceEpoch: Int) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// The given day of the years 1 to 9999, or `nil` where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, ofYear: year)
    else { return nil }
    // Years are counted from March, so that the leap day is the last of its year.
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = (month + 9) % 12
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
    daysSinceEpoch = shiftedYear * 365 + leapDays + dayOfYear - Self.daysBeforeEpoch
  }

  /// The year, the month (`1...12`) and the day of the month (`1...31`).
  ///
  /// Days further than a thousand million years from 1970 all answer like the last day within.
  public var components: (year: Int, month: Int, day: Int) {
    let reach = 365_000_000_000
    let days = min(max(daysSinceEpoch, -reach), reach) + Self.daysBeforeEpoch
    let daysPerEra = 146_097
    let era = (days >= 0 ? days : days - (daysPerEra - 1)) / daysPerEra
    let dayOfEra = days - era * daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year.
  public var year: Int { components.year }

  /// The month, `1...12`.
  public var month: Int { components.month }

  /// The day of the month, `1...31`.
  public var day: Int { components.day }

  /// How many days the month has in that year; 0 for a month outside `1...12`.
  public static func daysInMonth(_ month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    case 1...12: return 31
    default: return 0
    }
  }

  /// Orders days by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  /// Days from the first of March of the year 0 to 1970-01-01.
  private static let daysBeforeEpoch = 719_468
}

extension CalendarDate: LosslessStringConvertible {
  /// Reads `2024-09-11`; `nil` for anything else and for days that the calendar does not have.
  public init?(_ text: String) {
    guard let date = TextReader.read(text, CalendarDate.init(utf8:)) else { return nil }
    self = date
  }

  /// Reads the same from its bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var reader = TextReader(bytes)
    guard let date = CalendarDate(reading: &reader), reader.isAtEnd else { return nil }
    self = date
  }

  /// Reads `2024-09-11` at the reader's place.
  init?(reading reader: inout TextReader) {
    guard let year = reader.digits(4), reader.take("-") != nil, let month = reader.digits(2), reader.take("-") != nil,
      let day = reader.digits(2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as `2024-09-11`.
  public var description: String {
    let (year, month, day) = components
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}
