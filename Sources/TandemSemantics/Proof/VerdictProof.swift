import TandemValues

/// The proof of a verdict for one input and one output: trial values travel, and what they lose is collected.
struct VerdictProof {
  private let trip: RoundTrip
  private let travelsForth: Bool
  private let travelsBack: Bool
  private var evidence: [Verdict.Evidence] = []
  private var isExhaustive = true
  /// What was proven.
  private(set) var verdict = Verdict(kind: .exact)

  init(trip: RoundTrip, travelsForth: Bool, travelsBack: Bool) {
    self.trip = trip
    self.travelsForth = travelsForth
    self.travelsBack = travelsBack
    if travelsForth { start(at: .source) }
    if travelsBack { start(at: .target) }
    decide()
  }

  private mutating func start(at side: FlowSide) {
    let (conversion, normaliser) = (trip.conversion, trip.normaliser)
    let trial =
      side == .source
      ? TrialValues.of(trip.sourceType, towards: trip.targetType) { value in
        guard let shared = try? normaliser?.forward(value) ?? value else { return nil }
        return try? conversion?.backward(shared) ?? shared
      }
      : TrialValues.of(trip.targetType, towards: trip.sourceType) { value in
        guard let shared = try? conversion?.forward(value) ?? value else { return nil }
        return try? normaliser?.backward(shared) ?? shared
      }
    isExhaustive = isExhaustive && trial.isExhaustive
    for value in trial.values { look(at: value, from: side) }
  }

  private mutating func look(at value: Value, from side: FlowSide) {
    // A value that travels one way only is followed all the same, to see what the other side is not given of it.
    let isBothWays = travelsForth && travelsBack
    let made = side == .source ? trip.fromSource(value, andBack: true) : trip.fromTarget(value)
    var shown = made
    if !isBothWays {
      shown = side == .source ? trip.fromSource(value, andBack: false) : trip.fromTarget(value, andForth: false)
    }
    if case .refused(let reason) = shown.ending {
      add(
        Verdict.Evidence(
          loss: Loss(.range, "a value that \(reason)"), isLossy: true, trip: trip.shown(shown, from: side)))
      return
    }
    guard made.ending == .settled || made.ending == .changed, let back = made.stations.last?.value else { return }
    var losses = trip.losses(of: value, from: side, comingBackAs: back)
    if !losses.contains(where: \.isLossy), !isSettled(back, from: side) {
      for index in losses.indices { losses[index].isLossy = true }
    }
    for var loss in losses where isBothWays || loss.isLossy {
      loss.trip = trip.shown(shown, from: side)
      add(loss)
    }
  }

  /// True when a second trip changes nothing more.
  private func isSettled(_ value: Value, from side: FlowSide) -> Bool {
    (side == .source ? trip.fromSource(value, andBack: true) : trip.fromTarget(value)).ending == .same
  }

  private mutating func add(_ further: Verdict.Evidence) {
    if let known = evidence.firstIndex(where: { $0.loss == further.loss }) {
      // The first value is the plainest; only one that shows more replaces it.
      if further.isLossy, !evidence[known].isLossy { evidence[known] = further }
    } else {
      evidence.append(further)
    }
  }

  private mutating func decide() {
    let ordered = evidence.filter(\.isLossy) + evidence.filter { !$0.isLossy }
    let kind: Verdict.Kind
    if travelsForth != travelsBack {
      kind = .oneWay
    } else if let first = ordered.first {
      kind = first.isLossy ? .lossy : .normalising
    } else {
      kind = .exact
    }
    verdict = Verdict(kind: kind, evidence: ordered, isExhaustive: isExhaustive)
  }
}
