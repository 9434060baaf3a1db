import TandemValues

/// Types that fit well, or only with an effort.
enum TypeEvidence: Evidence {
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding? {
    guard pair.translation == nil else { return nil }
    let (left, right) = (kind(pair.source.type), kind(pair.target.type))
    if left == right {
      // Most properties are texts, so that two texts say little; two dates say something.
      return EvidenceFinding(points: left == .text ? 0 : 60, reason: left == .text ? nil : "both \(left.rawValue)")
    }
    switch (left, right) {
    case (.text, .choice), (.choice, .text): return EvidenceFinding(points: -40, reason: nil)
    case (.choice, .flag), (.flag, .choice): return EvidenceFinding(points: -30, reason: nil)
    case (.text, .number), (.number, .text): return EvidenceFinding(points: -60, reason: nil)
    case (.choice, .number), (.number, .choice): return EvidenceFinding(points: -80, reason: nil)
    case (.text, .moment), (.moment, .text):
      let about = pair.source.leaf.about ?? pair.target.leaf.about ?? ""
      // A text whose form is described holds dates only.
      return DateExample.format(in: about) != nil
        ? EvidenceFinding(points: 30, reason: "text with dates in it") : EvidenceFinding(points: -150, reason: nil)
    default: return EvidenceFinding(points: -150, reason: nil)
    }
  }

  private enum Kind: String {
    case text = "text", number = "numbers", flag = "yes or no", moment = "dates", choice = "one of a few values"
    case other = "of one type"
  }

  private static func kind(_ type: ValueType) -> Kind {
    switch type {
    case .string, .guid: return .text
    case .integer, .decimal, .float: return .number
    case .boolean: return .flag
    case .date, .datetime: return .moment
    case .enumeration: return .choice
    default: return .other
    }
  }
}
