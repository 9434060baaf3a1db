import TandemValues

extension JSONCursor {
  /// The bytes of the number that stands here, checked against the grammar of JSON.
  mutating func number() throws(JSONFault) -> UnsafeBufferPointer<UInt8> {
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = position
    try digits(start)
    if bytes[whole] == 0x30, position - whole > 1 { throw fault("a number begins with a zero", at: start) }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits(start)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      try digits(start)
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<position])
  }

  private mutating func digits(_ start: Int) throws(JSONFault) {
    let first = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    if position == first {
      throw fault(first == start ? "a value is none that JSON knows" : "a digit of a number is missing", at: start)
    }
  }

  /// The bytes of a number, or of a string that holds one, as systems write numbers that a browser would round.
  private mutating func numeric<Number>(
    _ reason: String, _ read: (UnsafeBufferPointer<UInt8>) -> Number?
  ) throws(JSONFault) -> Number {
    let start = position
    let result: Number?
    if peek() == UInt8(ascii: "\"") {
      result = try withString(read)
    } else {
      result = read(try number())
    }
    guard let result else { throw fault(reason, at: start) }
    return result
  }

  /// A whole number of 64 bits, exactly; `1.0` and `1e3` are such.
  mutating func integer() throws(JSONFault) -> Int64 {
    try numeric("the value is no whole number of 64 bits", Self.integer)
  }

  private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var position = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { position = 1 }
    // Eighteen digits fit whatever they are.
    guard position < bytes.count, bytes.count - position <= 18 else { return DecimalNumber(utf8: bytes)?.integer }
    var number: Int64 = 0
    while position < bytes.count {
      let digit = bytes[position] &- 0x30
      guard digit < 10 else { return DecimalNumber(utf8: bytes)?.integer }
      number = number * 10 + Int64(digit)
      position += 1
    }
    return isNegative ? -number : number
  }

  /// A decimal number of up to 38 digits, exactly.
  mutating func decimal() throws(JSONFault) -> DecimalNumber {
    try numeric("the value is no decimal number of 38 digits") { DecimalNumber(utf8: $0) }
  }

  /// The nearest floating-point number; never an infinite one.
  mutating func float() throws(JSONFault) -> Double {
    try numeric("the value is no floating-point number") { bytes in
      guard bytes.allSatisfy({ $0 &- 0x30 < 10 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }),
        let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite
      else { return nil }
      return number
    }
  }
}
