/// A globally unique identifier of 128 bits, compared by its bits and printed in lower case.
public struct GUID: Hashable, Sendable {
  // Two halves, because an integer of 128 bits would have every list and object that holds a value aligned to 16 bytes,
  // which costs each of them more to allocate than everything else that is done with it.
  private let high: UInt64
  private let low: UInt64

  /// The identifier with the given bits.
  public init(bits: UInt128) {
    high = UInt64(truncatingIfNeeded: bits >> 64)
    low = UInt64(truncatingIfNeeded: bits)
  }

  /// The identifier's bits, most significant first in text.
  public var bits: UInt128 { UInt128(high) << 64 | UInt128(low) }
}

extension GUID: LosslessStringConvertible {
  /// Reads `3f2504e0-4f89-11d3-9a0c-0305e82c3301` in any case, with or without all of its hyphens, with or without a
  /// pair of braces around it. `nil` for anything else.
  public init?(_ text: String) {
    guard let guid = TextReader.read(text, GUID.init(utf8:)) else { return nil }
    self = guid
  }

  /// Reads the same from its bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var digits = bytes[...]
    if digits.first == UInt8(ascii: "{") {
      guard digits.last == UInt8(ascii: "}") else { return nil }
      digits = digits.dropFirst().dropLast()
    }
    guard digits.count == 32 || digits.count == 36 else { return nil }
    let hyphenated = digits.count == 36
    var bits: UInt128 = 0
    for (place, byte) in digits.enumerated() {
      if hyphenated && Self.hyphens.contains(place) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = Self.digit(byte) else { return nil }
      bits = bits << 4 | UInt128(digit)
    }
    self.init(bits: bits)
  }

  /// The identifier in lower case with hyphens and without braces.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(36)
    let bits = bits
    for place in 0..<32 {
      if [8, 12, 16, 20].contains(place) { text.append(UInt8(ascii: "-")) }
      let digit = UInt8(truncatingIfNeeded: bits >> UInt128(124 - 4 * place)) & 15
      text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The places of the hyphens in the long form.
  private static let hyphens = [8, 13, 18, 23]

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: return byte - 0x30
    case 0x41...0x46: return byte - 0x37
    case 0x61...0x66: return byte - 0x57
    default: return nil
    }
  }
}
