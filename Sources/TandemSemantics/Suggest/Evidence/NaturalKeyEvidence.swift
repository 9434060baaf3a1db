/// Numbers and codes that stand for one record each.
enum NaturalKeyEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard pair.translation == nil else { return nil }
    switch (pair.source.isNaturalKey, pair.target.isNaturalKey) {
    case (true, true): return EvidenceFinding(points: 280, reason: "both stand for one record")
    case (true, false), (false, true): return EvidenceFinding(points: -30, reason: nil)
    case (false, false): return nil
    }
  }
}
