extension RSTDocumentReader {
  /// Reads `path [(Dependant on having V in P ...)]`; `nil` when the cell is empty or was reported.
  mutating func propertyCell(_ cell: Range<Int>) -> PropertyCell? {
    guard !cell.isEmpty else { return nil }
    let opening = bytes[cell].firstIndex(of: UInt8(ascii: "("))
    let pathRange = withoutBackticks(trimmed(cell.lowerBound..<(opening ?? cell.upperBound)))
    guard let path = PropertyPathReader.read(pathRange, in: file, diagnostics: &diagnostics) else { return nil }
    guard let opening else { return PropertyCell(path: path, span: span(cell)) }
    guard let dependencies = dependencies(opening..<cell.upperBound) else { return nil }
    return PropertyCell(path: path, dependencies: dependencies, span: span(cell))
  }

  private static let backticks = Array("``".utf8)

  /// The range inside double backticks that stand around all of it.
  func withoutBackticks(_ range: Range<Int>) -> Range<Int> {
    let marks = RSTDocumentReader.backticks
    guard range.count > 4, bytes[range.lowerBound] == marks[0],
      Template.stands(marks, at: range.lowerBound, before: range.upperBound, in: bytes),
      Template.stands(marks, at: range.upperBound - 2, before: range.upperBound, in: bytes),
      Template.find(marks, in: range.lowerBound + 2..<range.upperBound, of: bytes) == range.upperBound - 2
    else { return range }
    return trimmed(range.lowerBound + 2..<range.upperBound - 2)
  }

  /// Reads the clauses in parentheses, which stand without a separator.
  private mutating func dependencies(_ range: Range<Int>) -> [PropertyCell.Dependency]? {
    let opening = Array(DependencyForm.opening.utf8)
    let middle = Array(DependencyForm.middle.utf8)
    let inside = trimmed(range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1))
    guard bytes[range.upperBound - 1] == UInt8(ascii: ")"), !inside.isEmpty,
      Template.stands(opening, at: inside.lowerBound, before: inside.upperBound, in: bytes)
    else {
      report(MalformedDependency.clause(span(range), fixed: correctedDependency(range)))
      return nil
    }
    var result: [PropertyCell.Dependency] = []
    var start = inside.lowerBound
    while start < inside.upperBound {
      let content = start + opening.count
      let end = Template.find(opening, in: content..<inside.upperBound, of: bytes) ?? inside.upperBound
      guard let split = Template.find(middle, in: content..<end, of: bytes, last: true) else {
        report(MalformedDependency.clause(span(start..<end), fixed: nil))
        return nil
      }
      let value = trimmed(content..<split)
      guard
        let path = PropertyPathReader.read(
          trimmed(split + middle.count..<end), in: file, diagnostics: &diagnostics)
      else { return nil }
      result.append(PropertyCell.Dependency(value: located(value), path: path))
      start = end
    }
    return result
  }

  /// The clause with its opening words put right, when they are only misspelt.
  private func correctedDependency(_ range: Range<Int>) -> String? {
    let inside = trimmed(range.lowerBound + 1..<range.upperBound)
    let words = words(in: inside)
    guard words.count >= 5 else { return nil }
    let beginning = text(words[0].lowerBound..<words[2].upperBound)
    guard SpellingDistance.nearest(to: beginning, in: [DependencyForm.opening]) != nil else { return nil }
    var rest = text(words[3].lowerBound..<inside.upperBound)
    if rest.last != ")" { rest += ")" }
    return "(" + DependencyForm.opening + rest
  }
}
