import TandemSemantics
import TandemValues

/// The evidence of a verdict in one line: `Shop "2024-02-29T10:30:00Z" -> Ledger "2024-02-29" -> Shop "2024-02-29T00:00:00Z"`.
enum VerdictExample {
  static func text(_ property: CheckedProperty, _ flow: FlowVersion) -> String? {
    property.verdict.counterexample.map { text($0, flow) }
  }

  /// The evidence of what a version loses that the one before did not.
  static func text(_ old: CheckedProperty, _ new: CheckedProperty, _ flow: FlowVersion) -> String? {
    if newLosses(old.verdict, new.verdict).first == losses(new.verdict).first { return text(new, flow) }
    // A value that the old map took and the new one refuses says more than any other that it refuses.
    for input in new.inputs {
      guard
        let gone = input.conversion.flatMap({ conversion in
          old.inputs.lazy.compactMap { ValueMapDifference(from: $0.conversion, to: conversion)?.refused }.first
        })
      else { continue }
      if let trip = new.trips(of: .string(gone), through: input, from: .source).first { return text(trip, flow) }
    }
    guard let fresh = newLosses(old.verdict, new.verdict).first else { return nil }
    return new.verdict.evidence.first { $0.loss.words == fresh }?.trip.map { text($0, flow) }
  }

  private static func text(_ trip: ValueTrip, _ flow: FlowVersion) -> String {
    var stations: [String] = []
    for step in trip.steps {
      let place: String
      switch step.place {
      case .source: place = flow.system(.source)
      case .target: place = flow.system(.target)
      // What both systems show is enough for a reader of a review.
      case .shared: continue
      }
      stations.append("\(place) \(MappingWords.value(step.value))")
    }
    if stations.count < 2, let last = trip.steps.last, last.place == .shared {
      stations.append("shared view \(MappingWords.value(last.value))")
    }
    return stations.joined(separator: " -> ") + (trip.refusal.map { ", refused: the value \($0)" } ?? "")
  }

  /// What the rows lose, in words that follow "loses".
  static func losses(_ verdict: Verdict) -> [String] { verdict.losses.map(\.words) }

  /// True when a version loses what the other one did not.
  static func isWorse(_ old: Verdict, _ new: Verdict) -> Bool {
    guard new.kind == .lossy || (new.kind == .oneWay && !losses(new).isEmpty) else { return false }
    return !newLosses(old, new).isEmpty
  }

  /// What the new version loses and the old one does not.
  static func newLosses(_ old: Verdict, _ new: Verdict) -> [String] {
    let known = Set(losses(old).map(withoutNumbers))
    return losses(new).filter { !known.contains(withoutNumbers($0)) }
  }

  /// A limit that moved is told where it stands; here only the kind of the loss counts.
  private static func withoutNumbers(_ text: String) -> String { text.filter { !$0.isNumber } }
}
