/// Text as floating-point numbers; a text of blanks is no value.
public struct StringToFloat: PlainConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringToFloat"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a number is written")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Reads a number.",
    backward: "Writes it in the fewest digits.", example: StringToFloat(), .string("0.10"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyText, .float)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard to == .float else { return nil }
    return TextForm.read(Self(), 1...41, from: from)
  }

  /// Makes the conversion.
  public init() {}

  /// The values that forward takes.
  public var domain: String? { "texts that are numbers" }

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    try Self.read(value, as: "number") { readFloat($0).map(Value.float) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .float(let float) = value else { throw Self.failure("is no floating-point number") }
    guard float.isFinite else { throw Self.failure("is not a finite number") }
    return .string(Value.float(float).displayText)
  }
}
