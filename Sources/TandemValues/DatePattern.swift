/// How a system writes dates and times in text: fields such as `dd.MM.yyyy HH:mm` with separators between them.
///
/// Fields are `yyyy`, `MM` or `M`, `dd` or `d`, `HH` or `H`, `mm`, `ss`, `SSS` (milliseconds) and `SSSSSS`
/// (microseconds); the short ones take one or two digits. The letters `T` and `Z`, text between single quotation marks,
/// and everything that is no letter stand for themselves. A pattern with a per cent sign is read in the other common
/// notation: `%Y-%m-%dT%H:%M:%SZ`.
public struct DatePattern: Hashable, Sendable {
  /// A part of a date or a time that a pattern shows.
  public enum Field: Hashable, Sendable {
    /// The year, in four digits.
    case year
    /// The month as a number.
    case month
    /// The day of the month.
    case day
    /// The hour, `0...23`.
    case hour
    /// The minute.
    case minute
    /// The second.
    case second
    /// The fraction of the second.
    case fraction
  }

  /// The fields that the pattern shows.
  public let fields: Set<Field>

  private enum Part: Hashable {
    case field(Field, minimum: Int, maximum: Int)
    case literal(UInt8)
  }

  private let parts: [Part]

  /// Reads a pattern; `nil` when it names an unknown field, the same field twice, leaves a quotation open, or has
  /// a digit behind a field of one or two digits, which could not be read back.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let parts = bytes.contains(UInt8(ascii: "%")) ? Self.percentParts(bytes) : Self.letterParts(bytes) else {
      return nil
    }
    var fields: Set<Field> = []
    for case .field(let field, _, _) in parts {
      guard fields.insert(field).inserted else { return nil }
    }
    guard !fields.isEmpty, !Self.isAmbiguous(parts) else { return nil }
    self.parts = parts
    self.fields = fields
    hasDate = fields.isSuperset(of: [.year, .month, .day])
  }

  /// True when year, month and day are all shown.
  public let hasDate: Bool

  /// The date and the time in the pattern's form.
  public func text(date: CalendarDate, time: TimeOfDay) -> String {
    let components = date.components
    var text: [UInt8] = []
    for part in parts {
      switch part {
      case .literal(let byte): text.append(byte)
      case .field(.fraction, _, let width):
        text += padded(width == 3 ? time.microsecond / 1000 : time.microsecond, width).utf8
      case .field(let field, let width, _):
        let number: Int
        switch field {
        case .year: number = components.year
        case .month: number = components.month
        case .day: number = components.day
        case .hour: number = time.hour
        case .minute: number = time.minute
        case .second, .fraction: number = time.second
        }
        text += padded(number, width).utf8
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a date and a time from the pattern's form; what the pattern does not show of the time is zero. `nil` when
  /// the text has another form, names a day or a time that does not exist, or the pattern shows no full date.
  public func parse(_ text: String) -> (date: CalendarDate, time: TimeOfDay)? {
    guard hasDate, let numbers = TextReader.read(text, numbers),
      let date = CalendarDate(year: numbers.year, month: numbers.month, day: numbers.day), let time = numbers.time
    else { return nil }
    return (date, time)
  }

  /// Reads a time from the pattern's form; what the pattern does not show is zero.
  public func parseTime(_ text: String) -> TimeOfDay? {
    TextReader.read(text, numbers)?.time
  }

  /// What a text shows; zero where the pattern shows nothing.
  private struct Numbers {
    var year = 0
    var month = 0
    var day = 0
    var hour = 0
    var minute = 0
    var second = 0
    var microsecond = 0

    var time: TimeOfDay? { TimeOfDay(hour: hour, minute: minute, second: second, microsecond: microsecond) }
  }

  private func numbers(in bytes: UnsafeBufferPointer<UInt8>) -> Numbers? {
    var reader = TextReader(bytes)
    var numbers = Numbers()
    for part in parts {
      switch part {
      case .literal(let byte):
        guard reader.take(byte: byte) else { return nil }
      case .field(let field, let minimum, let maximum):
        guard let number = reader.digits(minimum, maximum) else { return nil }
        switch field {
        case .year: numbers.year = number
        case .month: numbers.month = number
        case .day: numbers.day = number
        case .hour: numbers.hour = number
        case .minute: numbers.minute = number
        case .second: numbers.second = number
        case .fraction: numbers.microsecond = maximum == 3 ? number * 1000 : number
        }
      }
    }
    return reader.isAtEnd ? numbers : nil
  }

  private static func isAmbiguous(_ parts: [Part]) -> Bool {
    zip(parts, parts.dropFirst()).contains { part, next in
      guard case .field(_, let minimum, let maximum) = part, minimum < maximum else { return false }
      if case .literal(let byte) = next { return (0x30...0x39).contains(byte) }
      return true
    }
  }

  private static func letterParts(_ bytes: [UInt8]) -> [Part]? {
    var parts: [Part] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "'") {
        guard let end = bytes[(place + 1)...].firstIndex(of: byte) else { return nil }
        // Two quotation marks without anything between them stand for one.
        parts += end == place + 1 ? [.literal(byte)] : bytes[(place + 1)..<end].map(Part.literal)
        place = end + 1
        continue
      }
      let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      var end = place + 1
      while isLetter, end < bytes.count, bytes[end] == byte { end += 1 }
      switch (Character(Unicode.Scalar(byte)), end - place) {
      case ("y", 4): parts.append(.field(.year, minimum: 4, maximum: 4))
      case ("M", let count) where count <= 2: parts.append(.field(.month, minimum: count, maximum: 2))
      case ("d", let count) where count <= 2: parts.append(.field(.day, minimum: count, maximum: 2))
      case ("H", let count) where count <= 2: parts.append(.field(.hour, minimum: count, maximum: 2))
      case ("m", 2): parts.append(.field(.minute, minimum: 2, maximum: 2))
      case ("s", 2): parts.append(.field(.second, minimum: 2, maximum: 2))
      case ("S", let count) where count == 3 || count == 6:
        parts.append(.field(.fraction, minimum: count, maximum: count))
      case ("T", 1), ("Z", 1): parts.append(.literal(byte))
      default:
        if isLetter { return nil }
        parts.append(.literal(byte))
      }
      place = end
    }
    return parts
  }

  private static func percentParts(_ bytes: [UInt8]) -> [Part]? {
    var parts: [Part] = []
    var place = 0
    while place < bytes.count {
      defer { place += 1 }
      guard bytes[place] == UInt8(ascii: "%") else {
        parts.append(.literal(bytes[place]))
        continue
      }
      place += 1
      guard place < bytes.count else { return nil }
      switch Character(Unicode.Scalar(bytes[place])) {
      case "Y": parts.append(.field(.year, minimum: 4, maximum: 4))
      case "m": parts.append(.field(.month, minimum: 2, maximum: 2))
      case "d": parts.append(.field(.day, minimum: 2, maximum: 2))
      case "H": parts.append(.field(.hour, minimum: 2, maximum: 2))
      case "M": parts.append(.field(.minute, minimum: 2, maximum: 2))
      case "S": parts.append(.field(.second, minimum: 2, maximum: 2))
      case "f": parts.append(.field(.fraction, minimum: 6, maximum: 6))
      case "%": parts.append(.literal(UInt8(ascii: "%")))
      default: return nil
      }
    }
    return parts
  }
}
