extension DecimalNumber: LosslessStringConvertible {
  /// Reads `-12.50`, `.5`, `+3` or `1.2e-7`: digits with at most one point and an exponent of ten, without blanks and
  /// without marks between thousands. `nil` for anything else, and for more than 38 significant digits.
  public init?(_ text: String) {
    guard let number = TextReader.read(text, DecimalNumber.init(utf8:)) else { return nil }
    self = number
  }

  /// Reads the same from its bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    if let number = Self.short(bytes) {
      self = number
      return
    }
    var reader = TextReader(bytes)
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

  /// Reads up to 18 digits with at most one point and nothing else, which most numbers are, in machine words.
  private static func short(_ bytes: UnsafeBufferPointer<UInt8>) -> DecimalNumber? {
    guard bytes.count <= 18 else { return nil }
    var position = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { position = 1 }
    var coefficient: Int64 = 0
    var scale = 0
    var digitCount = 0
    var isAfterPoint = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte >= 0x30, byte <= 0x39 {
        coefficient = coefficient * 10 + Int64(byte - 0x30)
        digitCount += 1
        if isAfterPoint { scale += 1 }
      } else if byte == UInt8(ascii: "."), !isAfterPoint, position < bytes.count {
        isAfterPoint = true
      } else {
        return nil
      }
    }
    guard digitCount > 0 else { return nil }
    return DecimalNumber(reducing: isNegative ? -coefficient : coefficient, scale: scale)
  }

  /// The number in plain digits, without an exponent and without zeros that say nothing: `-12.5`.
  public var description: String {
    text(minimumScale: 0)
  }

  /// The number in plain digits with at least `minimumScale` (at most 38) of them after the point: `-12.50`.
  public func text(minimumScale: Int) -> String {
    // Numbers of 64 bits are written faster than those of 128.
    var digits = Int64(exactly: coefficient).map { String($0.magnitude) } ?? String(coefficient.magnitude)
    let shown = max(scale, min(minimumScale, 38))
    digits += String(repeating: "0", count: shown - scale)
    let missing = shown + 1 - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    let sign = coefficient < 0 ? "-" : ""
    guard shown > 0 else { return sign + digits }
    return sign + digits.dropLast(shown) + "." + digits.suffix(shown)
  }
}
