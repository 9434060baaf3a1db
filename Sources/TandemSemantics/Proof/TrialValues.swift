import TandemValues

/// Values on which a round trip is tried: all of a finite type, and of the others those at which conversions break.
struct TrialValues {
  /// Plain values first, so that a counterexample is as plain as it can be.
  var values: [Value]
  /// True when there are no others of the type.
  var isExhaustive: Bool

  /// The values of a type, a missing one last.
  static func of(_ type: ValueType) -> TrialValues {
    var trial = present(type)
    trial.values.append(.null)
    return trial
  }

  private static func present(_ type: ValueType) -> TrialValues {
    switch type {
    case .boolean: return TrialValues(values: [.boolean(true), .boolean(false)], isExhaustive: true)
    case .enumeration(let values, let isOpen):
      let others = isOpen ? ["something else"] : []
      return TrialValues(values: (values + others).map(Value.string), isExhaustive: !isOpen)
    case .string(let maximum): return TrialValues(values: texts(maximum), isExhaustive: false)
    case .integer:
      let numbers: [Int64] = [7, -1, 1_000_000, 1_000_000_000, .max, .min, 0]
      return TrialValues(values: numbers.map(Value.integer), isExhaustive: false)
    case .decimal(let precision, let scale):
      return TrialValues(values: decimals(precision, scale), isExhaustive: false)
    case .float: return TrialValues(values: [1, 0.1, -2.5, 1e300, 1e-300, 0].map(Value.float), isExhaustive: false)
    case .date:
      // A leap day, the first days of calendars, and the borders of four digits for a year.
      let days = [19_782, 0, -719_162, 2_932_896]
      return TrialValues(values: days.map { .date(CalendarDate(daysSinceEpoch: $0)) }, isExhaustive: false)
    case .time:
      let times: [Int64] = [49_530_123_456, 49_530_000_000, 0, 86_399_999_999]
      return TrialValues(values: times.map { .time(TimeOfDay(microseconds: $0)) }, isExhaustive: false)
    case .datetime:
      let moments: [Int64] = [1_709_645_130_123_456, 1_709_645_130_000_000, 0, -62_135_596_800_000_000]
      return TrialValues(values: moments.map { .datetime(Timestamp(microseconds: $0)) }, isExhaustive: false)
    case .guid:
      let bits: UInt128 = 0x1234_5678_9ABC_DEF0_1234_5678_9ABC_DEF0
      return TrialValues(values: [.guid(GUID(bits: bits)), .guid(GUID(bits: 0))], isExhaustive: false)
    case .binary: return TrialValues(values: [.binary([0, 255, 16]), .binary([])], isExhaustive: false)
    case .json: return TrialValues(values: [.string("{\"a\": 1}"), .string("[]")], isExhaustive: false)
    case .list(let element):
      let elements = Array(present(element).values.prefix(2))
      return TrialValues(values: [.list(elements), .list(Array(elements.prefix(1))), .list([])], isExhaustive: false)
    case .object(let members):
      let values = members.map { present($0.type).values.first ?? .null }
      return TrialValues(values: [.object(values), .object(members.map { _ in .null })], isExhaustive: false)
    }
  }

  private static func texts(_ maximum: Int?) -> [Value] {
    var texts = [
      "Zoe", " Zoë ", "zoe", "007", "12.50", "2024-02-29", "yes", "+31 6 12345678", "two words", "a\tb\nc", "",
    ]
    texts = texts.filter { $0.unicodeScalars.count <= maximum ?? .max }
    // The longest text is tried too, up to a length that no property of business data reaches.
    if let maximum, maximum > 0, maximum <= 100_000 { texts.append(String(repeating: "x", count: maximum)) }
    return texts.map(Value.string)
  }

  private static func decimals(_ precision: Int?, _ scale: Int?) -> [Value] {
    let scale = max(0, min(scale ?? 4, 18))
    let digits = max(1, min(precision ?? 18, 30))
    var largest: Int128 = 1
    for _ in 0..<digits { largest *= 10 }
    let numbers: [(Int128, Int)] = [
      (12, 0), (15, min(1, scale)), (1, scale), (largest - 1, scale), (1 - largest, scale), (0, 0),
    ]
    return numbers.compactMap { DecimalNumber(coefficient: $0.0, scale: $0.1).map(Value.decimal) }
  }
}
