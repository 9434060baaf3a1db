extension Value {
  /// Whether the value comes before the other, as conditions ask it: numbers of all kinds by size, texts in the order
  /// of their characters, dates and times by time. `nil` when the two cannot be compared, as when one is missing.
  public func isLess(than other: Value) -> Bool? {
    switch (self, other) {
    case (.string(let left), .string(let right)): return left < right
    case (.integer(let left), .integer(let right)): return left < right
    case (.float(let left), .float(let right)): return left < right
    case (.date(let left), .date(let right)): return left < right
    case (.time(let left), .time(let right)): return left < right
    case (.datetime(let left), .datetime(let right)): return left < right
    case (.guid(let left), .guid(let right)): return left.bits < right.bits
    default:
      // Numbers of different kinds are compared exactly, and as floating-point numbers only where 38 digits end.
      if let left = exactNumber, let right = other.exactNumber { return left < right }
      if let left = roughNumber, let right = other.roughNumber { return left < right }
      return nil
    }
  }

  private var exactNumber: DecimalNumber? {
    switch self {
    case .integer(let integer): return DecimalNumber(integer)
    case .decimal(let decimal): return decimal
    case .float(let float): return DecimalNumber(float)
    default: return nil
    }
  }

  private var roughNumber: Double? {
    switch self {
    case .integer(let integer): return Double(integer)
    case .decimal(let decimal): return decimal.float
    case .float(let float): return float
    default: return nil
    }
  }
}
