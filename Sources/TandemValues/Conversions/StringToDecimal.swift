/// Text as decimal numbers, with a point and without marks between thousands; a text of blanks is no value.
public struct StringToDecimal: NamedConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToDecimal"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a number is written")])

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("decimalSeparator", .text, "the mark before the fraction, as in \",\"; without one a point"),
    ConversionParameter("groupSeparator", .text, "the mark between thousands, as in \".\"; without one there is none"),
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types("or by its name, with separators"), forward: "Reads a number, with a point or the given separators.",
    backward: "Writes it in digits.", example: StringToDecimal(decimalSeparator: ",", groupSeparator: "."),
    .string("1.234,50"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyText, ConversionTypes.anyDecimal)
  }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    let form = NumberForm(arguments.text("decimalSeparator"), arguments.text("groupSeparator"))
    guard form.defect == nil else { return nil }
    return StringToDecimal(decimalSeparator: form.decimalSeparator, groupSeparator: form.groupSeparator)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .decimal(let precision, let scale) = to else { return nil }
    let last = scale.map { [DecimalScale(scale: $0, precision: precision)] } ?? []
    return TextForm.read(Self(), 1...40, from: from, before: last)
  }

  private let form: NumberForm

  /// Makes the conversion; with unsound separators every value is an error.
  public init(decimalSeparator: String? = nil, groupSeparator: String? = nil) {
    form = NumberForm(decimalSeparator, groupSeparator)
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] { form.arguments }

  /// The values that forward takes.
  public var domain: String? { "texts that are decimal numbers" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> DecimalNumber? {
    if let defect = form.defect { throw Self.failure(defect) }
    return try Self.parsed(text, as: "decimal number") { form.number($0) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ decimal: DecimalNumber) throws(ConversionError) -> String? {
    if let defect = form.defect { throw Self.failure(defect) }
    return form.text(of: decimal)
  }
}
