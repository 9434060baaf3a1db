import TandemValues

/// What the reference says of each conversion in words, and the value of its example.
enum ConversionSamples {
  private static let types = "from the types"
  private static let decimal = ValueType.decimal(precision: nil, scale: nil)

  private static func named(_ name: String) -> String { "`conversion: \(name)`" }

  static let all: [ConversionEntry] = (texts + lists + numbers + others + dates).compactMap(\.self)

  private static let texts: [ConversionEntry?] = [
    ConversionEntry(
      Identity(), types, there: "Leaves every value as it is.", back: "The same.", .string("Ada")),
    ConversionEntry(
      TrimmedString(), types, there: "Takes the blanks before and behind a text away; a text of blanks is no value.",
      back: "The same.", .string(" Ada ")),
    ConversionEntry(
      UpperCase(), named(UpperCase.name), there: "Writes a text in capital letters.", back: "The same.",
      .string("nl")),
    ConversionEntry(
      LowerCase(), named(LowerCase.name), there: "Writes a text in small letters.", back: "The same.",
      .string("Info@Example.COM")),
    ConversionEntry(
      RemoveBlanks(), named(RemoveBlanks.name), there: "Takes all blanks out of a text.", back: "The same.",
      .string("NL 0012 B01")),
    ConversionEntry(
      LocalNumber(), named(LocalNumber.name),
      there: "Drops the prefix of a telephone number, up to its first blank; other texts stay.",
      back: "Leaves the number as it is.", .string("+31 20 1234567")),
    ConversionEntry(
      PhoneNumber(), named(PhoneNumber.name),
      there: "Writes a telephone number as a plus sign and digits.", back: "The same.", .string("+31 (0)20-123 45 67")),
    ConversionEntry(
      StringLength(maximum: 5), types + ", where one text is shorter",
      there: "Lets a text through that is short enough; nothing is cut.", back: "The same.", .string("Ada")),
    ConversionEntry(
      EnumerationCheck(values: ["new", "active"]), types + ", with an enumeration",
      there: "Lets a text through that is one of the values, or any where the list is open.", back: "The same.",
      .string("new")),
    ConversionEntry(
      ValueMap(pairs: [ConversionArgument.Pair("Shipped", "Posted")]), "`values: MAP`",
      there: "Takes the first pair whose left side is the text.", back: "Takes the first pair whose right side is.",
      .string("Shipped")),
    ConversionEntry(
      FixedDefault(text: "EUR"), "`default: VALUE`", there: "Puts a fixed value where there is none.",
      back: "Leaves every value as it is.", .null),
  ]

  private static let lists: [ConversionEntry?] = [
    ConversionEntry(
      FirstElement(), named(FirstElement.name), there: "Takes the first element of a list.",
      back: "Makes a list of the one value.", .list([.string("red"), .string("blue")])),
    ConversionEntry(
      ElementJoin(separator: "; "), "`join: SEPARATOR`, from a list",
      there: "Writes the texts of a list as one, with the separator between them.",
      back: "Takes the text apart at the separator.", .list([.string("red"), .string("blue")])),
  ]

  private static let numbers: [ConversionEntry?] = [
    ConversionEntry(
      IntegerToString(), types, there: "Writes a whole number in digits.",
      back: "Reads it, also with zeros before it.", .integer(42)),
    ConversionEntry(
      StringToInteger(), types, there: "Reads a whole number.", back: "Writes it in digits.", .string("007")),
    ConversionEntry(
      DecimalToString(), types, there: "Writes a number in digits with a point.",
      back: "Reads it, also with further zeros.", decimal.parse("12.5")),
    ConversionEntry(
      StringToDecimal(), types, there: "Reads a number with a point, without marks between thousands.",
      back: "Writes it in digits.", .string("12.50")),
    ConversionEntry(
      FloatToString(), types, there: "Writes a number in the fewest digits that read back as it.",
      back: "Reads it.", .float(0.1)),
    ConversionEntry(
      StringToFloat(), types, there: "Reads a number.", back: "Writes it in the fewest digits.", .string("0.10")),
    ConversionEntry(
      IntegerToDecimal(), types, there: "Takes a whole number as a decimal.",
      back: "Takes a decimal without a fraction as a whole number.", .integer(12)),
    ConversionEntry(
      DecimalToInteger(), types, there: "Takes a number as a whole one; nothing is rounded.",
      back: "Takes it as a decimal.", decimal.parse("12")),
    ConversionEntry(
      IntegerToFloat(), types, there: "Takes a whole number as a measurement.",
      back: "Takes a measurement without a fraction as a whole number.", .integer(12)),
    ConversionEntry(
      FloatToInteger(), types, there: "Takes a measurement as a whole number; nothing is rounded.",
      back: "Takes it as a measurement.", .float(12)),
    ConversionEntry(
      DecimalToFloat(), types, there: "Takes the nearest measurement.", back: "Writes it in the fewest digits.",
      decimal.parse("12.345678901234567891")),
    ConversionEntry(
      FloatToDecimal(), types, there: "Takes the fewest digits that read back as the number.",
      back: "Takes the nearest measurement.", .float(0.1)),
    ConversionEntry(
      DecimalScale(scale: 2), types + ", where one decimal has fewer digits",
      there: "Rounds to the digits behind the point, a half to the even neighbour.", back: "The same.",
      decimal.parse("12.345")),
  ]

  private static let others: [ConversionEntry?] = [
    ConversionEntry(
      BooleanToString(), types, there: "Writes `true` or `false`.", back: "Reads it, in any case of letters.",
      .boolean(true)),
    ConversionEntry(
      StringToBoolean(), types, there: "Reads `true` or `false`, in any case of letters.",
      back: "Writes it in small letters.", .string("True")),
    ConversionEntry(
      IntegerToBoolean(), types, there: "Takes 0 as false and 1 as true.", back: "The other way round.", .integer(1)),
    ConversionEntry(
      BooleanToInteger(), types, there: "Takes false as 0 and true as 1.", back: "The other way round.",
      .boolean(true)),
    ConversionEntry(
      GUIDToString(), types, there: "Writes an identifier in small letters with hyphens.",
      back: "Reads it in any common form.", ValueType.guid.parse("1b4e28ba-2fa1-11d2-883f-0016d3cca427")),
    ConversionEntry(
      StringToGUID(), types, there: "Reads an identifier in any common form.",
      back: "Writes it in small letters with hyphens.", .string("{1B4E28BA-2FA1-11D2-883F-0016D3CCA427}")),
  ]

  private static let dates: [ConversionEntry?] = [
    ConversionEntry(
      DateToString(format: "dd.MM.yyyy"), types + ", or `format: FORMAT`",
      there: "Writes a date in the format; without one as 2024-09-11.", back: "Reads it.",
      ValueType.date.parse("2024-09-11")),
    ConversionEntry(
      StringToDate(format: "d.M.yyyy"), types + ", or `format: FORMAT`",
      there: "Reads a date in the format; without one as 2024-09-11.", back: "Writes it.", .string("11.09.2024")),
    ConversionEntry(
      DatetimeToString(format: "yyyy-MM-dd HH:mm"), types + ", or `format: FORMAT`",
      there: "Writes a moment, in UTC, in the format; without one as 2024-09-11T07:41:19Z.",
      back: "Reads it; what the format does not show is zero.", ValueType.datetime.parse("2024-09-11T07:41:19Z")),
    ConversionEntry(
      StringToDatetime(), types + ", or `format: FORMAT`",
      there: "Reads a moment in the format; without one as 2024-09-11T07:41:19Z or with an offset.",
      back: "Writes it in UTC.", .string("2024-09-11T09:41:19+02:00")),
    ConversionEntry(
      TimeToString(), types, there: "Writes a time of the day.", back: "Reads it, also without seconds.",
      ValueType.time.parse("07:41:19")),
    ConversionEntry(
      StringToTime(), types, there: "Reads a time of the day, also without seconds.", back: "Writes it with seconds.",
      .string("07:41")),
    ConversionEntry(
      DateToDatetime(), types, there: "Takes the midnight, in UTC, with which the day begins.",
      back: "Takes the day of a midnight; any other moment is refused.", ValueType.date.parse("2024-09-11")),
    ConversionEntry(
      DatetimeToDate(), types, there: "Takes the day of a moment in UTC.", back: "Takes the midnight of the day.",
      ValueType.datetime.parse("2024-09-11T07:41:19Z")),
  ]
}
