import TandemValues

/// What a group of connected rows does to data on the way there and back, proven by running the very conversions that
/// generated code calls.
public struct Verdict: Sendable, Hashable {
  /// The kinds, best first.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Every value comes back as it was.
    case exact
    /// Values come back in normal form, and a second trip changes nothing more.
    case normalising
    /// Some values do not come back, or cannot be taken at all.
    case lossy
    /// Values travel into one system only.
    case oneWay = "one-way"
    /// Nothing can be proven: the value goes through something that the compiler cannot run.
    case unknown
  }

  /// The kind.
  public var kind: Kind
  /// What does not survive, most important first, in words that follow "loses": `the time of day`.
  public var losses: [String]
  /// A value that shows the first loss, step by step; `nil` where nothing is lost, or where no value of the declared type
  /// was found that shows it.
  public var counterexample: ValueTrip?
  /// True when every value of the types was tried, not only witnesses.
  public var isExhaustive: Bool

  /// Makes a verdict.
  public init(
    kind: Kind, losses: [String] = [], counterexample: ValueTrip? = nil, isExhaustive: Bool = false
  ) {
    self.kind = kind
    self.losses = losses
    self.counterexample = counterexample
    self.isExhaustive = isExhaustive
  }

  /// Nothing can be proven.
  public static let unknown = Verdict(kind: .unknown)
}
