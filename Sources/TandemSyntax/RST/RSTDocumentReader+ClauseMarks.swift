extension RSTDocumentReader {
  private static let backQuote = UInt8(ascii: "`")

  /// The form whose words the range has.
  private func form(of range: Range<Int>) -> ClauseForm? {
    ClauseForm.all.first { form in
      guard let slots = form.template.match(range, in: bytes) else { return false }
      return !slots.all.contains { $0.range.isEmpty }
    }
  }

  /// The back quotes at both ends of a range, and what stands between them.
  private func backQuotes(_ range: Range<Int>) -> (opening: Int, closing: Int, inside: Range<Int>) {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == Self.backQuote { lower += 1 }
    while upper > lower, bytes[upper - 1] == Self.backQuote { upper -= 1 }
    return (lower - range.lowerBound, range.upperBound - upper, lower..<upper)
  }

  /// What is wrong with a clause that stands between back quotes of other numbers than two.
  func singleBackticks(_ part: Range<Int>) -> Diagnostic? {
    let (opening, closing, inside) = backQuotes(part)
    guard opening == 1 || closing == 1 || opening > 2 || closing > 2, !inside.isEmpty,
      !bytes[inside].contains(Self.backQuote)
    else { return nil }
    // Back quotes that stand around the code of a clause alone close at its end.
    guard opening > 0 || form(of: inside)?.holdsCode == true else { return nil }
    let needsQuotes = form(of: trimmed(inside))?.holdsCode ?? true
    return UnknownClause.singleBackticks(span(part), content: text(trimmed(inside)), needsQuotes: needsQuotes)
  }

  /// What is wrong where one pair of back quotes stands around several clauses.
  func aroundAll(_ cell: Range<Int>, _ parts: [Range<Int>]) -> Diagnostic? {
    let (opening, closing, inside) = backQuotes(cell)
    guard opening > 0, closing > 0, !bytes[inside].contains(Self.backQuote), let first = parts.first,
      let last = parts.last
    else { return nil }
    var clauses = parts.map(trimmed)
    clauses[0] = trimmed(inside.lowerBound..<first.upperBound)
    clauses[clauses.count - 1] = trimmed(max(last.lowerBound, inside.lowerBound)..<inside.upperBound)
    let texts = clauses.map { clause in
      form(of: clause)?.holdsCode == true ? "``" + text(clause) + "``" : text(clause)
    }
    return UnknownClause.aroundAll(span(cell), right: texts.joined(separator: "; "))
  }

  /// What is wrong where commas stand between clauses.
  func commasBetween(_ part: Range<Int>) -> Diagnostic? {
    var commas: [Int] = []
    var isQuoted = false
    for place in part {
      if bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[place] == UInt8(ascii: ","), !isQuoted { commas.append(place) }
    }
    guard !commas.isEmpty else { return nil }
    var start = part.lowerBound
    for end in commas + [part.upperBound] {
      guard form(of: trimmed(start..<end)) != nil else { return nil }
      start = end + 1
    }
    return UnknownClause.commas(
      span(part), edits: commas.map { TextEdit(span($0..<$0 + 1), replacement: ";") })
  }
}
