import TandemValues
import Testing

private let extremes: [Value] = [
  .integer(.min), .integer(.max), .float(.infinity), .float(-.infinity), .float(.nan), .float(.greatestFiniteMagnitude),
  .float(.leastNonzeroMagnitude), .float(-0.0), .float(-9_223_372_036_854_775_808), .float(9_223_372_036_854_775_808),
  .date(CalendarDate(daysSinceEpoch: .min)), .date(CalendarDate(daysSinceEpoch: .max)),
  .date(CalendarDate(daysSinceEpoch: -719_162)), .date(CalendarDate(daysSinceEpoch: 2_932_896)),
  .time(TimeOfDay(microseconds: .min)), .datetime(Timestamp(microseconds: .min)),
  .datetime(Timestamp(microseconds: .max)), .guid(GUID(bits: .max)), .binary([]), .list([]), .object([]),
  .decimal(DecimalNumber("99999999999999999999999999999999999999") ?? .zero),
  .decimal(DecimalNumber("-0.00000000000000000000000000000000000001") ?? .zero), .string(""), .string("\u{0}"),
  .string(String(repeating: "9", count: 5000)), .string("1e999999999"), .string("-9223372036854775809"),
  .string("9999-12-31T23:59:59.9999999-23:59"), .string("0001-01-01T00:00:00+23:59"), .string("+"), .string("{"),
]

@Test func noConversionTrapsOnExtremeValues() {
  var converted = 0
  for conversion in GoldenTable.all.map(\.conversion) {
    for value in extremes {
      for convert in [conversion.forward, conversion.backward] {
        guard let result = try? convert(value) else { continue }
        converted += 1
        #expect(result.displayText.utf8.count <= 6000)
      }
    }
  }
  // Identity alone takes all of them.
  #expect(converted > 2 * extremes.count)
}

@Test func anOffsetDoesNotLeadOutOfTheCalendar() {
  #expect(Timestamp("9999-12-31T23:59:59-23:59") == nil)
  #expect(Timestamp("0001-01-01T00:00:00+23:59") == nil)
  #expect(Timestamp("0001-01-01T23:59:00+23:59")?.description == "0001-01-01T00:00:00Z")
}

@Test func readersOfTextFormsTakeAnyBytes() {
  var generator = Generator(seed: 5)
  let alphabet = Array("0123456789+-.:eETZ{}% 'yMdHmsS\u{e9}/=".unicodeScalars)
  let types: [ValueType] = [
    .integer, .decimal(precision: nil, scale: nil), .float, .boolean, .date, .time, .datetime, .guid, .binary,
  ]
  for _ in 0..<3000 {
    var text = ""
    for _ in 0..<Int(generator.next() % 12) {
      if let scalar = alphabet.randomElement(using: &generator) { text.unicodeScalars.append(scalar) }
    }
    for type in types {
      guard let value = type.parse(text) else { continue }
      // What was read prints as a text that reads as the same value.
      #expect(type.parse(value.displayText) == value, "\(type.word) \(text)")
    }
    if let pattern = DatePattern(text) {
      let moment = generator.datetime()
      let printed = pattern.text(date: moment.date, time: moment.time)
      if pattern.hasDate { #expect(pattern.parse(printed)?.date == moment.date, "\(text) \(printed)") }
    }
  }
}

@Test func sumsAndProductsOfDecimalNumbersAreExactOrNone() {
  var generator = Generator(seed: 6)
  var found = 0
  for _ in 0..<2000 {
    let left = generator.decimal()
    let right = generator.decimal()
    if let sum = left.adding(right) {
      found += 1
      #expect(sum.subtracting(right) == nil || sum.subtracting(right) == left)
      #expect((left < right) == (left.subtracting(right).map { $0 < .zero } ?? (left < right)))
    }
    if let product = left.multiplied(by: right) { #expect(product == right.multiplied(by: left)) }
    let scale = Int(generator.next() % 10)
    let rounded = left.rounded(toScale: scale)
    #expect(rounded.scale <= scale)
    #expect(rounded.rounded(toScale: scale) == rounded)
  }
  #expect(found > 100)
}

@Test func bytesKeepTheirTextForm() {
  var generator = Generator(seed: 7)
  for length in 0..<60 {
    let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    #expect(ValueType.binary.parse(Value.binary(bytes).displayText) == .binary(bytes))
  }
}
