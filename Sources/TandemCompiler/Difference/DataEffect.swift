/// What a change does to data, worst first.
public enum DataEffect: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Values are cut, refused, removed, or no longer reach the other system.
  case dataLoss = "data-loss"
  /// Other values are written, or the same ones at other times or for other records.
  case behaviour
  /// More is possible than before, and what was possible stays as it was.
  case widening
  /// Data does not notice.
  case none

  /// Orders by weight: what matters more is greater.
  public static func < (left: DataEffect, right: DataEffect) -> Bool { left.weight < right.weight }

  /// The effect in words, as headings print it.
  public var words: String {
    switch self {
    case .dataLoss: return "data loss"
    case .behaviour: return "behaviour change"
    case .widening: return "widening"
    case .none: return "no effect on data"
    }
  }

  private var weight: Int {
    switch self {
    case .none: return 0
    case .widening: return 1
    case .behaviour: return 2
    case .dataLoss: return 3
    }
  }
}
