/// Decimal numbers with a limited number of digits after the point, and in all.
///
/// Further digits after the point are rounded away, a half to the even neighbour; too many before it are an error. Both
/// directions do so: whichever side holds fewer digits, no number reaches it that does not fit.
public struct DecimalScale: NamedConversion, SymmetricConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "decimalScale"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.lossy([Loss(.precision, "digits after the point")])

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("scale", .integer, isRequired: true, "the number of digits after the point, 0 to 38"),
    ConversionParameter("precision", .integer, "the number of digits in all, where that is limited"),
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types("where one decimal has fewer digits"),
    forward: "Rounds to the digits behind the point, a half to the even neighbour.",
    backward: "The same.", example: DecimalScale(scale: 2),
    ValueType.decimal(precision: nil, scale: nil).parse("12.345") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyDecimal, ConversionTypes.anyDecimal)
  }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    guard let scale = arguments.integer("scale"), (0...38).contains(scale) else { return nil }
    let precision = arguments.integer("precision")
    return precision.map { $0 >= scale } ?? true ? DecimalScale(scale: scale, precision: precision) : nil
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    // The fewer digits before and after the point hold in both directions.
    guard case .decimal(let sourcePrecision, let sourceScale) = from,
      case .decimal(let targetPrecision, let targetScale) = to
    else { return nil }
    if from == to { return Identity() }
    guard let scale = [sourceScale, targetScale].compactMap(\.self).min() else {
      // Without a scale a precision limits the digits in all, which the value's own check reports.
      return Identity()
    }
    let digits = [integerDigits(sourcePrecision, sourceScale), integerDigits(targetPrecision, targetScale)]
    return DecimalScale(scale: scale, precision: digits.compactMap(\.self).min().map { $0 + scale })
  }

  private static func integerDigits(_ precision: Int?, _ scale: Int?) -> Int? {
    guard let precision, let scale else { return nil }
    return max(precision - scale, 0)
  }

  /// A conversion between a decimal number and another one, with the digits of the decimal column minded on the side that
  /// has it.
  static func minding(_ conversion: any Conversion, from: ValueType, to: ValueType) -> any Conversion {
    if case .decimal(let precision, let scale?) = to {
      let isWhole = from == .integer && precision.map { $0 - scale >= 19 } ?? true
      if !isWhole { return Chain([conversion, DecimalScale(scale: scale, precision: precision)]) }
    }
    if case .decimal(let precision, let scale?) = from {
      let isWhole = to == .integer && precision.map { $0 - scale >= 19 } ?? true
      if !isWhole { return Chain([DecimalScale(scale: scale, precision: precision), conversion]) }
    }
    return conversion
  }

  private let scale: Int
  private let precision: Int?

  /// Makes the conversion for `scale` digits after the point and `precision` in all, where that is limited.
  public init(scale: Int, precision: Int? = nil) {
    self.scale = scale
    self.precision = precision
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] {
    [
      ConversionArgument(label: "scale", value: .integer(scale)),
      ConversionArgument(label: "precision", value: precision.map(ConversionArgument.Literal.integer) ?? .none),
    ]
  }

  /// The values that forward takes.
  public var domain: String? {
    precision.map { "numbers with at most \(max($0 - scale, 0)) digits before the point" }
  }

  /// Forward stays within one type, and a second time changes nothing.
  public var isNormaliser: Bool { true }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ number: DecimalNumber) throws(ConversionError) -> DecimalNumber? {
    let rounded = number.rounded(toScale: scale)
    if let reason = rounded.misfit(precision: precision, scale: scale) { throw Self.failure(reason) }
    return rounded
  }
}
