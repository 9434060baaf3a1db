import TandemValues

/// A small seeded source of values, so that a property that fails does so every time.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whole numbers of all magnitudes, the extremes among them.
  mutating func integer() -> Int64 {
    switch next() % 8 {
    case 0: return [Int64.min, .max, 0, -1, 1, .min + 1, 9_007_199_254_740_993].randomElement(using: &self) ?? 0
    default: return Int64(truncatingIfNeeded: next()) >> Int64(next() % 64)
    }
  }

  mutating func decimal() -> DecimalNumber {
    let high = Int128(Int64(truncatingIfNeeded: next()) >> Int64(next() % 64))
    let coefficient = next() % 3 == 0 ? high * 1_000_000_000_000_000_000 : high
    return DecimalNumber(coefficient: coefficient, scale: Int(next() % 39)) ?? .zero
  }

  mutating func float() -> Double {
    let float = next() % 2 == 0 ? Double(bitPattern: next()) : Double(integer()) / 1000
    return float.isFinite ? float : 0.1
  }

  mutating func date() -> CalendarDate {
    // Year 1 to year 9999.
    CalendarDate(daysSinceEpoch: Int.random(in: -719_162...2_932_896, using: &self))
  }

  mutating func time() -> TimeOfDay {
    let unit: Int64 = [1, 1000, 1_000_000, 60_000_000].randomElement(using: &self) ?? 1
    return TimeOfDay(microseconds: Int64.random(in: 0..<86_400_000_000, using: &self) / unit * unit)
  }

  mutating func datetime() -> Timestamp {
    Timestamp(date: date(), time: time()) ?? Timestamp(microseconds: 0)
  }

  mutating func guid() -> GUID {
    GUID(bits: UInt128(next()) << 64 | UInt128(next()))
  }

  mutating func text() -> String {
    let pieces = [
      " ", "\t", "a", "B", "é", "e\u{301}", "ß", "İ", "0", "12", "-", ".", "+", "(0)", "😀", "\n", "true", ";",
    ]
    return (0..<Int(next() % 7)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }

  /// Any value at all, missing ones and nested ones among them.
  mutating func value(depth: Int = 2) -> Value {
    switch next() % (depth > 0 ? 14 : 12) {
    case 0: return .absent
    case 1: return .null
    case 2: return .integer(integer())
    case 3: return .decimal(decimal())
    case 4: return .float(float())
    case 5: return .boolean(next() % 2 == 0)
    case 6: return .date(date())
    case 7: return .time(time())
    case 8: return .datetime(datetime())
    case 9: return .guid(guid())
    case 10: return .binary((0..<Int(next() % 6)).map { _ in UInt8(truncatingIfNeeded: next()) })
    case 12: return .list((0..<Int(next() % 4)).map { _ in value(depth: depth - 1) })
    case 13: return .object((0..<Int(next() % 4)).map { _ in value(depth: depth - 1) })
    default: return .string(text())
    }
  }
}
