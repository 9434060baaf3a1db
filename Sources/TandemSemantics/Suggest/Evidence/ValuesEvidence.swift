import TandemValues

/// Declared values that mean the same.
enum ValuesEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard pair.translation == nil, pair.source.type != .boolean || pair.target.type != .boolean, pair.canUseMap,
      let left = ValueMapDraft.values(of: pair.source.type),
      let right = ValueMapDraft.values(of: pair.target.type)
    else { return nil }
    let map = ValueMapDraft(pair.source.leaf, pair.target.leaf)
    let common = map.entries.count
    // The status of an order is none of its invoice, unless their values say so.
    let isOneKind = pair.surroundings.isOneKind
    if common == 0 { return EvidenceFinding(points: isOneKind ? -200 : -400, reason: nil) }
    let share = common * 100 / max(1, min(left.count, right.count))
    if !isOneKind, share <= 50 { return EvidenceFinding(points: -250, reason: nil) }
    return EvidenceFinding(
      points: share * 2, reason: common == 1 ? "a value in common" : "\(common) values in common")
  }
}
