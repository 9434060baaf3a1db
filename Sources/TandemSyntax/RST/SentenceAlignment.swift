/// Aligns the words of a line with the words and slots of a sentence form, to find what a faulty line was meant to be.
struct SentenceAlignment {
  /// The line's words: where they stand, and normalised.
  let words: [(range: Range<Int>, key: [UInt8])]

  /// A word of a form, or a place that takes any words.
  enum Token {
    case word([UInt8])
    case slot(Slot)
  }

  /// How well a line fits a form.
  struct Result {
    /// The weight of all differences; a word that is missing weighs ``wordCost``.
    var cost: Int
    /// The words that fill the slots.
    var slots: [Slot: Range<Int>]
    /// True when no word is missing, added or another one.
    var isSpelling: Bool
  }

  static let wordCost = 20
  private static let spellingCost = 6
  private static let slotCost = 1

  /// The words and open slots of a form; a slot for which the name is known stands as its words.
  static func tokens(of form: SentenceForm, name: (Slot) -> String?) -> [Token] {
    var tokens: [Token] = []
    func addWords(_ text: some StringProtocol) {
      for word in text.split(separator: " ") {
        let key = Array(NormalizedName(word).text.utf8)
        if !key.isEmpty { tokens.append(.word(key)) }
      }
    }
    for piece in form.template.pieces {
      switch piece {
      case .fixed(let bytes): addWords(String(decoding: bytes, as: UTF8.self))
      case .slot(let slot):
        if let name = name(slot) { addWords(name) } else { tokens.append(.slot(slot)) }
      }
    }
    return tokens
  }

  /// The best alignment, or `nil` when the line does not resemble the form or does it worse than `limit`.
  func align(_ tokens: [Token], below limit: Int?) -> Result? {
    let fixed = tokens.count { if case .word = $0 { true } else { false } }
    let worst = min(fixed * SentenceAlignment.wordCost * 2 / 5, (limit ?? Int.max) - 1)
    guard worst >= 0, shares(tokens, atLeast: fixed / 3) else { return nil }
    let width = words.count + 1
    var cost = [Int](repeating: Int.max / 2, count: (tokens.count + 1) * width)
    var step = [UInt8](repeating: 0, count: cost.count)
    cost[0] = 0
    for column in 1..<width {
      cost[column] = column * SentenceAlignment.wordCost
      step[column] = 2
    }
    for row in tokens.indices.map({ $0 + 1 }) {
      for column in 0..<width {
        let place = row * width + column
        var best = cost[place - width] + SentenceAlignment.wordCost
        var move: UInt8 = 1
        if column > 0 {
          let left = cost[place - 1] + stayCost(tokens[row - 1])
          if left < best { (best, move) = (left, 2) }
          let diagonal = cost[place - width - 1] + replacementCost(tokens[row - 1], words[column - 1].key)
          if diagonal <= best { (best, move) = (diagonal, 3) }
        }
        cost[place] = best
        step[place] = move
      }
    }
    let total = cost[cost.count - 1]
    guard total <= worst else { return nil }
    return trace(tokens, step: step, width: width, total: total)
  }

  private func trace(_ tokens: [Token], step: [UInt8], width: Int, total: Int) -> Result {
    var slots: [Slot: Range<Int>] = [:]
    var isSpelling = true
    var row = tokens.count
    var column = words.count
    while row > 0 || column > 0 {
      let move = step[row * width + column]
      if row > 0, case .slot(let slot) = tokens[row - 1] {
        if move != 1, column > 0 {
          let word = words[column - 1].range
          slots[slot] = word.lowerBound..<(slots[slot]?.upperBound ?? word.upperBound)
        }
      } else if move != 3 {
        isSpelling = false
      } else if case .word(let key) = tokens[row - 1],
        replacementCost(.word(key), words[column - 1].key) > SentenceAlignment.spellingCost
      {
        isSpelling = false
      }
      if move != 2 { row -= 1 }
      if move != 1 { column -= 1 }
    }
    return Result(cost: total, slots: slots, isSpelling: isSpelling)
  }

  private func stayCost(_ token: Token) -> Int {
    if case .slot = token { return SentenceAlignment.slotCost }
    return SentenceAlignment.wordCost
  }

  private func replacementCost(_ token: Token, _ word: [UInt8]) -> Int {
    guard case .word(let wanted) = token else { return SentenceAlignment.slotCost }
    if wanted == word { return 0 }
    let limit = SpellingDistance.threshold(for: max(wanted.count, word.count))
    guard limit > 0, word.count <= 40, abs(wanted.count - word.count) <= limit,
      SpellingDistance.distance(wanted, word, limit: limit) != nil
    else { return SentenceAlignment.wordCost }
    return SentenceAlignment.spellingCost
  }

  /// A cheap test before the costly one: so many of the form's words stand in the line.
  private func shares(_ tokens: [Token], atLeast count: Int) -> Bool {
    var shared = 0
    for case .word(let key) in tokens where words.contains(where: { $0.key == key }) { shared += 1 }
    return shared >= count
  }
}
