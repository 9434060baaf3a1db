/// What both systems, or the target, cannot do without.
enum RequiredEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard pair.target.isRequired else { return nil }
    return pair.source.isRequired
      ? EvidenceFinding(points: 80, reason: "required on both sides")
      : EvidenceFinding(points: 30, reason: "required by the target")
  }
}
