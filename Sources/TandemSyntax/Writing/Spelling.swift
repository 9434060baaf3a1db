/// The words of a line that are spelt otherwise than a writer spells them and that the reader takes for the same: names,
/// and rules with other characters among their marks.
enum Spelling {
  /// The words of a writer's line that stand otherwise in a line of the document, by the number of words before them.
  ///
  /// Where words are joined or split, the smallest run of words that reads the same stands at its first word, and nothing
  /// at the others.
  ///
  /// - Returns: `nil` when the two lines do not read the same.
  static func words(of found: LineWords, against canonical: LineWords) -> [Int: String]? {
    var result: [Int: String] = [:]
    var (place, next) = (0, 0)
    while place < canonical.words.count {
      guard next < found.words.count else { return nil }
      var end = (canonical: place + 1, found: next + 1)
      while let difference = difference(canonical.words[place..<end.canonical], found.words[next..<end.found]) {
        if difference < 0, end.canonical < canonical.words.count {
          end.canonical += 1
        } else if end.found < found.words.count {
          end.found += 1
        } else {
          return nil
        }
      }
      // Marks behind the last word belong to it.
      if end.canonical == canonical.words.count { end.found = found.words.count }
      var text = found.words[next]
      for index in next + 1..<max(next + 1, end.found) { text += found.gaps[index] + found.words[index] }
      let right = canonical.words[place..<end.canonical].joined()
      if text != canonical.words[place] || end.canonical > place + 1 {
        guard isSame(text, right) else { return nil }
        result[place] = text
        for index in place + 1..<max(place + 1, end.canonical) { result[index] = "" }
      }
      (place, next) = end
    }
    return next == found.words.count ? result : nil
  }

  /// True when a text can stand for another.
  static func isSame(_ text: String, _ other: String) -> Bool {
    guard !text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 }) else { return false }
    let name = NormalizedName(text)
    return !name.isEmpty && name == NormalizedName(other) || LayoutPrinter.isRule(other) && isNearlyRule(text)
  }

  /// True for a line that the reader takes for a rule.
  static func isNearlyRule(_ text: String) -> Bool {
    let bytes = text.utf8.filter { !SourceLine.isBlank($0) }
    let marks = bytes.count { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") }
    return marks > 0 && marks * 4 >= bytes.count * 3
  }

  /// By what lines are found that are spelt otherwise: the marks before a name with the name, and all rules are the same.
  static func keys(_ found: [ArraySlice<UInt8>], _ written: [[ArraySlice<UInt8>]]) -> ([[UInt8]], [Set<[UInt8]>]) {
    let writtenKeys = written.map { forms in
      Set(forms.map { LayoutPrinter.isRule(String(decoding: $0, as: UTF8.self)) ? [] : key($0) })
    }
    let known = writtenKeys.reduce(into: Set<[UInt8]>()) { $0.formUnion($1) }
    let keys = found.map { line in
      let key = key(line)
      return !known.contains(key) && isNearlyRule(String(decoding: line, as: UTF8.self)) ? [] : key
    }
    return (keys, writtenKeys)
  }

  private static func key(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let text = line.filter { !SourceLine.isBlank($0) }
    let marks = Array((text.starts(with: Array("*-".utf8)) ? "*-" : text.first == UInt8(ascii: "-") ? "-" : "").utf8)
    let name = NormalizedName(text[...].dropFirst(marks.count))
    return name.isEmpty ? text : marks + Array(name.text.utf8)
  }

  /// Which of two runs of words has less of what they must have in common; `nil` when they have the same.
  private static func difference(_ canonical: ArraySlice<String>, _ found: ArraySlice<String>) -> Int? {
    let (left, right) = (canonical.joined(), found.joined())
    if LayoutPrinter.isRule(left) { return isNearlyRule(right) ? nil : 1 }
    let names = (NormalizedName(left), NormalizedName(right))
    if names.0 == names.1 { return nil }
    return names.0.text.utf8.count - names.1.text.utf8.count
  }
}
