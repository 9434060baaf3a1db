/// A small generator of random numbers (SplitMix64): one seed gives the same numbers on every machine, for ever.
public struct SandboxRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that starts from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound; 0 where the bound is 0 or less. Written out, so that no change of the standard library
  /// changes what a seed stands for.
  public mutating func number(below bound: Int) -> Int {
    bound <= 0 ? 0 : Int(truncatingIfNeeded: next() % UInt64(bound))
  }

  /// One of the elements; `nil` where there is none.
  public mutating func element<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(below: elements.count)]
  }

  /// True in so many of a hundred cases.
  public mutating func happens(percent: Int) -> Bool { number(below: 100) < percent }
}
