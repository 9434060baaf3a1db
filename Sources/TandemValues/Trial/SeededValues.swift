/// Values drawn with a seed: the same ones for the same seed, on every machine.
public enum SeededValues {
  /// Some values of a type; none of a type whose values are few or structured.
  static func some(_ type: ValueType) -> [Value] {
    switch type {
    case .boolean, .enumeration, .binary, .json, .list, .object: return []
    default: return drawn(type, seed: 0x7461_6E64_656D, count: 8)
    }
  }

  /// Values of any type, within its constraints; structured ones are made of drawn members and elements.
  ///
  /// - Parameters:
  ///   - type: The type.
  ///   - seed: What the values follow from.
  ///   - count: How many to draw. Fewer come back where a draw is no value of the type.
  public static func drawn(_ type: ValueType, seed: UInt64, count: Int) -> [Value] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<max(0, count)).compactMap { _ in
      value(type, &numbers).flatMap { $0.conforms(to: type) == nil ? $0 : nil }
    }
  }

  private static func value(_ type: ValueType, _ numbers: inout SeededNumbers) -> Value? {
    switch type {
    case .string(let maximum): return .string(text(maximum, &numbers))
    case .integer: return .integer(whole(&numbers))
    case .decimal(_, let scale):
      let coefficient = Int128(numbers.next() >> (numbers.next() % 60))
      return DecimalNumber(coefficient: coefficient, scale: min(scale ?? 4, 18)).map(Value.decimal)
    case .float: return .float(Double(whole(&numbers)) / 1024)
    case .boolean: return .boolean(numbers.next() % 2 == 0)
    case .date: return .date(CalendarDate(daysSinceEpoch: Int(numbers.next() % 3_652_059) - 719_162))
    case .time: return .time(TimeOfDay(microseconds: Int64(numbers.next() % 86_400_000_000)))
    case .datetime: return .datetime(Timestamp(microseconds: Int64(numbers.next() % 4_102_444_800_000_000)))
    case .guid: return .guid(GUID(bits: UInt128(numbers.next()) << 64 | UInt128(numbers.next())))
    case .enumeration(let values, _):
      return values.isEmpty ? nil : .string(values[Int(numbers.next() % UInt64(values.count))])
    case .binary:
      return .binary((0..<(numbers.next() % 9)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) })
    case .json: return .string("{\"n\": \(whole(&numbers))}")
    case .list(let element):
      return .list((0..<(numbers.next() % 4)).compactMap { _ in value(element, &numbers) })
    case .object(let members): return .object(members.map { value($0.type, &numbers) ?? .null })
    }
  }

  private static func whole(_ numbers: inout SeededNumbers) -> Int64 {
    Int64(truncatingIfNeeded: numbers.next() >> (numbers.next() % 60))
  }

  private static let pieces = ["a", "B", " ", "é", "ß", "0", "12", "-", ".", "+", ";", "İ", "😀", "e\u{301}"]

  /// A few pieces at which conversions of text break. One that is too long for the type is cut, so that short columns
  /// are tried as often as long ones.
  private static func text(_ maximum: Int?, _ numbers: inout SeededNumbers) -> String {
    var text = ""
    for _ in 0..<(numbers.next() % 8 + 1) { text += pieces[Int(numbers.next() % UInt64(pieces.count))] }
    guard let maximum, text.unicodeScalars.count > maximum else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(0, maximum))))
  }
}

/// Numbers that look random and follow from a seed.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
