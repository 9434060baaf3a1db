/// Finds the form of a date by an example in a text: `31.12.2024` is `dd.MM.yyyy`.
enum DateExample {
  /// The pattern of the first example; `nil` where no day above 12 tells days from months.
  static func format(in text: String) -> String? {
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" }) {
      let bare = word.last == "." ? word.dropLast() : word
      if let format = format(of: Array(bare.utf8)) { return format }
    }
    return nil
  }

  private static func format(of bytes: [UInt8]) -> String? {
    let digits = bytes.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count == 8 else { return nil }
    if bytes.count == 8 { return number(bytes, 4, 2) <= 12 && number(bytes, 6, 2) > 12 ? "yyyyMMdd" : nil }
    guard bytes.count == 10 else { return nil }
    let separators = bytes.indices.filter { bytes[$0] < 0x30 || bytes[$0] > 0x39 }
    guard separators.count == 2, bytes[separators[0]] == bytes[separators[1]] else { return nil }
    let mark = String(decoding: [bytes[separators[0]]], as: UTF8.self)
    switch separators {
    case [4, 7]:
      return number(bytes, 5, 2) <= 12 && number(bytes, 8, 2) > 12 ? "yyyy\(mark)MM\(mark)dd" : nil
    case [2, 5]:
      let (first, second) = (number(bytes, 0, 2), number(bytes, 3, 2))
      if first > 12, second <= 12 { return "dd\(mark)MM\(mark)yyyy" }
      return second > 12 && first <= 12 ? "MM\(mark)dd\(mark)yyyy" : nil
    default: return nil
    }
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
