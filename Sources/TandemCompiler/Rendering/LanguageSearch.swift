import TandemSyntax
import TandemValues

/// Finds entries of the language by the words that an author has at hand: a key, a word of a policy, a clause, the
/// beginning of a sentence, or the heading of an entry.
enum LanguageSearch {
  /// The entries that the words mean, the most exact ones alone.
  ///
  /// - Parameter isExact: True where the words mean something else as well, so that a
  ///   word in the middle of a form does not count.
  static func entries(for words: String, isExact: Bool = false) -> [LanguageEntry] {
    let wanted = normalized(words)
    guard !wanted.isEmpty else { return [] }
    let byName = LanguageEntry.all.filter { normalized($0.identifier) == wanted || normalized($0.title) == wanted }
    if !byName.isEmpty { return byName }
    for matches in isExact ? [isForm, begins] : [isForm, begins, contains] {
      let found = LanguageEntry.all.filter { entry in names(of: entry).contains { matches($0, wanted) } }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// True when two texts are the same words.
  static func isSame(_ left: String, _ right: String) -> Bool { normalized(left) == normalized(right) }

  /// What is near to words that mean nothing, for a "did you mean".
  static func nearest(to words: String) -> String? {
    SpellingDistance.nearest(
      to: words,
      in: LanguageEntry.all.flatMap { [$0.identifier, $0.title] }
        + (KeyForm.all + KeyForm.ofDescriptions + KeyForm.ofSettings).map(\.key) + ConversionCatalog.names)
  }

  /// The forms without what an author fills in.
  private static func names(of entry: LanguageEntry) -> [String] {
    let texts = entry.formsInRST + entry.formsInYAML
    return texts.map { text in
      guard case .fixed(let opening)? = Template(text).pieces.first else { return normalized(text) }
      return normalized(String(decoding: opening, as: UTF8.self))
    } + texts.map(normalized)
  }

  private static func isForm(_ name: String, _ wanted: String) -> Bool { name == wanted }

  private static func begins(_ name: String, _ wanted: String) -> Bool { name.hasPrefix(wanted + " ") }

  private static func contains(_ name: String, _ wanted: String) -> Bool {
    " \(name) ".contains(" \(wanted) ")
  }

  /// Lower case, one blank between words, no punctuation.
  private static func normalized(_ text: String) -> String {
    let scalars = text.lowercased().unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? Character(scalar) : " "
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }
}
