/// Text as moments; without an offset in the text it is UTC; a text of blanks is no value.
public struct StringToDatetime: NamedConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToDatetime"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([
    Loss(.form, "the way a moment is written"), Loss(.zone, "the offset from UTC"),
  ])

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("format", .text, "the way it is written, as in \"dd.MM.yyyy\"; without one that of ISO 8601")
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types("or with `format: FORMAT`"),
    forward: "Reads a moment in the format; without one as 2024-09-11T07:41:19Z or with an offset.",
    backward: "Writes it in UTC.", example: StringToDatetime(), .string("2024-09-11T09:41:19+02:00"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyText, .datetime)
  }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    let format = arguments.text("format")
    return format.map { DatePattern($0) != nil } ?? true ? StringToDatetime(format: format) : nil
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard to == .datetime else { return nil }
    return TextForm.read(Self(), 16...27, from: from)
  }

  private let form: DateFormat

  /// Makes the conversion for a ``DatePattern`` such as `dd.MM.yyyy`, or for ISO 8601 (`2024-09-11T07:41:19Z`).
  /// With a format that is no pattern every value is an error.
  public init(format: String? = nil) {
    form = DateFormat(format)
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] { form.arguments }

  /// What the arguments make of ``laws``.
  public var effectiveLaws: ConversionLaws { form.laws(DateFormat.timeFields, otherwise: Self.laws) }

  /// The values that forward takes.
  public var domain: String? { "texts that are moments \(form.example)" }

  /// The offset, where the text has one; else what the form does not show.
  public func loss(of value: Value, comingBackAs back: Value?) -> Loss? {
    let losses = effectiveLaws.losses
    guard case .string(let text) = value, DateFormat.hasOffset(text) else { return losses.first }
    return losses.first { $0.kind == .zone } ?? losses.first
  }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> Timestamp? {
    if let defect = form.defect { throw Self.failure(defect) }
    return try Self.parsed(text, as: "moment in time \(form.example)", form.moment)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ datetime: Timestamp) throws(ConversionError) -> String? {
    if let defect = form.defect { throw Self.failure(defect) }
    return form.text(of: datetime)
  }
}
