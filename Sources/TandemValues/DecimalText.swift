extension DecimalNumber: LosslessStringConvertible {
  /// Reads `-12.50`, `.5`, `+3` or `1.2e-7`: digits with at most one point and an exponent of ten, without blanks and
  /// without marks between thousands. `nil` for anything else, and for more than 38 significant digits.
  public init?(_ text: String) {
    var reader = TextReader(text)
    let isNegative = reader.take("-", "+") == "-"
    var coefficient: UInt128 = 0
    // Zeros are held back until another digit follows, so that any number of them may end the text.
    var heldZeros = 0
    var exponent = 0
    var digitCount = 0
    var isAfterPoint = false
    while true {
      if let byte = reader.next, (0x30...0x39).contains(byte) {
        _ = reader.digits(1)
        digitCount += 1
        if isAfterPoint { exponent -= 1 }
        if byte == 0x30 {
          if coefficient != 0 { heldZeros += 1 }
          continue
        }
        for _ in 0..<(heldZeros + 1) {
          if coefficient >= Self.limit / 10 { return nil }
          coefficient *= 10
        }
        heldZeros = 0
        coefficient += UInt128(byte - 0x30)
      } else if !isAfterPoint, reader.take(".") != nil {
        isAfterPoint = true
        digitCount = 0
        guard let byte = reader.next, (0x30...0x39).contains(byte) else { return nil }
      } else {
        break
      }
    }
    guard digitCount > 0 else { return nil }
    if reader.take("e", "E") != nil {
      let isDivision = reader.take("-", "+") == "-"
      guard let power = reader.digits(1, 9) else { return nil }
      exponent += isDivision ? -power : power
    }
    guard reader.isAtEnd else { return nil }
    self.init(coefficient: isNegative ? -Int128(coefficient) : Int128(coefficient), scale: -(exponent + heldZeros))
  }

  /// The number in plain digits, without an exponent and without zeros that say nothing: `-12.5`.
  public var description: String {
    text(minimumScale: 0)
  }

  /// The number in plain digits with at least `minimumScale` (at most 38) of them after the point: `-12.50`.
  public func text(minimumScale: Int) -> String {
    var digits = String(coefficient.magnitude)
    let shown = max(scale, min(minimumScale, 38))
    digits += String(repeating: "0", count: shown - scale)
    let missing = shown + 1 - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    let sign = coefficient < 0 ? "-" : ""
    guard shown > 0 else { return sign + digits }
    return sign + digits.dropLast(shown) + "." + digits.suffix(shown)
  }
}
