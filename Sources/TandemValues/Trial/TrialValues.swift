/// Values on which a round trip is tried: all of a finite type, and of the others those at which conversions break, the
/// borders of both sides' types among them, with some that are drawn with a seed.
public struct TrialValues: Sendable {
  /// Plain values first, so that a counterexample is as plain as it can be; the missing ones last.
  public var values: [Value]
  /// True when there are no others of the type.
  public var isExhaustive: Bool

  /// The values of a type, with those at the borders of the type at the other end of a row.
  ///
  /// - Parameters:
  ///   - type: The type of the property at which the values start.
  ///   - other: The type of the property at which they arrive.
  ///   - arriving: Brings a value of the other type to this one, where one conversion does.
  public static func of(
    _ type: ValueType, towards other: ValueType? = nil, arriving: ((Value) -> Value?)? = nil
  ) -> TrialValues {
    var trial = present(type, towards: other)
    if !trial.isExhaustive {
      var seen = Set(trial.values)
      let further = arriving.map { arriving in
        other.map { present($0, towards: type).values.prefix(most).compactMap(arriving) } ?? []
      }
      for value in further ?? [] where !value.isMissing && value.conforms(to: type) == nil {
        if seen.insert(value).inserted { trial.values.append(value) }
      }
      for value in SeededValues.some(type) where value.conforms(to: type) == nil {
        if seen.insert(value).inserted { trial.values.append(value) }
      }
    }
    trial.values += [.null, .absent]
    return trial
  }

  /// The values of a type that has few, `nil` for any other.
  public static func all(of type: ValueType) -> [Value]? {
    switch type {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .enumeration(let values, open: false) where values.count <= few: return values.map(Value.string)
    default: return nil
    }
  }

  /// A list of more values than this is no finite domain in practice: trying it whole would take longer than the rest.
  private static let few = 2000

  /// Of the other side's values so many are brought over; enumerations are the longest lists.
  private static let most = 400

  private static func present(_ type: ValueType, towards other: ValueType?) -> TrialValues {
    if let all = all(of: type) { return TrialValues(values: all, isExhaustive: true) }
    let values: [Value]
    switch type {
    case .boolean: values = []
    case .enumeration(let named, let isOpen):
      values = (named.prefix(few) + (isOpen ? ["something else"] : [])).map(Value.string)
    case .string(let maximum): values = TrialTexts.texts(maximum, towards: other).map(Value.string)
    case .integer: values = TrialNumbers.integers(towards: other)
    case .decimal(let precision, let scale): values = TrialNumbers.decimals(precision, scale, towards: other)
    case .float: values = TrialNumbers.floats(towards: other)
    case .date:
      // A leap day, the first days of calendars and centuries, and the borders of four digits for a year.
      let days = [19_782, 0, 10_956, 10_957, -25_509, -719_162, 2_932_896]
      values = days.map { .date(CalendarDate(daysSinceEpoch: $0)) }
    case .time:
      let times: [Int64] = [49_530_123_456, 49_530_000_000, 49_500_000_000, 0, 86_399_999_999]
      values = times.map { .time(TimeOfDay(microseconds: $0)) }
    case .datetime:
      // With and without fractions and seconds, on both sides of a midnight that other zones have at another time, and
      // the borders of four digits for a year.
      let moments: [Int64] = [
        1_709_645_130_123_456, 1_709_645_130_123_000, 1_709_645_130_000_000, 1_709_645_100_000_000,
        1_709_249_400_000_000, 1_709_253_000_000_000, 1_709_251_200_000_000, 0, -62_135_596_800_000_000,
        253_402_300_799_999_999,
      ]
      values = moments.map { .datetime(Timestamp(microseconds: $0)) }
    case .guid:
      values = [.guid(GUID(bits: 0x1234_5678_9ABC_DEF0_1234_5678_9ABC_DEF0)), .guid(GUID(bits: 0))]
    case .binary: values = [.binary([0, 255, 16]), .binary([])]
    case .json: values = [.string("{\"a\": 1}"), .string("[]"), .string(" {} "), .string("")]
    case .list(let element):
      let other = if case .list(let other)? = other { other } else { ValueType?.none }
      let all = present(element, towards: other).values
      let elements = Array(all.prefix(2))
      // What tells the types of the elements apart shows in a list of one of them.
      let single = all.map { Value.list([$0]) }
      values = [.list(elements), .list(elements.reversed())] + single + [.list([])]
    case .object(let members):
      let first = members.map { present($0.type, towards: nil).values.first ?? .null }
      values = [.object(first), .object(members.map { _ in .null })]
    }
    return TrialValues(values: values.filter { $0.conforms(to: type) == nil }, isExhaustive: false)
  }
}
