/// Texts on which round trips are tried.
enum TrialTexts {
  /// Longer ones than this are not tried: no property of business data reaches it.
  private static let longest = 100_000

  /// Texts of a limited length, towards a property of another type.
  static func texts(_ maximum: Int?, towards other: ValueType?) -> [String] {
    let texts =
      ["Zoe", " Zoë ", "zoe", "007", "12.50", "2024-02-29", "yes", "+31 6 12345678", "two words", "a\tb\nc", ""]
      + written(other)
    return texts.filter { $0.unicodeScalars.count <= maximum ?? .max } + long(maximum, towards: other)
  }

  /// Texts at the limits of both sides: one character less, just as long, and one more.
  private static func long(_ maximum: Int?, towards other: ValueType?) -> [String] {
    var lengths: Set<Int> = []
    // Descriptions may give any number; one beyond what is tried has no neighbours here.
    let tried = 1...longest
    if let maximum, tried.contains(maximum) { lengths.formUnion([maximum - 1, maximum]) }
    if case .string(let limit?)? = other, tried.contains(limit) { lengths.formUnion([limit - 1, limit, limit + 1]) }
    return lengths.filter { tried.contains($0) && $0 <= maximum ?? .max }.sorted().map { length in
      String(decoding: [UInt8](repeating: UInt8(ascii: "x"), count: length), as: UTF8.self)
    }
  }

  /// Texts that can be read as values of another type, in other forms than that in which they are written back.
  private static func written(_ type: ValueType?) -> [String] {
    switch type {
    case .integer?, .decimal?, .float?: return ["42", "-0.5", "1e3", "12345678901234567890", "1,5"]
    case .boolean?: return ["true", "TRUE", "0"]
    case .date?: return ["2023-02-29", "1900-02-28"]
    case .time?: return ["13:25", "13:25:30", "24:00"]
    case .datetime?: return ["2024-03-05T13:25:30Z", "2024-03-05T13:25:30+01:00", "2024-03-05T13:25:30.123456Z"]
    case .guid?: return ["12345678-9ABC-DEF0-1234-56789ABCDEF0", "123456789abcdef0123456789abcdef0"]
    case .list?: return ["one;two", "one,two", ";"]
    default: return []
    }
  }
}
