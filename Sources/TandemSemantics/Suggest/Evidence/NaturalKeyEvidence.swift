import TandemValues

/// Numbers and codes that stand for one record each.
enum NaturalKeyEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard pair.translation == nil else { return nil }
    switch (pair.source.isNaturalKey, pair.target.isNaturalKey) {
    case (true, true): return EvidenceFinding(points: 280, reason: "both stand for one record")
    case (true, false), (false, true):
      // Numbers with letters in them do not become whole numbers that nobody calls unique.
      let kinds = [pair.source.type, pair.target.type]
      let differ = kinds.contains(.integer) && kinds[0] != kinds[1]
      return EvidenceFinding(points: differ ? -250 : -30, reason: nil)
    case (false, false): return nil
    }
  }
}
