/// Identifiers of checks: short, stable, derived from the meaning alone.
enum ChecklistIdentifier {
  /// The identifier for the parts of a meaning: a letter for the kind of check and seven digits of base 32.
  static func make(_ kind: Character, _ parts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in parts.joined(separator: "\u{1F}").utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x0000_0100_0000_01B3
    }
    let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var text = String(kind)
    for _ in 0..<7 {
      text.append(digits[Int(hash & 31)])
      hash >>= 5
    }
    return text
  }
}
