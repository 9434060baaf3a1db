/// A generator of random numbers that gives the same ones for the same seed on every machine, so that what was found once
/// can be seen again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts a generator.
  ///
  /// - Parameters:
  ///   - seed: The same seed gives the same numbers.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits (SplitMix64).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `bound`; 0 when there is none.
  public mutating func number(below bound: Int) -> Int { bound > 1 ? Int(next() % UInt64(bound)) : 0 }

  /// One of the elements; `nil` only when there is none.
  public mutating func choice<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(below: elements.count)]
  }
}
