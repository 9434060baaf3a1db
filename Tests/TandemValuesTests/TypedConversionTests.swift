import Testing

@testable import TandemValues

/// Conversions over typed values, and the ways of numbers through machine words.
@Suite("Typed conversions")
struct TypedConversionTests {
  @Test("every conversion is typed but those whose type the row decides")
  func typed() {
    let untyped = ConversionCatalog.all.filter { !($0 is any TypedConversion.Type) }.map { $0.name }
    #expect(Set(untyped).isSubset(of: ["identity", "firstElement", "fixedDefault", "custom"]), "\(untyped)")
  }

  @Test("a missing value passes through, one of another type is refused in the words of its type")
  func values() throws {
    let conversion = StringToInteger()
    #expect(try conversion.forward(.absent) == .absent)
    #expect(try conversion.backward(.null) == .null)
    #expect(try conversion.forward(.string("  ")) == .null)
    #expect(throws: ConversionError(conversion: "stringToInteger", reason: "is no text")) {
      try conversion.forward(.integer(7))
    }
    #expect(throws: ConversionError(conversion: "stringToInteger", reason: "is no whole number")) {
      try conversion.backward(.string("7"))
    }
    #expect(throws: ConversionError(conversion: "elementJoin", reason: "has an element that is no text")) {
      try ElementJoin(separator: ",").forward(.list([.string("a"), .integer(1)]))
    }
  }

  @Test("short and long numbers are read and rounded by the same rules")
  func numbers() throws {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for _ in 0..<2_000 {
      let digits = (0...next(17)).map { _ in String(next(10)) }.joined()
      let places = next(UInt64(digits.count) + 1)
      let text =
        (next(2) == 0 ? "-" : "") + "0" + digits.dropLast(places) + (places > 0 ? "." + digits.suffix(places) : "")
      let short = try #require(DecimalNumber(text))
      // More zeros than machine words hold lead the same number through the long way.
      let long = try #require(DecimalNumber(text + (places > 0 ? "" : ".") + String(repeating: "0", count: 25)))
      #expect(short == long, "\(text)")
      #expect(DecimalNumber(short.description) == short)
      let scale = next(6)
      // Twenty digits before the point keep the sum out of machine words.
      let far = try #require(DecimalNumber(coefficient: 10_000_000_000_000_000_000 * (text.hasPrefix("-") ? -1 : 1)))
      let sum = try #require(short.adding(far)).rounded(toScale: scale)
      #expect(try #require(sum.subtracting(far)) == short.rounded(toScale: scale), "\(text) to \(scale)")
    }
  }

  @Test(
    "a number fits where its digits before the point do",
    arguments: [
      ("99.99", 4, 2, true), ("100", 4, 2, false), ("0.01", 2, 2, true), ("1", 2, 2, false), ("0", 1, 1, true),
      ("-99.9", 4, 2, true), ("-100", 4, 2, false),
    ])
  func fits(text: String, precision: Int, scale: Int, fits: Bool) throws {
    #expect(try #require(DecimalNumber(text)).fits(precision: precision, scale: scale) == fits)
  }

  @Test("blanks are taken off both ends, whatever the text")
  func trim() throws {
    for (text, trimmed) in [(" Ada", "Ada"), ("Ada\t\n", "Ada"), ("A b", "A b"), ("é ", "é"), ("\u{A0}x", "\u{A0}x")] {
      #expect(try TrimmedString().converted(text) == trimmed)
    }
    #expect(try TrimmedString().converted(" \r\n") == nil)
    #expect(try TrimmedString().converted("") == nil)
  }
}
