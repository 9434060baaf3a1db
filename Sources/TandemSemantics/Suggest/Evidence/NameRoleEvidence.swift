/// What a person reads as the name of a record, where the target has no property of that name.
enum NameRoleEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard pair.source.isText, pair.target.isText, pair.target.isRequired, !pair.target.isNaturalKey,
      pair.source.isTitle || pair.source.isCalled("name") && pair.source.isRequired,
      stand.contains(where: { pair.target.isCalled($0) }),
      !pair.surroundings.target.candidates.contains(where: { $0.isCalled("name") && !$0.isReadOnly && !$0.isInList })
    else { return nil }
    return EvidenceFinding(points: 120, reason: "what people read as its name")
  }

  private static let stand = ["description", "subject", "title"]
}
