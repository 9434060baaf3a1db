import TandemValues

/// Values of infinite types, drawn with a seed: the same ones in every check.
enum SeededValues {
  /// Some values of a type; none of a type whose values are few or structured.
  static func some(_ type: ValueType) -> [Value] {
    var numbers = Numbers(state: 0x7461_6E64_656D)
    let make: (inout Numbers) -> Value?
    switch type {
    case .string: make = { .string($0.text()) }
    case .integer: make = { .integer(Int64(truncatingIfNeeded: $0.next() >> ($0.next() % 60))) }
    case .decimal(_, let scale):
      make = { numbers in
        let coefficient = Int128(numbers.next() >> (numbers.next() % 60))
        return DecimalNumber(coefficient: coefficient, scale: min(scale ?? 4, 18)).map(Value.decimal)
      }
    case .float: make = { .float(Double(Int64(truncatingIfNeeded: $0.next() >> ($0.next() % 60))) / 1024) }
    case .date: make = { .date(CalendarDate(daysSinceEpoch: Int($0.next() % 3_652_059) - 719_162)) }
    case .time: make = { .time(TimeOfDay(microseconds: Int64($0.next() % 86_400_000_000))) }
    case .datetime: make = { .datetime(Timestamp(microseconds: Int64($0.next() % 4_102_444_800_000_000))) }
    case .guid: make = { .guid(GUID(bits: UInt128($0.next()) << 64 | UInt128($0.next()))) }
    default: return []
    }
    return (0..<count).compactMap { _ in make(&numbers) }
  }

  private static let count = 8

  private struct Numbers {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    private static let pieces = ["a", "B", " ", "é", "ß", "0", "12", "-", ".", "+", ";", "İ", "😀", "e\u{301}"]

    mutating func text() -> String {
      var text = ""
      for _ in 0..<(next() % 8 + 1) { text += Self.pieces[Int(next() % UInt64(Self.pieces.count))] }
      return text
    }
  }
}
