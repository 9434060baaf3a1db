/// Values that stand in the sample data of both sides.
enum SampleEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    let samples = pair.surroundings.samples
    guard pair.translation == nil,
      let left = samples.column(pair.source, of: pair.surroundings.source.entity),
      let right = samples.column(pair.target, of: pair.surroundings.target.entity),
      left.distinct.count >= 3, right.distinct.count >= 3
    else { return nil }
    let common = left.distinct.intersection(right.distinct).count
    let share = common * 100 / min(left.distinct.count, right.distinct.count)
    if share < 20 { return EvidenceFinding(points: -60, reason: nil) }
    return EvidenceFinding(points: share * 6, reason: "\(common) sample values in common")
  }
}
