/// The record's own key, where the target refers to another partner of the same record.
enum OwnKeyEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    if pair.source.isKey, pair.translation == nil {
      return EvidenceFinding(points: 250, reason: "holds the key that a record has in another system")
    }
    guard case .reference(let source, let target, true)? = pair.translation else { return nil }
    let names = pair.surroundings.source.terms
    // `quoteId` refers to a quote by its name; whatever else refers to one may mean another.
    let isNamed = pair.target.names.contains { $0.terms.contains { names.contains($0.text) } }
    return EvidenceFinding(
      points: isNamed ? 300 : 60,
      reason: "refers to the \(target.model.name) that the same \(source.model.name) is synchronised with")
  }
}
