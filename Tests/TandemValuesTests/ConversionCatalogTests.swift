import TandemValues
import Testing

private let text = ValueType.string(maximumLength: nil)

@Test(
  arguments: [
    (text, text, "trim"), (.string(maximumLength: 80), .string(maximumLength: 80), "trim"),
    (.string(maximumLength: 255), .string(maximumLength: 80), "trim, stringLength(maximum: 80)"),
    (.string(maximumLength: 80), .string(maximumLength: 255), "trim, stringLength(maximum: 80)"),
    (text, .decimal(precision: 12, scale: 2), "stringToDecimal, decimalScale(scale: 2, precision: 12)"),
    (.decimal(precision: 12, scale: 2), .decimal(precision: 18, scale: 4), "decimalScale(scale: 2, precision: 12)"),
    (.integer, text, "integerToString"), (.integer, .string(maximumLength: 40), "integerToString"),
    (.integer, .string(maximumLength: 8), "integerToString, stringLength(maximum: 8)"),
    (.integer, .integer, "identity"), (.guid, .string(maximumLength: 36), "guidToString"),
    (.integer, .boolean, "integerToBoolean"), (.datetime, .date, "datetimeToDate"),
    (.date, .datetime, "dateToDatetime"),
    (.integer, .decimal(precision: 8, scale: 2), "integerToDecimal, decimalScale(scale: 2, precision: 8)"),
    (
      .enumeration(values: ["A", "B"], open: false), .enumeration(values: ["B", "C"], open: false),
      "trim, enumerationCheck(values: B, open: false)"
    ),
    (
      .enumeration(values: ["1", "x"], open: false), .integer,
      "trim, enumerationCheck(values: 1, x, open: false), stringToInteger"
    ),
    (text, .enumeration(values: ["A"], open: false), "trim, enumerationCheck(values: A, open: false)"),
    (.json, text, "trim"),
  ] as [(ValueType, ValueType, String)])
func theCatalogChoosesAConversionForAPairOfTypes(from: ValueType, to: ValueType, summary: String) {
  #expect(ConversionCatalog.conversion(from: from, to: to)?.summary == summary)
}

@Test(arguments: [
  (ValueType.boolean, ValueType.date), (.time, .datetime), (.guid, .integer), (.list(text), text), (text, .list(text)),
  (.binary, text), (text, .json), (.boolean, .float), (.date, .string(maximumLength: 8)),
  (.guid, .string(maximumLength: 20)), (.object([]), text), (.list(.integer), .list(.float)),
  (.enumeration(values: ["A"], open: false), .enumeration(values: ["B"], open: false)),
  (.enumeration(values: ["A"], open: false), .integer), (.date, .enumeration(values: ["A"], open: false)),
])
func noConversionIsInventedWhereNoneMakesSense(from: ValueType, to: ValueType) {
  #expect(ConversionCatalog.conversion(from: from, to: to) == nil)
}

@Test func conversionsAreMadeAgainFromTheirNameAndArguments() throws {
  for table in GoldenTable.all where table.conversion.parts.isEmpty {
    let conversion = table.conversion
    let made = ConversionCatalog.named(type(of: conversion).name, arguments: conversion.arguments)
    // Those that no document may name are not made: their arguments make no sense.
    if made == nil {
      #expect(table.lines.contains { $0.contains("cannot be") || $0.contains("its default is no") })
    } else {
      #expect(made?.summary == conversion.summary)
      #expect(made?.arguments.map(\.label) == ConversionCatalog.labels(of: type(of: conversion).name))
    }
  }
}

@Test func namesAndArgumentsThatDoNotFitMakeNoConversion() {
  func named(_ name: String, _ arguments: (String, ConversionArgument.Literal)...) -> (any Conversion)? {
    ConversionCatalog.named(name, arguments: arguments.map { ConversionArgument(label: $0.0, value: $0.1) })
  }
  #expect(named("upperCase") != nil)
  #expect(named("uppercase") == nil)
  #expect(named("trim", ("", .integer(1))) == nil)
  #expect(named("stringLength") == nil)
  #expect(named("stringLength", ("", .integer(80)))?.summary == "stringLength(maximum: 80)")
  #expect(named("stringLength", ("length", .integer(80))) == nil)
  #expect(named("stringLength", ("maximum", .string("80"))) == nil)
  #expect(named("dateToString", ("format", .string("dd.MM.yyyy"))) != nil)
  #expect(named("dateToString", ("format", .string("hello"))) == nil)
  #expect(named("phoneNumber", ("", .string("31"))) == nil)
  #expect(named("fixedDefault", ("", .string("x")), ("", .string("integer"))) == nil)
  #expect(named("valueMap", ("pairs", .pairs([.init("a", "b")])), ("otherwise", .string("fallback"))) == nil)
  #expect(Set(ConversionCatalog.names).count == ConversionCatalog.names.count)
}

@Test func aChainLosesWhatItsPartsLose() {
  #expect(Chain([]).effectiveLaws == .exact)
  #expect(
    Chain([TrimmedString(), UpperCase()]).effectiveLaws
      == .normalising([Loss(.form, "outer blanks"), Loss(.letterCase, "the case of letters")]))
  #expect(Chain([TrimmedString(), RemoveBlanks()]).effectiveLaws == .lossy([Loss(.form, "blanks")]))
  #expect(
    Chain([TrimmedString(), DateToString(format: "MM-dd")]).effectiveLaws
      == .oneWay(why: "the format does not show the whole date"))
  #expect(DatetimeToString(format: "yyyy-MM-dd HH:mm").effectiveLaws == .lossy([Loss(.precision, "the seconds")]))
}

@Test func aValueMapKnowsWhatItCannotGiveBack() {
  let twice: [ConversionArgument.Pair] = [.init("a", "x"), .init("b", "x")]
  #expect(ValueMap(pairs: twice).effectiveLaws == .lossy([Loss(.distinction, "which of a, b it was")]))
  #expect(ValueMap(pairs: [.init("a", "x")]).effectiveLaws == .exact)
  #expect(ValueMap(pairs: [.init("a", "b"), .init("b", "a")], otherwise: .keep).effectiveLaws == .exact)
  #expect(
    ValueMap(pairs: [.init("a", "x")], otherwise: .keep).effectiveLaws
      == .lossy([Loss(.distinction, "values that stand on the other side of the map")]))
}

@Test func theTargetsOwnValueIsBroughtToTheSameForm() throws {
  let phone = PhoneNumber(defaultPrefix: "+31")
  let normaliser = ConversionCatalog.normaliser(for: text, after: phone)
  #expect(try normaliser.forward(.string("020 1234567")) == phone.forward(.string(" +31 20 1234567")))
  #expect(
    ConversionCatalog.normaliser(for: .decimal(precision: 9, scale: 2)).summary
      == "decimalScale(scale: 2, precision: none)")
  #expect(ConversionCatalog.normaliser(for: .integer).summary == "identity")
  #expect(ConversionCatalog.normaliser(for: text).summary == "trim")
}
