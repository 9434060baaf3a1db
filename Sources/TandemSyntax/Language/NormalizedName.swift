/// The identity of a system's or an entity's name: lower case, letters and digits only, so that `Custom CRM`,
/// `Customcrm` and `CustomCRM` are one system, and `Salesorders` and `SalesOrders` one entity.
public struct NormalizedName: Hashable, Sendable, CustomStringConvertible {
  /// The normalised text.
  public let text: String

  /// Normalises a name.
  public init(_ name: some StringProtocol) {
    var scalars: [UInt8] = []
    scalars.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      guard byte < 0x80 else {
        // Only names beyond ASCII pay for Unicode's tables.
        self.text = name.lowercased().unicodeScalars.reduce(into: "") { result, scalar in
          if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            result.unicodeScalars.append(scalar)
          }
        }
        return
      }
      if let plain = NormalizedName.normalized(byte) { scalars.append(plain) }
    }
    self.text = String(decoding: scalars, as: UTF8.self)
  }

  /// Normalises a name that stands in a text.
  public init(_ bytes: ArraySlice<UInt8>) { self.init(String(decoding: bytes, as: UTF8.self)) }

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
