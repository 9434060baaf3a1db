/// Words that exclude each other: a private address is none of business, a price no cost.
enum OppositeEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    for (left, right) in opposites where excludes(pair, left, right) || excludes(pair, right, left) {
      return EvidenceFinding(points: -300, reason: nil)
    }
    return nil
  }

  private static func excludes(_ pair: CandidatePair, _ left: [String], _ right: [String]) -> Bool {
    has(pair.source, left) && has(pair.target, right) && !has(pair.source, right) && !has(pair.target, left)
  }

  private static func has(_ candidate: SuggestionCandidate, _ terms: [String]) -> Bool {
    terms.contains(where: candidate.isCalled)
  }

  private static let opposites: [([String], [String])] = [
    (["private", "home", "personal"], ["business", "work", "office"]), (["billing", "invoice"], ["shipping", "ship"]),
    (["sale", "price"], ["purchase", "cost price"]), (["start date", "from"], ["end date", "until"]),
    (["minimum", "min"], ["maximum", "max"]), (["net"], ["gross"]), (["mobile"], ["fax", "home"]), (["phone"], ["fax"]),
    (["first name"], ["last name"]), (["planned", "expected"], ["actual", "real"]), (["incoming"], ["outgoing"]),
    (["customer"], ["supplier"]), (["postal", "mailing"], ["visit", "visiting"]),
  ]
}
