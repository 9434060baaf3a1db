import TandemValues

/// What the document leaves to be written by hand.
extension ShopToLedgerDataflow.Custom {
  /// Customer 17 is debtor `D000017`.
  static func debtorCode(_ number: Int64) throws(ConversionError) -> String? {
    guard (0...999_999).contains(number) else {
      throw ConversionError(conversion: "debtorCode", reason: "has more than six digits")
    }
    let digits = String(number)
    return "D" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  static func debtorCode(undoing code: String) throws(ConversionError) -> Int64? {
    guard code.utf8.count == 7, code.hasPrefix("D"), let number = Int64(code.dropFirst()), number >= 0,
      try debtorCode(number) == code
    else { throw ConversionError(conversion: "debtorCode", reason: "is not a D and six digits") }
    return number
  }

  /// The tier that a number of points earns.
  static func loyaltyTier(_ points: Int64) throws(ConversionError) -> String? {
    switch points {
    case ..<500: return "Bronze"
    case ..<2000: return "Silver"
    default: return "Gold"
    }
  }

  /// A tier that the books give comes with the points that it takes.
  static func loyaltyTier(undoing tier: String) throws(ConversionError) -> Int64? {
    switch tier {
    case "Bronze": return 0
    case "Silver": return 500
    case "Gold": return 2000
    default: throw ConversionError(conversion: "loyaltyTier", reason: "is no tier")
    }
  }
}
