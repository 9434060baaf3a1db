extension DecimalNumber {
  /// The number with the other sign.
  public var negated: DecimalNumber {
    // The coefficient stays below 10^38, so that its negative always fits.
    DecimalNumber(coefficient: -coefficient, scale: scale) ?? self
  }

  /// The exact sum, or `nil` when it needs more than 38 digits.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let common = max(scale, other.scale)
    guard let left = aligned(to: common), let right = other.aligned(to: common) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalNumber(coefficient: sum, scale: common)
  }

  /// The exact difference, or `nil` when it needs more than 38 digits.
  public func subtracting(_ other: DecimalNumber) -> DecimalNumber? {
    adding(other.negated)
  }

  /// The exact product, or `nil` when it needs more than 38 digits.
  public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    return overflow ? nil : DecimalNumber(coefficient: product, scale: scale + other.scale)
  }

  /// The coefficient that the number has at a larger scale, or `nil` when that overflows.
  private func aligned(to common: Int) -> Int128? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: Int128(Self.power(of: common - scale)))
    return overflow ? nil : product
  }
}
