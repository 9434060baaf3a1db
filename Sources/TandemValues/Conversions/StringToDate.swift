/// Text as dates; a text of blanks is no value.
public struct StringToDate: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToDate"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a date is written")])

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

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if let defect = form.defect, !value.isMissing { throw Self.failure(defect) }
    return try Self.read(value, as: "date \(form.example)", form.date)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .date(let date) = value else { throw Self.failure("is no date") }
    if let defect = form.defect { throw Self.failure(defect) }
    return .string(form.text(of: date))
  }
}
