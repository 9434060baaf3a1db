import TandemRuntime
import TandemValues
import Testing

@Suite struct ValueCodingTests {
  static func decimal(_ coefficient: Int128, _ scale: Int) -> Value {
    DecimalNumber(coefficient: coefficient, scale: scale).map(Value.decimal) ?? .null
  }

  static let samples: [Value] = [
    .absent, .null, .string(""), .string("Zoë 你好 \u{0}"), .integer(0), .integer(.min), .integer(.max),
    decimal(-12345, 3), decimal(.max, 0),
    decimal(.min, 0), .float(-0.5), .float(.infinity), .boolean(true),
    .boolean(false),
    .date(CalendarDate(daysSinceEpoch: -700_000)), .time(TimeOfDay(microseconds: 86_399_999_999)),
    .datetime(Timestamp(microseconds: -1)), .guid(GUID(bits: .max)), .binary([0, 255]),
    .list([.integer(1), .list([])]),
    .object([.null, .string("x")]),
  ]

  @Test func everyValueComesBack() throws {
    #expect(try ValueCoding.decode(ValueCoding.encode(Self.samples)) == Self.samples)
    let view = SharedView(values: Self.samples)
    #expect(try ValueCoding.decodeView(ValueCoding.encode(view)) == view)
    let pairs = Self.samples.enumerated().map { PropertyValue(property: $0.offset, value: $0.element) }
    #expect(try ValueCoding.decodePropertyValues(ValueCoding.encode(pairs)) == pairs)
  }

  @Test func originsComeBackAndRepetitionsCostOneByte() throws {
    let user = Origin(time: Timestamp(microseconds: 7), system: "CRM")
    let origins = [user, user, Origin(time: nil, system: "ERP"), user]
    #expect(try ValueCoding.decodeOrigins(ValueCoding.encode(origins)) == origins)
    let many = ValueCoding.encode(Array(repeating: user, count: 100))
    #expect(many.count == ValueCoding.encode([user]).count + 99)
  }

  @Test func damagedBytesAreAnErrorAtEveryLength() {
    let bytes = ValueCoding.encode(Self.samples)
    for length in 0..<bytes.count {
      #expect(throws: StateError.self) { try ValueCoding.decode(Array(bytes[..<length])) }
    }
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 0xFF
      _ = try? ValueCoding.decode(damaged)
      _ = try? ValueCoding.decodeOrigins(damaged)
      _ = try? ValueCoding.decodePropertyValues(damaged)
    }
    #expect(throws: StateError.self) {
      try ValueCoding.decode([1] + Array(repeating: [1, 13], count: 1000).flatMap { $0 })
    }
    #expect(throws: StateError.self) { try ValueCoding.decode(bytes + [0]) }
  }

  @Test func keysHaveOneTextEach() {
    let keys: [(Value, String?)] = [
      (.integer(17), "i:17"), (.string("abc"), "s:abc"), (.string("i:17"), "s:i:17"),
      (.guid(GUID(bits: 0x0123_4567_89AB_CDEF_0123_4567_89AB_CDEF)), "g:01234567-89ab-cdef-0123-456789abcdef"),
      (.date(CalendarDate(daysSinceEpoch: 3)), nil), (.string(""), "s:"),
    ]
    for (value, text) in keys {
      let written = ValueCoding.text(of: RecordKey(value))
      if let text { #expect(written == text) }
      #expect(ValueCoding.key(from: written) == RecordKey(value))
    }
    for text in ["", "i", "i:", "i:x", "g:12", "v:zz", "x:1", "17"] { #expect(ValueCoding.key(from: text) == nil) }
  }
}
