/// An exact decimal number: `coefficient * 10^-scale`, kept in lowest terms so that equal numbers have equal parts.
///
/// Holds up to 38 significant digits, which covers the decimals of SQL databases and business interfaces.
public struct DecimalNumber: Hashable, Sendable {
  /// The digits with their sign.
  public let coefficient: Int128
  /// How many of the digits stand after the point, `0...38`.
  public let scale: Int

  /// The number `coefficient * 10^-scale`, brought to lowest terms.
  public init(coefficient: Int128, scale: Int = 0) {
    var coefficient = coefficient
    var scale = scale
    while scale < 0 {
      coefficient *= 10
      scale += 1
    }
    while scale > 0 && coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    self.coefficient = coefficient
    self.scale = scale
  }
}
