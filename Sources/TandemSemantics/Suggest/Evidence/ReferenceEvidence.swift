/// Two references to records that a section keeps in step.
enum ReferenceEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard case .reference(let source, let target, false)? = pair.translation else { return nil }
    return EvidenceFinding(
      points: 480, reason: "references to \(source.model.name) and \(target.model.name), which a section keeps in step")
  }
}
