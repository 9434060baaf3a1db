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
    (.list(.string(maximumLength: 20)), .list(text), "elementLength(maximum: 20)"),
    (.list(.integer), .list(.integer), "identity"),
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
  for name in ConversionCatalog.names {
    for conversion in GoldenTable.named(name).map(\.conversion) {
      let made = try ConversionCatalog.make(name, conversion.arguments)
      #expect(made.summary == conversion.summary)
      // A form that nobody chose has no arguments.
      let labels = conversion.arguments.map(\.label)
      #expect(labels.isEmpty || labels == ConversionCatalog.labels(of: name))
    }
  }
  for table in unnamedVectors where table.conversion.parts.isEmpty {
    #expect(ConversionCatalog.named(type(of: table.conversion).name, arguments: table.conversion.arguments) == nil)
  }
}

@Test(arguments: ConversionCatalog.names)
func everyConversionHasAPageWhoseExampleRuns(name: String) throws {
  let type = try #require(ConversionCatalog.type(named: name))
  for sentence in [type.page.forward, type.page.backward] {
    #expect(sentence.hasSuffix(".") && sentence.count > 5, "\(name): \(sentence)")
  }
  #expect(type.page.example.parts.isEmpty && Swift.type(of: type.page.example).name == name)
  let there = try type.page.example.forward(type.page.sample)
  _ = try type.page.example.backward(there)
  for parameter in type.parameters { #expect(!parameter.meaning.isEmpty && !parameter.meaning.hasSuffix(".")) }
}

@Test func documentsNameConversionsWithArguments() throws {
  func summary(_ text: String) throws -> String? {
    let call = try #require(ConversionCall(text), "\(text)")
    return try ConversionCatalog.make(call.name, call.arguments).summary
  }
  #expect(try summary("trim") == "trim")
  #expect(try summary("trim()") == "trim")
  #expect(try summary("phoneNumber( defaultPrefix : \"+31\" )") == "phoneNumber(defaultPrefix: \"+31\")")
  #expect(try summary("decimalScale(scale: 2, precision: 9)") == "decimalScale(scale: 2, precision: 9)")
  #expect(try summary("elementJoin(separator: \"\\\"\")") == "elementJoin(separator: \"\"\")")
  #expect(
    try summary("valueMap(pairs: [\"a\" = \"b\"], otherwise: \"keep\")")
      == "valueMap(pairs: a = b, otherwise: \"keep\", fallback: none)")
  for text in [
    "", "trim(", "trim)", "trim x", "(a: 1)", "a(b)", "a(b: )", "a(b: \"c)", "a(b: [\"c\" \"d\"])", "a(b: 1,)",
  ] {
    #expect(ConversionCall(text) == nil, "\(text)")
  }
}

@Test func aFaultOfAnArgumentSaysWhatToWrite() {
  func fault(_ text: String) -> String? {
    guard let call = ConversionCall(text) else { return nil }
    do {
      _ = try ConversionCatalog.make(call.name, call.arguments)
      return nil
    } catch { return error.sentence }
  }
  #expect(fault("shout") == "There is no conversion `shout`.")
  #expect(fault("trim(a: 1)") == "It takes no argument `a`. It takes none.")
  #expect(fault("phoneNumber(prefix: \"+31\")") == "It takes no argument `prefix`. It takes `defaultPrefix`.")
  #expect(fault("elementJoin") == "It needs `separator`, the text between the elements.")
  #expect(fault("decimalScale(scale: \"2\")")?.hasSuffix("must be a whole number.") == true)
  #expect(fault("decimalScale(scale: 2, scale: 3)") == "The argument `scale` stands there twice.")
  #expect(fault("localTime(offset: \"CET\")")?.hasPrefix("Its arguments make no sense: `offset` is") == true)
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
