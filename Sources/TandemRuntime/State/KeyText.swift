import TandemValues

extension ValueCoding {
  /// A key as text, the same for the same key forever: `i:17`, `s:abc`, `g:` and a GUID, `v:` and hexadecimal digits for
  /// keys of any other type.
  public static func text(of key: RecordKey) -> String {
    switch key.value {
    case .integer(let number): return "i:\(number)"
    case .string(let text): return "s:\(text)"
    case .guid(let identifier): return "g:\(guidText(identifier.bits))"
    default: return "v:\(encode([key.value]).map(hexadecimal).joined())"
    }
  }

  /// The key with a text of ``text(of:)``; `nil` for any other text.
  public static func key(from text: String) -> RecordKey? {
    let content = text.utf8.dropFirst(2)
    guard text.utf8.count >= 2 else { return nil }
    switch text.utf8.prefix(2).map({ $0 }) {
    case [UInt8(ascii: "i"), UInt8(ascii: ":")]:
      return Int64(Substring(content)).map { RecordKey(.integer($0)) }
    case [UInt8(ascii: "s"), UInt8(ascii: ":")]:
      return RecordKey(.string(String(Substring(content))))
    case [UInt8(ascii: "g"), UInt8(ascii: ":")]:
      let digits = content.filter { $0 != UInt8(ascii: "-") }
      guard let bytes = bytes(fromHexadecimal: digits), bytes.count == 16 else { return nil }
      return RecordKey(.guid(GUID(bits: bytes.reduce(0) { $0 << 8 | UInt128($1) })))
    case [UInt8(ascii: "v"), UInt8(ascii: ":")]:
      guard let bytes = bytes(fromHexadecimal: Array(content)), let values = try? decode(bytes), values.count == 1
      else { return nil }
      return RecordKey(values[0])
    default: return nil
    }
  }

  /// A GUID in its usual form, in lower case.
  static func guidText(_ bits: UInt128) -> String {
    var text = ""
    for index in 0..<16 {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += hexadecimal(UInt8(truncatingIfNeeded: bits >> UInt128((15 - index) * 8)))
    }
    return text
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0\(digits)" : digits
  }

  private static func bytes(fromHexadecimal digits: [UInt8]) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var result: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digit(digits[index]), let low = digit(digits[index + 1]) else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }

  private static func digit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return character - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return character - UInt8(ascii: "A") + 10
    default: return nil
    }
  }
}

extension RecordKey: Comparable {
  /// Orders keys by the bytes of their stored text, so that every store lists them in one order.
  public static func < (left: RecordKey, right: RecordKey) -> Bool {
    ValueCoding.text(of: left).utf8.lexicographicallyPrecedes(ValueCoding.text(of: right).utf8)
  }
}
