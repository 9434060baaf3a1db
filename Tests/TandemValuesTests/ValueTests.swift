import TandemValues
import Testing

@Test func whatIsNotThereBecomesNull() {
  #expect(Value(nil as String?) == .null)
  #expect(Value(nil as Int64?) == .null)
  #expect(Value(nil as DecimalNumber?) == .null)
  #expect(Value(nil as CalendarDate?) == .null)
  #expect(Value("" as String?) == .string(""))
  #expect(Value(7 as Int64?) == .integer(7))
  #expect(Value(Double.nan as Double?) == .null)
}

@Test func accessorsAnswerOnlyForTheirOwnKind() {
  #expect(Value.string("a").string == "a")
  #expect(Value.integer(1).string == nil)
  #expect(Value.integer(1).integer == 1)
  #expect(Value.integer(1).decimal == nil)
  #expect(Value.null.boolean == nil)
  #expect(Value.list([.null]).list == [.null])
  #expect(Value.list([]).object == nil)
}

@Test(arguments: [
  (Value.null, ""), (.absent, ""), (.string(" a "), " a "), (.float(1), "1"), (.float(0.1), "0.1"),
  (.float(1e300), "1e+300"),
  (.boolean(true), "true"), (.date(CalendarDate(daysSinceEpoch: 0)), "1970-01-01"),
  (.binary([1, 2, 3, 4]), "AQIDBA=="),
  (.list([.integer(1), .string("b")]), "1, b"),
])
func aPersonSeesPlainText(value: Value, text: String) {
  #expect(value.displayText == text)
}

@Test(arguments: [
  (ValueType.integer, " 42 ", Value.integer(42)), (.boolean, "TRUE", .boolean(true)), (.float, "1e3", .float(1000)),
  (.string(maximumLength: 1), " long ", .string(" long ")), (.binary, "AQIDBA==", .binary([1, 2, 3, 4])),
  (.binary, "", .binary([])),
  (.date, "2024-02-29", .date(CalendarDate(daysSinceEpoch: 19_782))),
  (.integer, "-9223372036854775808", .integer(.min)),
])
func textFormsBecomeValuesOfTheirType(type: ValueType, text: String, value: Value) {
  #expect(type.parse(text) == value)
}

@Test(arguments: [
  (ValueType.integer, "9223372036854775808"), (.integer, "1.0"), (.integer, ""), (.boolean, "1"), (.boolean, "yes"),
  (.float, "inf"), (.float, "nan"), (.float, "0x1p3"), (.float, "1e999"), (.date, "today"), (.binary, "A==="),
  (.binary, "AB=="), (.list(.integer), "1"), (.guid, "x"),
])
func textOfAnotherTypeIsNotRead(type: ValueType, text: String) {
  #expect(type.parse(text) == nil)
}

@Test(
  arguments: [
    (Value.string("abc"), ValueType.string(maximumLength: 3), nil),
    (.string("abcd"), .string(maximumLength: 3), "is longer than 3 characters"),
    (.null, .integer, nil), (.absent, .integer, nil),
    (.integer(1), .string(maximumLength: nil), "is no text"),
    (.string("D"), .enumeration(values: ["A", "B"], open: false), "is none of A, B"),
    (.string("D"), .enumeration(values: ["A", "B"], open: true), nil),
    (
      .decimal(DecimalNumber(coefficient: 12345, scale: 3) ?? .zero), .decimal(precision: 10, scale: 2),
      "has more than 2 digits after the point"
    ),
    (
      .decimal(DecimalNumber(coefficient: 12345, scale: 1) ?? .zero), .decimal(precision: 5, scale: 2),
      "has more than 3 digits before the point"
    ),
    (.float(.infinity), .float, "is not a finite number"),
    (.list([.integer(1), .string("x")]), .list(.integer), "has an element, number 2, that is no whole number"),
    (
      .object([.string("long")]), .object([.init(name: "city", type: .string(maximumLength: 3))]),
      "has a member `city` that is longer than 3 characters"
    ),
    (.object([]), .object([.init(name: "city", type: .integer)]), "has 0 members where 1 are declared"),
  ] as [(Value, ValueType, String?)])
func aValueThatDoesNotFitItsTypeSaysWhy(value: Value, type: ValueType, reason: String?) {
  #expect(value.conforms(to: type) == reason)
}

@Test func valuesOfOneKindAndNumbersOfAllKindsAreOrdered() {
  #expect(Value.integer(1).isLess(than: .integer(2)) == true)
  #expect(Value.integer(9_007_199_254_740_993).isLess(than: .float(9_007_199_254_740_992)) == false)
  #expect(Value.float(9_007_199_254_740_992).isLess(than: .integer(9_007_199_254_740_993)) == true)
  #expect(Value.float(1e300).isLess(than: .integer(.max)) == false)
  #expect(Value.decimal(.zero).isLess(than: .float(1e-300)) == true)
  #expect(Value.string("a").isLess(than: .string("b")) == true)
  #expect(Value.string("1").isLess(than: .integer(2)) == nil)
  #expect(Value.null.isLess(than: .integer(2)) == nil)
  #expect(Value.boolean(false).isLess(than: .boolean(true)) == nil)
}
