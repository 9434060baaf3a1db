/// The sentence that a line was probably meant to be.
struct SentenceSuggestion {
  /// The form that is nearest.
  var form: SentenceForm
  /// The sentence as it should stand, as far as the line tells.
  var text: String
  /// True when every slot could be filled.
  var isComplete: Bool
  /// True when the line differs only in spelling, blanks or punctuation.
  var isSpelling: Bool
}

extension RSTDocumentReader {
  /// The sentence that a line was probably meant to be; `nil` when it resembles none.
  mutating func suggestion(for content: Range<Int>, names: RSTSection.Names) -> SentenceSuggestion? {
    guard content.count <= 1_000, remainingGuesses > 0 else { return nil }
    remainingGuesses -= 1
    let alignment = SentenceAlignment(
      words: words(in: content).map { ($0, Array(NormalizedName(bytes[$0]).text.utf8)) })
    guard alignment.words.count >= 3, alignment.words.count <= 100 else { return nil }
    let hasCode = bytes[content].contains(UInt8(ascii: "`"))
    var best: (form: SentenceForm, isSwapped: Bool, result: SentenceAlignment.Result)?
    for form in SentenceForm.all {
      if form.kind == .createWhen, !hasCode { continue }
      if form.kind == .createWhenRemark, hasCode { continue }
      for isSwapped in form.template.slots.contains(.side) ? [false, true] : [false] {
        let sides = isSwapped ? (names.target, names.source) : (names.source, names.target)
        let tokens = SentenceAlignment.tokens(of: form) { slot in
          switch slot {
          case .source: return names.source.text
          case .target: return names.target.text
          case .side: return sides.0.text
          case .partner: return sides.1.text
          default: return nil
          }
        }
        guard let result = alignment.align(tokens, below: best?.result.cost) else { continue }
        guard systemsFit(result, names) else { continue }
        best = (form, isSwapped, result)
      }
    }
    guard let best else { return nil }
    var isComplete = true
    let text = best.form.template.filled { slot in
      switch slot {
      case .source: return names.source.sentenceText
      case .target: return names.target.sentenceText
      case .side: return best.isSwapped ? names.target.sentenceText : names.source.sentenceText
      case .partner: return best.isSwapped ? names.source.sentenceText : names.target.sentenceText
      default:
        if let range = best.result.slots[slot].map(withoutMarks), !range.isEmpty {
          let found = self.text(range)
          guard slot == .system || slot == .otherSystem else { return found }
          return SpellingDistance.nearest(
            to: found, in: [names.source.name.system.value, names.target.name.system.value]) ?? found
        }
        isComplete = false
        return slot.nameInBraces
      }
    }
    return SentenceSuggestion(
      form: best.form, text: text, isComplete: isComplete, isSpelling: best.result.isSpelling)
  }

  /// True when each slot for a system holds one of the section's, as far as spelling can tell.
  private func systemsFit(_ result: SentenceAlignment.Result, _ names: RSTSection.Names) -> Bool {
    let systems = [names.source.name.system.value, names.target.name.system.value]
    return [Slot.system, .otherSystem].allSatisfy { slot in
      guard let range = result.slots[slot] else { return true }
      return SpellingDistance.nearest(to: text(withoutMarks(range)), in: systems) != nil
    }
  }

  /// The range without the marks that belong to the sentence around it.
  private func withoutMarks(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    let isMark = { (byte: UInt8) in
      byte == UInt8(ascii: "`") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }
    while lower < upper, isMark(bytes[lower]) { lower += 1 }
    while upper > lower, isMark(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}
