/// Text as moments; without an offset in the text it is UTC; a text of blanks is no value.
public struct StringToDatetime: Conversion {
  public static let name = "stringToDatetime"
  public static let laws = ConversionLaws.normalising(what: "the way a moment is written")

  private let form: DateFormat

  /// Makes the conversion for a ``DatePattern`` such as `dd.MM.yyyy`, or for ISO 8601 (`2024-09-11T07:41:19Z`).
  /// With a format that is no pattern every value is an error.
  public init(format: String? = nil) {
    form = DateFormat(format)
  }

  public var arguments: [ConversionArgument] { form.arguments }

  public var effectiveLaws: ConversionLaws { form.laws(DateFormat.timeFields, otherwise: Self.laws) }

  public var domain: String? { "texts that are moments \(form.example)" }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if let defect = form.defect, !value.isMissing { throw Self.failure(defect) }
    return try Self.read(value, as: "moment in time \(form.example)", form.moment)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .datetime(let datetime) = value else { throw Self.failure("is no moment in time") }
    if let defect = form.defect { throw Self.failure(defect) }
    return .string(form.text(of: datetime))
  }
}
