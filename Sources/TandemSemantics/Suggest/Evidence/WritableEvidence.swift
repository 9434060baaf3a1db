/// What only the system writes: it can be read back, but what it calculates is not for the other system.
enum WritableEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard pair.source.isReadOnly != pair.target.isReadOnly, !pair.source.isKey else { return nil }
    if calculated.contains(where: { pair.source.isCalled($0) || pair.target.isCalled($0) }) {
      return EvidenceFinding(points: -600, reason: nil)
    }
    // A value that travels against the direction in which records are created.
    return pair.target.isReadOnly ? EvidenceFinding(points: -300, reason: nil) : nil
  }

  private static let calculated = ["total", "full name"]
}
