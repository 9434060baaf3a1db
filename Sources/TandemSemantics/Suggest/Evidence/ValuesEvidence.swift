import TandemValues

/// Declared values that mean the same.
enum ValuesEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard let left = pair.source.type.closedValues, let right = pair.target.type.closedValues else { return nil }
    let map = ValueMapDraft(pair.source.leaf, pair.target.leaf)
    let common = map.entries.count
    if common == 0 { return EvidenceFinding(points: -40, reason: nil) }
    let share = common * 100 / max(1, min(left.count, right.count))
    return EvidenceFinding(
      points: share * 2, reason: common == 1 ? "a value in common" : "\(common) values in common")
  }
}
