/// Names, labels and business terms that say the same.
enum NameEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    switch pair.translation {
    case .lookup?, .reference(_, _, true)?: return nil
    default: if pair.source.isKey { return nil }
    }
    let isEqual = NameWords.of(pair.source.leaf.name) == NameWords.of(pair.target.leaf.name)
    let points = pair.likeness * 8 - 500 + (isEqual ? 40 : 0)
    return EvidenceFinding(points: points, reason: pair.likeness >= 60 ? reason(pair) : nil)
  }

  private static func reason(_ pair: CandidatePair) -> String {
    let (left, right) = (pair.source.leaf, pair.target.leaf)
    if NameWords.of(left.name) == NameWords.of(right.name) { return "equal names" }
    if left.label != left.name || right.label != right.name, NameWords.of(left.label) == NameWords.of(right.label) {
      return "equal labels"
    }
    if pair.likeness == 100 { return "names with one meaning" }
    return pair.likeness >= 80 ? "names with nearly one meaning" : "similar names"
  }
}
