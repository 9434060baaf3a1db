/// Decimal numbers as text in plain digits with a point: `12.5`.
///
/// Backward takes other spellings too (`12.50` is `12.5`), and a text of blanks is no value.
public struct DecimalToString: NamedConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "decimalToString"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a number is written")])

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("decimalSeparator", .text, "the mark before the fraction, as in \",\"; without one a point"),
    ConversionParameter("groupSeparator", .text, "the mark between thousands, as in \".\"; without one there is none"),
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types("or by its name, with separators"),
    forward: "Writes a number in digits, with a point or the given separators.",
    backward: "Reads it, also with further zeros.", example: DecimalToString(),
    ValueType.decimal(precision: nil, scale: nil).parse("12.5") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyDecimal, ConversionTypes.anyText)
  }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    let form = NumberForm(arguments.text("decimalSeparator"), arguments.text("groupSeparator"))
    guard form.defect == nil else { return nil }
    return DecimalToString(decimalSeparator: form.decimalSeparator, groupSeparator: form.groupSeparator)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .decimal(let precision, let scale) = from else { return nil }
    // What comes back from a text must fit the digits of the source.
    let first = scale.map { [DecimalScale(scale: $0, precision: precision)] } ?? []
    return TextForm.written(Self(), 1...40, as: to, after: first)
  }

  private let form: NumberForm

  /// Makes the conversion; with unsound separators every value is an error.
  public init(decimalSeparator: String? = nil, groupSeparator: String? = nil) {
    form = NumberForm(decimalSeparator, groupSeparator)
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] { form.arguments }

  /// Converts a value of the source.
  public func converted(_ decimal: DecimalNumber) throws(ConversionError) -> String? {
    if let defect = form.defect { throw Self.failure(defect) }
    return form.text(of: decimal)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> DecimalNumber? {
    if let defect = form.defect { throw Self.failure(defect) }
    return try Self.parsed(text, as: "decimal number") { form.number($0) }
  }
}
