/// Where the properties stand: in the record, or in the elements of a list.
enum StructureEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    switch (pair.source.isInList, pair.target.isInList) {
    case (false, false): return nil
    // The element of a list has to be chosen first.
    case (true, true): return EvidenceFinding(points: -150, reason: nil)
    default: return EvidenceFinding(points: -60, reason: nil)
    }
  }
}
