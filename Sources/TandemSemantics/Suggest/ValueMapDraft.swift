import TandemSyntax
import TandemValues

/// The lines of a value map that the declared values of two properties determine.
struct ValueMapDraft {
  /// The pairs, in the order of the source's values.
  private(set) var entries: [(source: String, target: String)] = []
  /// The source's values without a counterpart.
  private(set) var open: [String] = []

  init(_ source: PropertyModel, _ target: PropertyModel) {
    guard let left = Self.values(of: source.type), let right = Self.values(of: target.type) else { return }
    let isOpposite = Self.isNegative(source) != Self.isNegative(target)
    let lefts = left.map { Self.meanings(of: $0, property: source) }
    let rights = right.map { Self.meanings(of: $0, property: target) }
    var partners = [Int?](repeating: nil, count: left.count)
    var taken: Set<Int> = []
    for index in left.indices {
      let wanted = isOpposite ? Self.opposite(lefts[index]) : lefts[index]
      let found = rights.indices.first { !taken.contains($0) && !wanted.isDisjoint(with: rights[$0]) }
      // Several values of the source may mean one flag.
      let again = right.count < left.count ? rights.indices.first { !wanted.isDisjoint(with: rights[$0]) } : nil
      guard let partner = found ?? again else { continue }
      partners[index] = partner
      taken.insert(partner)
    }
    for (index, value) in left.enumerated() {
      if let partner = partners[index] { entries.append((value, right[partner])) } else { open.append(value) }
    }
  }

  /// The values of a type that has few.
  static func values(of type: ValueType) -> [String]? {
    if case .boolean = type { return ["true", "false"] }
    if case .enumeration(let values, _) = type { return values }
    return nil
  }

  private static func opposite(_ meanings: Set<String>) -> Set<String> {
    var result = meanings
    if let truth = ValueTerms.synonyms.first?.first, let lie = ValueTerms.synonyms.dropFirst().first?.first {
      if result.remove(truth) != nil { result.insert(lie) } else if result.remove(lie) != nil { result.insert(truth) }
    }
    return result
  }

  /// True for `blocked` and its like, whose yes is the no of others.
  static func isNegative(_ property: PropertyModel) -> Bool {
    let terms = TermDictionary.shared.terms(of: NameWords.of(property.name))
    return terms.contains("blocked") || terms.contains("no mailing") || terms.contains("not")
      || terms.contains("excluded") || terms.first == "no"
  }

  /// What a value may stand for: itself, and what the description says of it (`P is a prospect, A active`).
  private static func meanings(of value: String, property: PropertyModel) -> Set<String> {
    let words = NameWords.of(value)
    var texts = [NormalizedName(value).text, words.joined(separator: " ")]
    if let about = property.about, let meaning = meaning(of: value, in: about) {
      texts.append(meaning.joined(separator: " "))
      if let last = meaning.last { texts.append(last) }
    }
    var result: Set<String> = []
    for text in texts where !text.isEmpty {
      result.insert(text)
      for row in ValueTerms.rows[text] ?? [] {
        if let term = ValueTerms.synonyms[row].first { result.insert(term) }
      }
    }
    return result
  }

  private static let fillers: Set<String> = ["is", "a", "an", "the", "of", "in", "are", "means", "for"]

  /// The words behind a value up to the next mark of punctuation.
  private static func meaning(of value: String, in about: String) -> [String]? {
    for part in about.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "." }) {
      let words = part.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: value), place + 1 < words.count, place <= 1 else { continue }
      let rest = words[(place + 1)...].map { NameWords.of($0).joined() }.filter { !fillers.contains($0) && !$0.isEmpty }
      if !rest.isEmpty { return rest }
    }
    return nil
  }
}
