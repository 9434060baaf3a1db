/// An exact decimal number: `coefficient * 10^-scale`, kept in lowest terms so that equal numbers have equal parts.
///
/// Holds up to 38 significant digits, which covers the decimals of SQL databases and business interfaces. Nothing here
/// traps: what could leave that range answers with `nil`.
public struct DecimalNumber: Hashable, Sendable {
  // Two halves for the reason that ``GUID`` has two.
  private let high: Int64
  private let low: UInt64
  private let places: Int8

  private init(valid coefficient: Int128, scale: Int) {
    high = Int64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
    places = Int8(truncatingIfNeeded: scale)
  }

  /// The digits with their sign; at most 38 of them.
  public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }
  /// How many of the digits stand after the point, `0...38`.
  public var scale: Int { Int(places) }

  /// Zero.
  public static let zero = DecimalNumber(0 as Int64)

  /// The number `coefficient * 10^-scale`, brought to lowest terms; `nil` when it needs more than 38 digits before the
  /// point, after it, or in all. A negative scale stands for zeros before the point.
  public init?(coefficient: Int128, scale: Int = 0) {
    var coefficient = coefficient
    var scale = scale
    if coefficient == 0 { scale = 0 }
    // Beyond twice the range no amount of reducing helps, and counting there would take for ever.
    guard (-76...76).contains(scale) else { return nil }
    while scale > 0 && coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    while scale < 0 {
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      coefficient = product
      scale += 1
    }
    guard scale <= 38, coefficient.magnitude < Self.limit else { return nil }
    self.init(valid: coefficient, scale: scale)
  }

  /// A number that is known to be in lowest terms and in range.
  init(reducedCoefficient coefficient: Int128, scale: Int) {
    self.init(valid: coefficient, scale: scale)
  }

  /// A whole number.
  public init(_ integer: Int64) {
    self.init(valid: Int128(integer), scale: 0)
  }

  /// The shortest decimal number that reads back as the same floating-point number; `nil` where that is not finite, or
  /// outside what 38 digits hold.
  public init?(_ float: Double) {
    guard float.isFinite else { return nil }
    self.init(float.description)
  }

  /// The number as a whole number, or `nil` when it has a fraction or is too large.
  public var integer: Int64? {
    scale == 0 ? Int64(exactly: coefficient) : nil
  }

  /// The nearest floating-point number.
  public var float: Double {
    Double(description) ?? 0
  }

  /// How many digits stand before the point, none for a number between -1 and 1.
  public var integerDigits: Int {
    let magnitude = coefficient.magnitude
    // Counted from the end by comparisons: divisions of 128 bits are slow.
    var digits = 0
    while digits < 39, magnitude >= Self.powers[digits] { digits += 1 }
    return max(digits - scale, 0)
  }

  /// True when the number needs at most `precision` digits in all and `scale` after the point, as a database column of
  /// that type counts them; `nil` sets no limit.
  public func fits(precision: Int?, scale limit: Int?) -> Bool {
    if let limit, scale > limit { return false }
    guard let precision else { return true }
    let digits = precision - max(scale, limit ?? 0)
    return digits >= 0 && coefficient.magnitude < Self.power(of: digits + scale)
  }

  /// The number with at most `scale` digits after the point; a half goes to the even neighbour. A negative scale counts
  /// as none.
  public func rounded(toScale scale: Int) -> DecimalNumber {
    let scale = max(scale, 0)
    guard self.scale > scale else { return self }
    if let short = roundedShort(toScale: scale) { return short }
    let divisor = Int128(Self.power(of: self.scale - scale))
    let (whole, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
    var quotient = whole
    let half = divisor / 2
    let distance = Int128(remainder.magnitude)
    if distance > half || (distance == half && quotient % 2 != 0) {
      quotient += coefficient < 0 ? -1 : 1
    }
    return DecimalNumber(coefficient: quotient, scale: scale) ?? self
  }

  /// The same in machine words, for the numbers of up to 18 digits that most are.
  private func roundedShort(toScale scale: Int) -> DecimalNumber? {
    guard let coefficient = Int64(exactly: coefficient), self.scale - scale <= 18 else { return nil }
    let divisor = Int64(truncatingIfNeeded: Self.power(of: self.scale - scale))
    var (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
    let half = divisor / 2
    if remainder.magnitude > half.magnitude || (remainder.magnitude == half.magnitude && quotient % 2 != 0) {
      quotient += coefficient < 0 ? -1 : 1
    }
    return DecimalNumber(reducing: quotient, scale: scale)
  }

  /// The number in lowest terms, from machine words.
  init(reducing coefficient: Int64, scale: Int) {
    var coefficient = coefficient
    var scale = coefficient == 0 ? 0 : scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    self.init(reducedCoefficient: Int128(coefficient), scale: scale)
  }

  /// 10^38, the first number with too many digits.
  static let limit = power(of: 38)

  /// 10 to the powers of `0...38`.
  private static let powers: [UInt128] = {
    var result: [UInt128] = [1]
    for _ in 0..<38 { result.append((result.last ?? 1) * 10) }
    return result
  }()

  /// 10 to the power of `0...38`.
  static func power(of exponent: Int) -> UInt128 {
    powers[min(max(exponent, 0), 38)]
  }
}

extension DecimalNumber: Comparable {
  /// Orders numbers by size.
  public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    if left.scale == right.scale { return left.coefficient < right.coefficient }
    // The parts before and after the point are compared apart: brought to one scale the whole might not fit.
    let leftPower = Int128(power(of: left.scale))
    let rightPower = Int128(power(of: right.scale))
    let leftParts = left.coefficient.quotientAndRemainder(dividingBy: leftPower)
    let rightParts = right.coefficient.quotientAndRemainder(dividingBy: rightPower)
    if leftParts.quotient != rightParts.quotient { return leftParts.quotient < rightParts.quotient }
    let common = max(left.scale, right.scale)
    return leftParts.remainder * Int128(power(of: common - left.scale))
      < rightParts.remainder * Int128(power(of: common - right.scale))
  }
}
