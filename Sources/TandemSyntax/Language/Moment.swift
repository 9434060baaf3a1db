/// A date with a time as documents write it: `2024-09-10 15:43:43`.
enum Moment {
  private static let pattern = Array("0000-00-00 00:00:00".utf8)

  /// True when the bytes are a date that the calendar has, a blank and a time of the day.
  static func isValid(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    guard bytes.count == pattern.count else { return false }
    var numbers: [Int] = [0]
    for (byte, expected) in zip(bytes, pattern) {
      if expected == 0x30 {
        guard byte >= 0x30, byte <= 0x39 else { return false }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      } else {
        guard byte == expected else { return false }
        numbers.append(0)
      }
    }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day) && numbers[3] < 24 && numbers[4] < 60 && numbers[5] < 60
  }
}
