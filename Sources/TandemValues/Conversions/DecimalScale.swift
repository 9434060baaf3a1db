/// Decimal numbers with a limited number of digits after the point, and in all.
///
/// Further digits after the point are rounded away, a half to the even neighbour; too many before it are an error. Both
/// directions do so: whichever side holds fewer digits, no number reaches it that does not fit.
public struct DecimalScale: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "decimalScale"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.lossy([Loss(.precision, "digits after the point")])

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

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let number) = value else { throw Self.failure("is no decimal number") }
    let rounded = number.rounded(toScale: scale)
    if let reason = rounded.misfit(precision: precision, scale: scale) { throw Self.failure(reason) }
    return .decimal(rounded)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try forward(value)
  }
}
