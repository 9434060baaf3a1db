/// A globally unique identifier of 128 bits, compared by its bits and printed in lower case.
public struct GUID: Hashable, Sendable {
  /// The identifier's bits, most significant first in text.
  public let bits: UInt128

  /// The identifier with the given bits.
  public init(bits: UInt128) {
    self.bits = bits
  }
}
