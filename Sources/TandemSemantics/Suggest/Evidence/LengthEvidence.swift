import TandemValues

/// Texts of the same greatest length, which is seldom chance.
enum LengthEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard case .string(let left?) = pair.source.type, case .string(let right?) = pair.target.type else { return nil }
    if left == right { return EvidenceFinding(points: 30, reason: nil) }
    return max(left, right) > 8 * min(left, right) ? EvidenceFinding(points: -50, reason: nil) : nil
  }
}
