/// Takes the names of entities apart, in whichever notation they stand.
struct EntityNameReader {
  private let file: SourceFile
  private var bytes: [UInt8] { file.bytes }

  /// A reader of a file's names.
  init(_ file: SourceFile) { self.file = file }

  /// Takes a name apart: `system entity [qualifier]`, where the system is empty or may have several words.
  ///
  /// The title's system tells how many words the system has. Without its help the last word that is not a qualifier is the
  /// entity. `nil` when the range is no such name.
  func read(_ range: Range<Int>, titleKey: NormalizedName) -> EntityName? {
    let whole = trimmed(range)
    guard !whole.isEmpty, whole.count <= 400 else { return nil }
    let words = SourceLine.words(in: whole, of: bytes)
    let hasLeadingBlank = whole.lowerBound > range.lowerBound
    for count in systemCandidates(words, titleKey: titleKey, hasLeadingBlank: hasLeadingBlank) {
      guard count < words.count, let name = entityName(words, systemWords: count, whole: whole) else { continue }
      return name
    }
    return nil
  }

  /// The numbers of words that the system may have, most probable first.
  private func systemCandidates(_ words: [Range<Int>], titleKey: NormalizedName, hasLeadingBlank: Bool) -> [Int] {
    var candidates: [Int] = []
    if hasLeadingBlank { candidates.append(0) }
    if !titleKey.isEmpty {
      for count in stride(from: words.count - 1, to: 0, by: -1) {
        let prefix = words[0].lowerBound..<words[count - 1].upperBound
        if NormalizedName(bytes[prefix]) == titleKey {
          candidates.append(count)
          break
        }
      }
    }
    // A qualifier leaves at least a system and an entity; a single word is an entity.
    let named = words.count - qualifierWords(words)
    candidates.append(named > 1 ? named - 1 : words.count > 1 ? 1 : 0)
    return candidates
  }

  /// The number of words at the end that can only be a qualifier.
  private func qualifierWords(_ words: [Range<Int>]) -> Int {
    guard let last = words.last else { return 0 }
    if bytes[last.upperBound - 1] == UInt8(ascii: ")") {
      for (offset, word) in words.enumerated().reversed() where bytes[word.lowerBound] == UInt8(ascii: "(") {
        return words.count - offset
      }
      return 0
    }
    var count = 0
    for word in words.reversed() {
      guard isLowerCaseWord(word), words.count - count > 2 else { break }
      count += 1
    }
    return count
  }

  private func entityName(_ words: [Range<Int>], systemWords: Int, whole: Range<Int>) -> EntityName? {
    let entityWord = words[systemWords]
    // A tab between the words of a system would be a part of its name that nobody sees.
    if systemWords > 1, bytes[words[0].lowerBound..<entityWord.lowerBound].contains(0x09) { return nil }
    let rest = words[(systemWords + 1)...]
    var qualifier: Located<String>?
    if let first = rest.first, let last = rest.last {
      let isParenthesised =
        bytes[first.lowerBound] == UInt8(ascii: "(") && bytes[last.upperBound - 1] == UInt8(ascii: ")")
      guard isParenthesised || rest.allSatisfy(isLowerCaseWord) else { return nil }
      qualifier = located(first.lowerBound..<last.upperBound)
    }
    let dot = bytes[entityWord].firstIndex(of: UInt8(ascii: "."))
    let entity = entityWord.lowerBound..<(dot ?? entityWord.upperBound)
    guard isEntityWord(entity) else { return nil }
    var element: Located<String>?
    if let dot {
      guard dot + 1 < entityWord.upperBound, bytes[entityWord.upperBound - 1] != UInt8(ascii: ".") else { return nil }
      element = located(dot + 1..<entityWord.upperBound)
    }
    let system: Located<String>
    if systemWords == 0 {
      system = located(whole.lowerBound..<whole.lowerBound)
    } else {
      system = located(words[0].lowerBound..<words[systemWords - 1].upperBound)
    }
    return EntityName(
      system: system, entity: located(entity), element: element, qualifier: qualifier, span: span(whole))
  }

  private func isLowerCaseWord(_ word: Range<Int>) -> Bool {
    bytes[word].allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }

  /// A letter, then letters, digits, `_` and `-`. Letters beyond ASCII are letters too.
  private func isEntityWord(_ word: Range<Int>) -> Bool {
    for index in word {
      let byte = bytes[index]
      let isLetter = byte >= 0x80 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      let isOther = byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
      guard isLetter || byte == UInt8(ascii: "_") || isOther && index > word.lowerBound else { return false }
    }
    return !word.isEmpty
  }

  private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range) }

  private func located(_ range: Range<Int>) -> Located<String> {
    let span = span(range)
    return Located(span.text, at: span)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, SourceLine.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, SourceLine.isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}
