/// What a name says in terms of business, each term with its weight.
struct PropertyTerms: Sendable {
  /// The terms in order, none twice.
  private(set) var terms: [(text: String, weight: Int)] = []
  private var total = 0

  /// Takes the words of a name.
  ///
  /// - Parameter context: Words of what holds the property, which count little: an object, a list.
  init(_ words: [String], context: [String] = []) {
    let dictionary = TermDictionary.shared
    let own = dictionary.terms(of: words)
    for (index, term) in own.enumerated() {
      // What stands last is what the property is; what stands before it says which one.
      let isHead = index == own.count - 1 && own.count > 1
      add(term, weight: isHead ? Self.weight(of: term) * 13 / 10 : Self.weight(of: term))
    }
    for term in dictionary.terms(of: context) { add(term, weight: Self.weight(of: term) / 5) }
  }

  /// What is left of a term of two words when the first one names the entity.
  private static let ownWords: Set<String> = ["date", "number", "code", "type", "status", "reference"]

  /// The same without what names the entity: the `quote date` of a quote is its date. `nil` where nothing goes or stays.
  func without(_ entity: Set<String>) -> PropertyTerms? {
    var result = PropertyTerms([])
    for (text, weight) in terms where !entity.contains(text) {
      if let blank = text.firstIndex(of: " "), entity.contains(String(text[..<blank])),
        Self.ownWords.contains(String(text[text.index(after: blank)...]))
      {
        let rest = String(text[text.index(after: blank)...])
        result.add(rest, weight: Self.weight(of: rest))
      } else {
        result.add(text, weight: weight)
      }
    }
    return result.total == 0 || result.total == total ? nil : result
  }

  private mutating func add(_ term: String, weight: Int) {
    guard !terms.contains(where: { $0.text == term }) else { return }
    terms.append((term, weight))
    total += weight
  }

  private static func weight(of term: String) -> Int {
    if let weight = BusinessTerms.lightWords[term] { return weight }
    return term.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? 20 : 100
  }

  /// How much two names say the same, in percent: the part of the weight that has a counterpart on the other side.
  func likeness(_ other: PropertyTerms) -> Int {
    guard total > 0, other.total > 0 else { return 0 }
    return (matched(other) + other.matched(self)) / (total + other.total)
  }

  /// The weight that has a counterpart, times 100.
  private func matched(_ other: PropertyTerms) -> Int {
    let dictionary = TermDictionary.shared
    var sum = 0
    for (text, weight) in terms {
      var best = 0
      for candidate in other.terms { best = max(best, dictionary.likeness(text, candidate.text)) }
      sum += weight * best
    }
    return sum
  }

  /// The terms by which a counterpart may be found.
  var telling: [String] {
    let telling = terms.filter { $0.weight >= 30 }
    return (telling.isEmpty ? terms : telling).map(\.text)
  }
}
