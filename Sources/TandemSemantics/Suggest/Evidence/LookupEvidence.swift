/// Text that names a record which the target refers to.
enum LookupEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard case .lookup(let entity, let key, let likeness)? = pair.translation else { return nil }
    let points = max(likeness * 9 - 700, pair.likeness * 8 - 600)
    return EvidenceFinding(points: points, reason: "finds \(entity.model.name) by `\(key)`")
  }
}
