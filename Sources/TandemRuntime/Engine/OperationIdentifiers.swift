import Synchronization

/// Gives out identities of writes: random ones, or, from a seed, the same sequence every time.
public final class OperationIdentifiers: Sendable {
  private let state: Mutex<UInt64?>

  /// Random identities.
  public init() { state = Mutex(nil) }

  /// The sequence of a seed, for tests that repeat a history. A seed must not be used for two runs on the same systems: an
  /// identity that is used again is answered with the first result.
  public init(seed: UInt64) { state = Mutex(seed) }

  /// A new identity.
  public func next() -> OperationIdentifier {
    let bits = state.withLock { seed -> UInt128 in
      guard var place = seed else { return UInt128.random(in: .min ... .max) }
      let high = Self.mix(&place)
      let low = Self.mix(&place)
      seed = place
      return UInt128(high) << 64 | UInt128(low)
    }
    // Version 4, variant 1, as readers of GUIDs expect of random ones.
    let version = bits & ~(0xF << 76) | (0x4 << 76)
    return OperationIdentifier(ValueCoding.guidText(version & ~(0x3 << 62) | (0x2 << 62)))
  }

  /// One step of SplitMix64.
  private static func mix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
