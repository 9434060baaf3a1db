/// Moments, in UTC, as text.
///
/// What the format does not show of the time is lost; backward takes it for zero.
public struct DatetimeToString: NamedConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "datetimeToString"

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
    forward: "Writes a moment, in UTC, in the format; without one as 2024-09-11T07:41:19Z.",
    backward: "Reads it; what the format does not show is zero.", example: DatetimeToString(format: "yyyy-MM-dd HH:mm"),
    ValueType.datetime.parse("2024-09-11T07:41:19Z") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(.datetime, ConversionTypes.anyText)
  }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    let format = arguments.text("format")
    return format.map { DatePattern($0) != nil } ?? true ? DatetimeToString(format: format) : nil
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard from == .datetime else { return nil }
    return TextForm.written(Self(), 20...27, as: to)
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

  /// The offset, where the text has one; else what the form does not show.
  public func loss(of value: Value, comingBackAs back: Value?) -> Loss? {
    let losses = effectiveLaws.losses
    guard case .string(let text) = value, DateFormat.hasOffset(text) else { return losses.first }
    return losses.first { $0.kind == .zone } ?? losses.first
  }

  /// Converts a value of the source.
  public func converted(_ datetime: Timestamp) throws(ConversionError) -> String? {
    if let defect = form.defect { throw Self.failure(defect) }
    return form.text(of: datetime)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> Timestamp? {
    if let defect = form.defect { throw Self.failure(defect) }
    return try Self.parsed(text, as: "moment in time \(form.example)", form.moment)
  }
}
