import TandemValues

/// Finds the verdicts of groups of connected rows. Few combinations of types and conversions occur in thousands of rows,
/// so each is proven once per check.
final class VerdictProver {
  private var proven: [Key: Verdict] = [:]

  /// The number of different verdicts that had to be computed.
  var count: Int { proven.count }

  /// All that a verdict of one input and one output depends on.
  private struct Key: Hashable {
    var sourceType: ValueType
    var conversion: String?
    var defaultValue: Value?
    var normaliser: String?
    var targetType: ValueType
    var travelsForth: Bool
    var travelsBack: Bool
  }

  /// The verdict of a property of the shared view: the worst of what its inputs and outputs do.
  func verdict(of property: CheckedProperty) -> Verdict {
    let inputs = property.inputs.compactMap { input -> (CheckedProperty.Input, ResolvedPath)? in
      guard case .property(let path) = input.origin else { return nil }
      return (input, path)
    }
    // Constants and parameters have no side to come back to.
    guard !inputs.isEmpty else { return Verdict(kind: .oneWay, isExhaustive: true) }
    var worst: Verdict?
    for (input, path) in inputs {
      for (position, output) in property.outputs.enumerated() {
        // Only the first output is read back.
        let back = position == 0 && input.isWrittenBack && !property.isJoined && property.direction.reaches(.source)
        let trip = RoundTrip(
          sourceType: path.type, conversion: input.conversion, defaultValue: property.defaultValue,
          normaliser: output.normaliser, targetType: output.path.type)
        let verdict =
          property.translation == nil
          ? self.verdict(
            trip, forth: property.direction.reaches(.target), back: back,
            isReadBackElsewhere: position > 0 && property.direction.reaches(.source))
          : translated(property)
        worst = worst.map { Self.worse($0, verdict) } ?? verdict
      }
    }
    return worst ?? .unknown
  }

  /// A key that is translated through links comes back as it was: links join exactly two records. One that is looked up
  /// comes back where the natural key is unique, which only the data can tell.
  private func translated(_ property: CheckedProperty) -> Verdict {
    guard property.direction == .both else { return Verdict(kind: .oneWay) }
    if case .lookup = property.translation { return .unknown }
    return Verdict(kind: .exact, isExhaustive: true)
  }

  private func verdict(_ trip: RoundTrip, forth: Bool, back: Bool, isReadBackElsewhere: Bool) -> Verdict {
    let key = Key(
      sourceType: trip.sourceType, conversion: trip.conversion?.summary, defaultValue: trip.defaultValue,
      normaliser: trip.normaliser?.summary, targetType: trip.targetType, travelsForth: forth,
      travelsBack: back || isReadBackElsewhere)
    if let known = proven[key] { return known }
    let verdict = Proof(trip: trip, travelsForth: forth, travelsBack: back || isReadBackElsewhere).verdict
    proven[key] = verdict
    return verdict
  }

  private static func worse(_ one: Verdict, _ other: Verdict) -> Verdict {
    rank(one.kind) >= rank(other.kind) ? one : other
  }

  private static func rank(_ kind: Verdict.Kind) -> Int {
    switch kind {
    case .exact: return 0
    case .normalising: return 1
    case .oneWay: return 2
    case .lossy: return 3
    case .unknown: return 4
    }
  }
}

/// The proof for one input and one output.
private struct Proof {
  let trip: RoundTrip
  let travelsForth: Bool
  let travelsBack: Bool
  private(set) var verdict = Verdict(kind: .exact)

  /// What a trial showed.
  private struct Finding {
    var isLossy: Bool
    var what: String
    var counterexample: ValueTrip
  }

  init(trip: RoundTrip, travelsForth: Bool, travelsBack: Bool) {
    self.trip = trip
    self.travelsForth = travelsForth
    self.travelsBack = travelsBack
    verdict = decide()
  }

  private func decide() -> Verdict {
    var findings: [Finding] = []
    var isExhaustive = true
    if travelsForth {
      let trial = TrialValues.of(trip.sourceType)
      isExhaustive = isExhaustive && trial.isExhaustive
      for value in trial.values {
        let made = trip.fromSource(value, andBack: travelsBack)
        if let finding = finding(made, from: .source) {
          findings.append(finding)
        } else if !travelsBack, let finding = omission(value) {
          findings.append(finding)
        }
      }
    }
    if travelsBack {
      let trial = TrialValues.of(trip.targetType)
      isExhaustive = isExhaustive && trial.isExhaustive
      for value in trial.values {
        let made = trip.fromTarget(value)
        if let finding = finding(made, from: .target) { findings.append(finding) }
      }
    }
    let ordered = findings.filter(\.isLossy) + findings.filter { !$0.isLossy }
    var losses: [String] = []
    for finding in ordered where !losses.contains(finding.what) { losses.append(finding.what) }
    let isOneWay = travelsForth != travelsBack
    let kind: Verdict.Kind
    if isOneWay {
      kind = .oneWay
    } else if let first = ordered.first {
      kind = first.isLossy ? .lossy : .normalising
    } else {
      kind = .exact
    }
    return Verdict(
      kind: kind, losses: losses, counterexample: ordered.first?.counterexample, isExhaustive: isExhaustive)
  }

  /// What the target is not given of a value that does not travel back.
  private func omission(_ value: Value) -> Finding? {
    guard case .lossy(let what)? = trip.conversion?.effectiveLaws else { return nil }
    let made = trip.fromSource(value, andBack: true)
    guard made.ending == .settled || made.ending == .changed else { return nil }
    let there = trip.fromSource(value, andBack: false)
    return Finding(isLossy: true, what: what, counterexample: there.shown(from: .source))
  }

  private func finding(_ made: RoundTrip.Trip, from start: FlowSide) -> Finding? {
    let counterexample = made.shown(from: start)
    switch made.ending {
    case .same: return nil
    case .refused(let reason):
      return Finding(isLossy: true, what: "a value that \(reason)", counterexample: counterexample)
    case .settled, .changed:
      let laws = start == .source ? [trip.conversion, trip.normaliser] : [trip.normaliser, trip.conversion]
      for law in laws.compactMap({ $0?.effectiveLaws }) {
        switch law {
        case .exact: continue
        case .normalising(let what): return Finding(isLossy: false, what: what, counterexample: counterexample)
        case .lossy(let what), .oneWay(let what):
          return Finding(isLossy: true, what: what, counterexample: counterexample)
        }
      }
      if trip.defaultValue != nil {
        return Finding(isLossy: false, what: "a missing value", counterexample: counterexample)
      }
      return Finding(isLossy: true, what: "some values", counterexample: counterexample)
    }
  }
}
