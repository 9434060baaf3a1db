/// The record's own key, where the target refers to another partner of the same record.
enum OwnKeyEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard case .reference(let source, let target, true)? = pair.translation else { return nil }
    let names = pair.surroundings.source.terms
    // `quoteId` refers to a quote by its name; whatever else refers to one may mean another.
    let isNamed = pair.target.names.contains { $0.terms.contains { names.contains($0.text) } }
    return EvidenceFinding(
      points: isNamed ? 650 : 380,
      reason: "refers to the \(target.model.name) that the same \(source.model.name) is synchronised with")
  }
}
