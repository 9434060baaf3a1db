import TandemSyntax

/// Finds the terms of ``BusinessTerms`` in words.
struct TermDictionary: Sendable {
  /// Made when a name is looked at for the first time.
  static let shared = TermDictionary()

  /// By their first word the phrases, longest first.
  private let phrases: [String: [(words: [String], term: String)]]
  private let relations: [String: [String: Int]]

  private init() {
    var phrases: [String: [(words: [String], term: String)]] = [:]
    for row in BusinessTerms.synonyms {
      guard let term = row.first else { continue }
      for phrase in row {
        let words = phrase.split(separator: " ").map { NameWords.singular(String($0)) }
        guard let first = words.first else { continue }
        phrases[first, default: []].append((words, term))
      }
    }
    self.phrases = phrases.mapValues { list in
      list.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
        .map(\.element)
    }
    var relations: [String: [String: Int]] = [:]
    for (left, right, percent) in BusinessTerms.related {
      relations[left, default: [:]][right] = percent
      relations[right, default: [:]][left] = percent
    }
    self.relations = relations
  }

  /// The words with every phrase of the table replaced by its term, the longest phrase first.
  func terms(of words: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      let found = phrases[words[index]]?.first { phrase in
        phrase.words.count <= words.count - index
          && phrase.words.indices.allSatisfy { words[index + $0] == phrase.words[$0] }
      }
      result.append(found?.term ?? words[index])
      index += found?.words.count ?? 1
    }
    return result
  }

  /// How much one term says about another, in percent.
  func likeness(_ left: String, _ right: String) -> Int {
    if left == right { return 100 }
    if let percent = relations[left]?[right] { return percent }
    let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    guard short.utf8.count >= 4 else { return 0 }
    // An abbreviation, or a slip of the pen.
    if short.utf8.count * 2 >= long.utf8.count, long.hasPrefix(short) { return 75 }
    // Nobody slips at the first letter, and few words need the comparison.
    if short.utf8.count >= 6, long.utf8.count - short.utf8.count <= 1, short.utf8.first == long.utf8.first,
      SpellingDistance.between(short, long, limit: 1) != nil
    {
      return 80
    }
    return 0
  }

  /// The terms that are looked for where a term stands.
  func related(to term: String) -> [String] { (relations[term]?.keys).map(Array.init) ?? [] }
}
