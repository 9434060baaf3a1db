import TandemValues

/// Values at the borders of types, on which conversions are tried to show what they do.
enum Witnesses {
  /// A value that does not survive the way there and back.
  struct Loss {
    /// What one side holds.
    var value: Value
    /// What the conversion makes of it.
    var converted: Value
    /// What comes back; `nil` when nothing does.
    var back: Value?
  }

  /// A value that a conversion does not take.
  struct Refusal {
    /// The value for people.
    var shown: String
    /// Why, in words that follow it.
    var reason: String
  }

  /// The first value of the type that the conversion changes on the way there and back.
  static func loss(in conversion: any Conversion, from type: ValueType) -> Loss? {
    for value in values(of: type) {
      guard let shared = try? conversion.forward(value) else { continue }
      let back = try? conversion.backward(shared)
      if back != value { return Loss(value: value, converted: shared, back: back) }
    }
    return nil
  }

  /// The first value of the shared type that the conversion changes on the way back and there.
  static func lossBackwards(in conversion: any Conversion, from type: ValueType) -> Loss? {
    for value in values(of: type) {
      guard let source = try? conversion.backward(value) else { continue }
      let back = try? conversion.forward(source)
      if back != value { return Loss(value: value, converted: source, back: back) }
    }
    return nil
  }

  /// The first value of the type that the conversion refuses.
  static func refusal(by conversion: any Conversion, from type: ValueType) -> Refusal? {
    for value in values(of: type) {
      do {
        _ = try conversion.forward(value)
      } catch let error {
        return refusal(of: value, reason: error.reason)
      }
    }
    return nil
  }

  /// The first value of the shared type that the conversion cannot bring back into the source's type.
  static func refusalBackwards(by conversion: any Conversion, from type: ValueType, to source: ValueType) -> Refusal? {
    for value in values(of: type) {
      do {
        if let reason = try conversion.backward(value).conforms(to: source) {
          return refusal(of: value, reason: reason)
        }
      } catch let error {
        return refusal(of: value, reason: error.reason)
      }
    }
    return nil
  }

  private static func refusal(of value: Value, reason: String) -> Refusal {
    let text = value.displayText
    return Refusal(
      shown: text.utf8.count > 40 ? "a text of \(text.unicodeScalars.count) characters" : "`\(text)`", reason: reason)
  }

  /// Values that tend to break conversions, plain ones first.
  static func values(of type: ValueType) -> [Value] {
    switch type {
    case .string(let maximum):
      var texts = ["Zoe", " Zoë ", "zoe"].filter { $0.unicodeScalars.count <= maximum ?? .max }
      if let maximum, maximum > 0, maximum <= 100_000 {
        texts.append(String(decoding: [UInt8](repeating: UInt8(ascii: "x"), count: maximum), as: UTF8.self))
      }
      return texts.map(Value.string)
    case .integer: return [.integer(7), .integer(-1), .integer(1_000_000), .integer(1_000_000_000)]
    case .decimal(let precision, let scale):
      let scale = max(0, min(scale ?? 4, 18))
      let digits = max(1, min(precision ?? 18, 30))
      var largest: Int128 = 1
      for _ in 0..<digits { largest *= 10 }
      let numbers: [(Int128, Int)] = [(12, 0), (15, min(1, scale)), (1, scale), (largest - 1, scale)]
      return numbers.compactMap { DecimalNumber(coefficient: $0.0, scale: $0.1).map(Value.decimal) }
    case .float: return [.float(1), .float(0.1), .float(1e300)]
    case .boolean: return [.boolean(true), .boolean(false)]
    case .date: return [.date(CalendarDate(daysSinceEpoch: 19_787))]
    case .time: return [.time(TimeOfDay(microseconds: 49_530_123_456))]
    case .datetime: return [.datetime(Timestamp(microseconds: 1_709_645_130_123_456))]
    case .guid: return [.guid(GUID(bits: 0x1234_5678_9ABC_DEF0_1234_5678_9ABC_DEF0))]
    case .binary: return [.binary([0, 255, 16])]
    case .json: return [.string("{\"a\": 1}")]
    case .enumeration(let values, let open): return values.map(Value.string) + (open ? [.string("something else")] : [])
    case .list(let element):
      let elements = Array(Self.values(of: element).prefix(2))
      return [.list(elements), .list([])]
    case .object: return []
    }
  }
}
