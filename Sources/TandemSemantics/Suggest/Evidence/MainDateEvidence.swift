import TandemValues

/// The day of a document, under whatever name: the only required one.
enum MainDateEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard pair.source.type.isMoment, pair.target.type.isMoment,
      isMain(pair.source, of: pair.surroundings.source), isMain(pair.target, of: pair.surroundings.target)
    else { return nil }
    let isRequired = pair.source.isRequired && pair.target.isRequired
    return EvidenceFinding(points: isRequired ? 430 : 300, reason: "the date of the record on both sides")
  }

  /// True for the only required date, or the one that is just called the date.
  static func isMain(_ candidate: SuggestionCandidate, of profile: EntityProfile) -> Bool {
    if candidate.isInList || candidate.isReadOnly { return false }
    if candidate.names.contains(where: { $0.terms.count == 1 && $0.terms[0].text == "date" }) { return true }
    guard candidate.isRequired else { return false }
    return profile.candidates.count { $0.isRequired && $0.type.isMoment } == 1
  }
}
