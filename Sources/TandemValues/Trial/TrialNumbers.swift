/// Numbers on which round trips are tried.
enum TrialNumbers {
  static func integers(towards other: ValueType?) -> [Value] {
    var numbers: [Int64] = [7, -1, 0, 1, 1_000_000, 1_000_000_000]
    switch other {
    case .decimal(let precision?, let scale)?: numbers += around(power(precision, less: scale))
    case .string(let maximum?)?: numbers += around(power(maximum))
    case .float?: numbers += [1 << 53, (1 << 53) + 1]
    default: break
    }
    return (numbers + [.max, .min]).map(Value.integer)
  }

  /// The largest number with fewer digits and the smallest one with so many, where 64 bits hold it.
  private static func around(_ power: Int128?) -> [Int64] {
    guard let power else { return [] }
    return [power - 1, power].compactMap { Int64(exactly: $0) }
  }

  static func decimals(_ precision: Int?, _ scale: Int?, towards other: ValueType?) -> [Value] {
    let scale = max(0, min(scale ?? 4, 18))
    let digits = max(1, min(precision ?? 18, 30))
    var numbers: [(Int128, Int)] = [(12, 0), (15, min(1, scale)), (1, scale), (125, min(2, scale))]
    switch other {
    case .decimal(let otherPrecision, let otherScale)?:
      // A digit more after the point, and before it, than the other side holds.
      if let otherScale, (0..<38).contains(otherScale) {
        numbers += [(1, otherScale + 1), (5, otherScale + 1), (15, otherScale + 1)]
      }
      if let otherPrecision, let power = power(otherPrecision, less: otherScale) {
        numbers += [(power - 1, 0), (power, 0)]
      }
    case .integer?: numbers += [(Int128(Int64.max), 0), (Int128(Int64.max) + 1, 0)]
    case .string(let maximum?)?: numbers += power(maximum).map { [($0 - 1, 0), ($0, 0)] } ?? []
    default: break
    }
    if let largest = power(digits) { numbers += [(largest - 1, scale), (1 - largest, scale)] }
    numbers.append((0, 0))
    return numbers.compactMap { DecimalNumber(coefficient: $0.0, scale: $0.1).map(Value.decimal) }
  }

  static func floats(towards other: ValueType?) -> [Value] {
    var numbers: [Double] = [1, 0.1, -2.5, 0]
    switch other {
    case .decimal(let precision, let scale)?:
      if let scale { numbers.append(0.15 / (power(scale).map { Double($0) } ?? 1)) }
      if let precision, let power = power(precision, less: scale) { numbers += [Double(power - 1), Double(power)] }
    case .integer?: numbers += [9_007_199_254_740_992, 1e19]
    default: break
    }
    return (numbers + [1e300, 1e-300]).map(Value.float)
  }

  /// Ten to a power that 38 digits hold, such as the number of digits before a point.
  private static func power(_ digits: Int, less fraction: Int? = nil) -> Int128? {
    let (exponent, isTooLarge) = digits.subtractingReportingOverflow(fraction ?? 0)
    guard !isTooLarge, (0...37).contains(exponent) else { return nil }
    return (0..<exponent).reduce(1) { result, _ in result * 10 }
  }
}
