import TandemValues

/// Values as a tester types and sees them, with everything visible that a screen would hide.
enum VisibleText {
  /// The signs that stand for something else.
  static let signs: [(sign: Character, meaning: String)] = [
    ("␠", "a blank"), ("⇥", "a tab"), ("⏎", "a line end"), ("ˋ", "a grave accent"),
  ]

  /// The value between grave accents, or the word `empty`; long repetitions are counted.
  static func show(_ value: Value) -> String {
    if value.isMissing { return "empty" }
    let text = value.displayText
    if text.isEmpty { return "an empty text" }
    guard let first = text.first else { return "empty" }
    let repeated = text.prefix { $0 == first }.count
    if repeated >= 12 {
      let rest = text.dropFirst(repeated)
      return "\(repeated) times \(literal(String(first)))"
        + (rest.isEmpty ? "" : " followed by \(literal(String(rest)))")
    }
    if let last = text.last {
      let ending = text.reversed().prefix { $0 == last }.count
      if ending >= 12 {
        return "\(literal(String(text.dropLast(ending)))) followed by \(ending) times \(literal(String(last)))"
      }
    }
    return literal(text)
  }

  /// Several values, one after the other.
  static func show(_ values: [Value]) -> String { values.map(show).joined(separator: ", ") }

  private static func literal(_ text: String) -> String {
    var result = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      switch character {
      case " ":
        let isInner =
          index > 0 && index + 1 < characters.count && characters[index - 1] != " " && characters[index + 1] != " "
          && characters[index - 1] != "\t" && characters[index + 1] != "\t"
        result.append(isInner ? " " : "␠")
      case "\t": result.append("⇥")
      case _ where character.isNewline: result.append("⏎")
      case "`": result.append("ˋ")
      default: result.append(character)
      }
    }
    return "`\(result)`"
  }
}

/// Lists and articles, as sentences need them.
enum WordList {
  /// `a, b and c`.
  static func and(_ words: [String]) -> String { joined(words, "and") }

  /// `a, b or c`.
  static func or(_ words: [String]) -> String { joined(words, "or") }

  /// `a Custom ERP Project`, `an Exact Online Account`.
  static func article(_ noun: String) -> String {
    let isVowel = noun.lowercased().first.map { "aeio".contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(noun)"
  }

  private static func joined(_ words: [String], _ last: String) -> String {
    guard words.count > 1, let end = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(last) \(end)"
  }
}
