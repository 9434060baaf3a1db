/// Decimal numbers with a limited number of digits after the point, and in all.
///
/// Further digits after the point are rounded away, a half to the even neighbour; too many before it are an error. Both
/// directions do so: whichever side holds fewer digits, no number reaches it that does not fit.
public struct DecimalScale: Conversion {
  public static let name = "decimalScale"
  public static let laws = ConversionLaws.lossy(what: "digits after the point")

  private let scale: Int
  private let precision: Int?

  /// Makes the conversion for `scale` digits after the point and `precision` in all, where that is limited.
  public init(scale: Int, precision: Int? = nil) {
    self.scale = scale
    self.precision = precision
  }

  public var arguments: [ConversionArgument] {
    [
      ConversionArgument(label: "scale", value: .integer(scale)),
      ConversionArgument(label: "precision", value: precision.map(ConversionArgument.Literal.integer) ?? .none),
    ]
  }

  public var domain: String? {
    precision.map { "numbers with at most \(max($0 - scale, 0)) digits before the point" }
  }

  public var isNormaliser: Bool { true }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .decimal(let number) = value else { throw Self.failure("is no decimal number") }
    let rounded = number.rounded(toScale: scale)
    if let reason = rounded.misfit(precision: precision, scale: scale) { throw Self.failure(reason) }
    return .decimal(rounded)
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try forward(value)
  }
}
