/// What people call a record, on both sides.
enum TitleEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard pair.source.isTitle, pair.target.isTitle, pair.source.isText, pair.target.isText else { return nil }
    return EvidenceFinding(points: 250, reason: "what people call the record on both sides")
  }
}
