/// Text as dates; a text of blanks is no value.
public struct StringToDate: NamedConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToDate"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a date is written")])

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("format", .text, "the way it is written, as in \"dd.MM.yyyy\"; without one that of ISO 8601")
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types("or with `format: FORMAT`"), forward: "Reads a date in the format; without one as 2024-09-11.",
    backward: "Writes it.", example: StringToDate(format: "d.M.yyyy"), .string("11.09.2024"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(ConversionTypes.anyText, .date) }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    let format = arguments.text("format")
    return format.map { DatePattern($0) != nil } ?? true ? StringToDate(format: format) : nil
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard to == .date else { return nil }
    return TextForm.read(Self(), 10...10, from: from)
  }

  private let form: DateFormat

  /// Makes the conversion for a ``DatePattern`` such as `dd.MM.yyyy`, or for ISO 8601 (`2024-09-11`).
  /// With a format that is no pattern every value is an error.
  public init(format: String? = nil) {
    form = DateFormat(format)
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] { form.arguments }

  /// What the arguments make of ``laws``.
  public var effectiveLaws: ConversionLaws { form.laws([], otherwise: Self.laws) }

  /// The values that forward takes.
  public var domain: String? { "texts that are dates \(form.example)" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> CalendarDate? {
    if let defect = form.defect { throw Self.failure(defect) }
    return try Self.parsed(text, as: "date \(form.example)", form.date)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ date: CalendarDate) throws(ConversionError) -> String? {
    if let defect = form.defect { throw Self.failure(defect) }
    return form.text(of: date)
  }
}
