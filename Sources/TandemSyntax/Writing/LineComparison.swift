/// Compares a line of an RST document with the line of a writer that says the same.
enum LineComparison {
  /// Notes how a line differs in its blanks and marks.
  static func note(
    _ line: SourceLine, number: Int, of bytes: [UInt8], with written: WrittenLine, into layout: inout DocumentLayout
  ) {
    let text = String(decoding: bytes[line.start..<line.terminator], as: UTF8.self)
    if text.utf8.elementsEqual(written.text.utf8) { return }
    let found = LineWords(text)
    var canonical = LineWords(written.text)
    if found.words != canonical.words {
      if LayoutPrinter.isRule(written.text), let word = found.words.first, found.words.count == 1,
        LayoutPrinter.isRule(word), word.first == written.text.first
      {
        layout.ruleLengths[number] = word.utf8.count
        canonical = LineWords(word)
      } else if let form = written.forms.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        .first(where: { LineWords($0.value).words == found.words })
      {
        layout.marks[number] = form.key
        canonical = LineWords(form.value)
      } else if noteCharacters(text, number: number, with: written, trailing: found.trailing, into: &layout) {
        return
      } else if let spellings = Spelling.words(of: found, against: canonical) {
        layout.spellings[number] = spellings
        canonical = LineWords(canonical.spelt(spellings))
        guard canonical.words == found.words else { return }
      } else {
        return
      }
    }
    var spacing: [Int: String] = [:]
    for (gap, expected) in canonical.gaps.enumerated() where found.gaps[gap] != expected {
      spacing[gap] = found.gaps[gap]
    }
    if !spacing.isEmpty { layout.spacing[number] = spacing }
    if !found.trailing.isEmpty { layout.trailingBlanks[number] = found.trailing }
  }
}

extension LineComparison {
  /// Finds blanks inside of words and words without blanks between them.
  private static func noteCharacters(
    _ text: String, number: Int, with written: WrittenLine, trailing: String, into layout: inout DocumentLayout
  ) -> Bool {
    let found = LineCharacters(text)
    let forms = written.forms.sorted { $0.key.rawValue < $1.key.rawValue }.map { (Optional($0.key), $0.value) }
    for (marks, form) in [(nil, written.text)] + forms {
      let canonical = LineCharacters(form)
      guard canonical.characters == found.characters else { continue }
      layout.marks[number] = marks
      layout.innerSpacing[number] = canonical.spacing(giving: found)
      if !trailing.isEmpty { layout.trailingBlanks[number] = trailing }
      return true
    }
    return false
  }
}
