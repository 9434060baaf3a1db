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
  public var counterexample: Counterexample?
  /// True when every value of the types was tried, not only witnesses.
  public var isExhaustive: Bool

  /// Makes a verdict.
  public init(
    kind: Kind, losses: [String] = [], counterexample: Counterexample? = nil, isExhaustive: Bool = false
  ) {
    self.kind = kind
    self.losses = losses
    self.counterexample = counterexample
    self.isExhaustive = isExhaustive
  }

  /// Nothing can be proven.
  public static let unknown = Verdict(kind: .unknown)
}

/// A value on its way through a group of rows, step by step.
public struct Counterexample: Sendable, Hashable {
  /// The side where the value stood first.
  public var start: FlowSide
  /// The stations, the first with the value as it stood.
  public var steps: [Step]
  /// Why the way ends at the last station, in words that follow the value: `is longer than 40 characters`. `nil` where
  /// the value came back, changed.
  public var refusal: String?

  /// A station of the way.
  public struct Step: Sendable, Hashable {
    /// Where the value is.
    public var place: Place
    /// The value there.
    public var value: Value
    /// What made it from the value before, as explanations print a conversion; `nil` where nothing was to be done.
    public var conversion: String?

    /// Makes a station.
    public init(place: Place, value: Value, conversion: String? = nil) {
      self.place = place
      self.value = value
      self.conversion = conversion
    }
  }

  /// The stations that a value can be at.
  public enum Place: String, Sendable, Hashable {
    /// The source system's property.
    case source
    /// The shared view.
    case shared
    /// The target system's property.
    case target
  }

  /// Makes a counterexample.
  public init(start: FlowSide, steps: [Step], refusal: String? = nil) {
    self.start = start
    self.steps = steps
    self.refusal = refusal
  }
}
