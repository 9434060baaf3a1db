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

  /// A loss with a value that shows it.
  public struct Evidence: Sendable, Hashable {
    /// What does not survive.
    public var loss: Loss
    /// True where some value cannot be restored or taken; false where it only comes back in normal form.
    public var isLossy: Bool
    /// A value that shows it, step by step; `nil` where no value of the declared type was found that does.
    public var trip: ValueTrip?

    /// Makes evidence.
    public init(loss: Loss, isLossy: Bool, trip: ValueTrip?) {
      self.loss = loss
      self.isLossy = isLossy
      self.trip = trip
    }
  }

  /// The kind.
  public var kind: Kind
  /// What does not survive, most important first, each once.
  public var evidence: [Evidence]
  /// True when every value of the types was tried, not only witnesses.
  public var isExhaustive: Bool

  /// Makes a verdict.
  public init(kind: Kind, evidence: [Evidence] = [], isExhaustive: Bool = false) {
    self.kind = kind
    self.evidence = evidence
    self.isExhaustive = isExhaustive
  }

  /// Nothing can be proven.
  public static let unknown = Verdict(kind: .unknown)
}

extension Verdict {
  /// What does not survive, most important first.
  public var losses: [Loss] { evidence.map(\.loss) }

  /// A value that shows the first loss, step by step; `nil` where nothing is lost, or where no value of the declared type
  /// was found that shows it.
  public var counterexample: ValueTrip? { evidence.lazy.compactMap(\.trip).first }

  /// The losses of values that are taken and come back as others, or not at all.
  var changes: [Evidence] { evidence.filter { $0.isLossy && $0.trip.map { $0.refusal == nil } ?? false } }

  /// The values that are refused, by the side where they start.
  func refusal(from start: FlowSide) -> ValueTrip? {
    evidence.lazy.compactMap(\.trip).first { $0.refusal != nil && $0.start == start }
  }
}
