import TandemValues
import Testing

@Test(arguments: [
  ("-12.50", "-12.5"), ("0", "0"), ("-0", "0"), ("+3", "3"), (".055", "0.055"), ("1.2e-7", "0.00000012"),
  ("12E3", "12000"), ("007", "7"), ("1.000", "1"), ("0e999999999", "0"),
  ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
  ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
  ("1.00000000000000000000000000000000000000000000000000000000", "1"),
])
func decimalNumbersReadAndPrintInPlainDigits(text: String, printed: String) {
  #expect(DecimalNumber(text)?.description == printed)
}

@Test(arguments: [
  "", "-", ".", "1.", "1,5", " 1", "1 ", "1e", "1e+", "--1", "1.2.3", "0x10", "nan", "1e38", "1e-39", "1e999999999",
  "100000000000000000000000000000000000000", "999999999999999999999999999999999999999999999999", "١",
])
func textThatIsNoDecimalNumberIsRefused(text: String) {
  #expect(DecimalNumber(text) == nil)
}

@Test func decimalNumbersWithEqualValueAreEqual() {
  #expect(DecimalNumber("1.50") == DecimalNumber("1.5"))
  #expect(DecimalNumber(coefficient: 150, scale: 2) == DecimalNumber(coefficient: 15, scale: 1))
  #expect(DecimalNumber(coefficient: 15, scale: -2) == DecimalNumber("1500"))
}

@Test func decimalNumbersNeverOverflow() throws {
  #expect(DecimalNumber(coefficient: .max) == nil)
  #expect(DecimalNumber(coefficient: .min, scale: 3) == nil)
  #expect(DecimalNumber(coefficient: 1, scale: .min) == nil)
  #expect(DecimalNumber(coefficient: 1, scale: .max) == nil)
  #expect(DecimalNumber(Int64.min).description == "-9223372036854775808")
  #expect(DecimalNumber(Int64.min).integer == .min)
  let largest = try #require(DecimalNumber("99999999999999999999999999999999999999"))
  #expect(largest.adding(DecimalNumber(1)) == nil)
  #expect(largest.multiplied(by: largest) == nil)
  #expect(largest.adding(largest.negated) == .zero)
  #expect(largest.integer == nil)
  #expect(largest.rounded(toScale: .min) == largest)
  #expect(try #require(DecimalNumber("1e37")).adding(try #require(DecimalNumber("0.01"))) == nil)
}

@Test(arguments: [
  ("2.5", 0, "2"), ("3.5", 0, "4"), ("-2.5", 0, "-2"), ("-3.5", 0, "-4"), ("2.51", 0, "3"), ("1.005", 2, "1"),
  ("1.015", 2, "1.02"), ("0.999", 2, "1"), ("-0.4", 0, "0"), ("12", 5, "12"), ("7.77", -3, "8"),
])
func aHalfIsRoundedToTheEvenNeighbour(text: String, scale: Int, rounded: String) throws {
  #expect(try #require(DecimalNumber(text)).rounded(toScale: scale).description == rounded)
}

@Test func decimalNumbersAreOrderedBySizeAtAnyScale() {
  let ordered = [
    "-99999999999999999999999999999999999999", "-2", "-1.5", "-1.49", "-0.00000000000000000000000000000000000001", "0",
    "0.00000000000000000000000000000000000001", "0.5", "0.50001", "1", "10", "99999999999999999999999999999999999999",
  ].compactMap { DecimalNumber($0) }
  #expect(ordered.count == 12)
  for (place, left) in ordered.enumerated() {
    for (otherPlace, right) in ordered.enumerated() {
      #expect((left < right) == (place < otherPlace))
    }
  }
}

@Test func decimalNumbersAreCheckedAgainstTheDigitsOfTheirColumn() throws {
  let number = try #require(DecimalNumber("123.4"))
  #expect(number.fits(precision: 5, scale: 2))
  #expect(!number.fits(precision: 4, scale: 2))
  #expect(!number.fits(precision: 9, scale: 0))
  #expect(number.fits(precision: nil, scale: nil))
  #expect(number.text(minimumScale: 2) == "123.40")
}

@Test(arguments: [
  ("0001-01-01", -719_162), ("1969-12-31", -1), ("1970-01-01", 0), ("2000-02-29", 11_016), ("2024-09-11", 19_977),
  ("9999-12-31", 2_932_896),
])
func datesCountTheDaysOfTheCalendar(text: String, days: Int) {
  #expect(CalendarDate(text)?.daysSinceEpoch == days)
  #expect(CalendarDate(daysSinceEpoch: days).description == text)
}

@Test(arguments: [
  "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01", "2024-1-1", "20240911",
  "2024-09-11 ", "", "2024-09-11T00:00:00",
])
func textThatIsNoDateIsRefused(text: String) {
  #expect(CalendarDate(text) == nil)
}

@Test func consecutiveDaysHaveConsecutiveDates() throws {
  var previous = CalendarDate(daysSinceEpoch: -719_163).components
  for day in stride(from: -719_162, through: 2_932_896, by: 1) {
    let date = CalendarDate(daysSinceEpoch: day).components
    let follows =
      (date.year == previous.year && date.month == previous.month && date.day == previous.day + 1)
      || (date.day == 1 && previous.day >= 28)
    if !follows
      || (day % 97 == 0 && CalendarDate(year: date.year, month: date.month, day: date.day)?.daysSinceEpoch != day)
    {
      Issue.record("day \(day) is \(date)")
      break
    }
    previous = date
  }
}

@Test(arguments: [
  ("07:41", "07:41:00"), ("07:41:19", "07:41:19"), ("23:59:59.999999", "23:59:59.999999"),
  ("00:00:00.5", "00:00:00.500"), ("12:00:00.1234567", "12:00:00.123456"),
])
func timesOfDayReadAndPrint(text: String, printed: String) {
  #expect(TimeOfDay(text)?.description == printed)
}

@Test(arguments: ["24:00", "12:60", "12:00:60", "7:41", "12", "12:00:", "12:00:00.", "", "12:00Z"])
func textThatIsNoTimeOfDayIsRefused(text: String) {
  #expect(TimeOfDay(text) == nil)
}

@Test func aTimeOutsideTheDayIsTakenRoundTheClock() {
  #expect(TimeOfDay(microseconds: -1).description == "23:59:59.999999")
  #expect(TimeOfDay(microseconds: 86_400_000_000) == .midnight)
  #expect((0..<86_400_000_000).contains(TimeOfDay(microseconds: .min).microseconds))
}

@Test(arguments: [
  ("2024-09-11T07:41:19Z", "2024-09-11T07:41:19Z"), ("2024-09-11T07:41:19+02:00", "2024-09-11T05:41:19Z"),
  ("2024-09-11T07:41:19.000+0000", "2024-09-11T07:41:19Z"), ("2024-09-11 07:41:19", "2024-09-11T07:41:19Z"),
  ("2024-09-11t07:41z", "2024-09-11T07:41:00Z"), ("2024-01-01T00:30:00+01", "2023-12-31T23:30:00Z"),
  ("2024-09-11T07:41:19.25-03:30", "2024-09-11T11:11:19.250Z"),
  ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
  ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
])
func momentsReadAndPrintInUniversalTime(text: String, printed: String) {
  #expect(Timestamp(text)?.description == printed)
}

@Test(arguments: [
  "2024-09-11", "2024-09-11T", "2024-09-11T07:41:19+2", "2024-09-11T07:41:19 Z", "2024-09-11T07:41:19+24:00", "",
  "2024-02-30T00:00:00Z", "11-09-2024T00:00:00Z", "2024-09-11T07:41:19ZZ",
])
func textThatIsNoMomentIsRefused(text: String) {
  #expect(Timestamp(text) == nil)
}

@Test func extremeMomentsAndDaysPrintWithoutATrap() {
  #expect(Timestamp(microseconds: .min).date < Timestamp(microseconds: .max).date)
  #expect(Timestamp(microseconds: .min).description.isEmpty == false)
  #expect(CalendarDate(daysSinceEpoch: .min).description.isEmpty == false)
  #expect(CalendarDate(daysSinceEpoch: .max).description.isEmpty == false)
  #expect(Timestamp(date: CalendarDate(daysSinceEpoch: .max)) == nil)
  #expect(Timestamp(date: CalendarDate(daysSinceEpoch: .min)) == nil)
  #expect(CalendarDate(year: .max, month: .min, day: .max) == nil)
}

@Test(arguments: [
  "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}", "3F2504E04F8911D39A0C0305E82C3301",
])
func identifiersReadInAnyCommonForm(text: String) {
  #expect(GUID(text)?.description == "3f2504e0-4f89-11d3-9a0c-0305e82c3301")
}

@Test(arguments: [
  "", "{", "{}", "3f2504e0-4f89-11d3-9a0c-0305e82c330", "3f2504e0-4f8911d3-9a0c-0305e82c3301aa",
  "{3f2504e0-4f89-11d3-9a0c-0305e82c3301", "3f2504e0-4f89-11d3-9a0c-0305e82c330g",
  "3f2504e04f89-11d3-9a0c-0305e82c3301-",
])
func textThatIsNoIdentifierIsRefused(text: String) {
  #expect(GUID(text) == nil)
}

@Test(arguments: [
  ("dd.MM.yyyy", "11.09.2024"), ("d-M-yyyy", "11-9-2024"), ("yyyyMMdd", "20240911"),
  ("yyyy-MM-dd'T'HH:mm:ss", "2024-09-11T07:41:19"), ("yyyy-MM-ddTHH:mm:ss.SSSZ", "2024-09-11T07:41:19.250Z"),
  ("H:mm dd/MM/yyyy", "7:41 11/09/2024"), ("%Y-%m-%dT%H:%M:%SZ", "2024-09-11T07:41:19Z"), ("%d%%%m%%%Y", "11%09%2024"),
  ("yyyy'年'MM'月'dd'日'", "2024年09月11日"), ("dd''MM''yyyy", "11'09'2024"),
])
func patternsPrintAndReadTheSameText(pattern: String, text: String) throws {
  let pattern = try #require(DatePattern(pattern))
  let moment = try #require(Timestamp("2024-09-11T07:41:19.25Z"))
  #expect(pattern.text(date: moment.date, time: moment.time) == text)
  let read = try #require(pattern.parse(text))
  #expect(read.date == moment.date)
  #expect(pattern.text(date: read.date, time: read.time) == text)
}

@Test(arguments: ["", "yy", "yyyy-yyyy", "yyyy-MM-dd'", "hello", "%", "%Q", "MMM", "...", "dMyyyy", "yyyy-MM-d'1'"])
func patternsThatNobodyCouldReadBackAreRefused(pattern: String) {
  #expect(DatePattern(pattern) == nil)
}

@Test func textFormsRoundTripForEveryKindOfValue() {
  var generator = Generator(seed: 1)
  for _ in 0..<2000 {
    let decimal = generator.decimal()
    #expect(DecimalNumber(decimal.description) == decimal)
    let date = generator.date()
    #expect(CalendarDate(date.description) == date)
    let time = generator.time()
    #expect(TimeOfDay(time.description) == time)
    let moment = generator.datetime()
    #expect(Timestamp(moment.description) == moment)
    let guid = generator.guid()
    #expect(GUID(guid.description) == guid)
    let float = generator.float()
    #expect(ValueType.float.parse(Value.float(float).displayText) == .float(float))
  }
}
