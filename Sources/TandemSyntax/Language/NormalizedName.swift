/// The identity of a system's or an entity's name: lower case, letters and digits only, so that `Custom CRM`,
/// `Customcrm` and `CustomCRM` are one system, and `Salesorders` and `SalesOrders` one entity.
public struct NormalizedName: Hashable, Sendable, CustomStringConvertible {
  /// The normalised text.
  public let text: String

  /// Normalises a name.
  public init(_ name: String) {
    // Texts that are not stored as plain UTF-8 come from other languages' runtimes.
    let plain = name.utf8.withContiguousStorageIfAvailable(NormalizedName.normalized) ?? nil
    self.text = plain ?? NormalizedName.normalized(beyondASCII: name)
  }

  /// Normalises a name that is a part of a text.
  public init(_ name: some StringProtocol) { self.init(String(name)) }

  /// Normalises a name that stands in a text.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.text =
      bytes.withUnsafeBufferPointer(NormalizedName.normalized)
      ?? NormalizedName.normalized(beyondASCII: String(decoding: bytes, as: UTF8.self))
  }

  /// The normalised text of a name in ASCII; `nil` for others.
  private static func normalized(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var isASCII = true
    let text = String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var count = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte >= 0x80 {
          isASCII = false
          return 0
        }
        guard let plain = normalized(byte) else { continue }
        buffer.initializeElement(at: count, to: plain)
        count += 1
      }
      return count
    }
    return isASCII ? text : nil
  }

  /// Only names beyond ASCII pay for Unicode's tables.
  private static func normalized(beyondASCII name: String) -> String {
    name.lowercased().unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// True when nothing of the name is left.
  public var isEmpty: Bool { text.isEmpty }

  /// The normalised text.
  public var description: String { text }

  /// The byte in lower case when it is an ASCII letter or digit.
  static func normalized(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
    default: return nil
    }
  }
}
