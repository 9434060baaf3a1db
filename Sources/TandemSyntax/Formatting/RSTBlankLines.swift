/// The blank lines of the canonical form.
enum RSTBlankLines {
  /// The number of blank lines before each line.
  static func before(_ lines: [RSTFormatLine]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(lines.count)
    var isAfterPart = false
    for (index, line) in lines.enumerated() {
      guard index > 0 else {
        result.append(0)
        continue
      }
      result.append(number(before: line, after: lines[index - 1]))
      if case .heading(let heading) = line.kind {
        if isAfterPart { separate(index, lines, &result) }
        if heading != .introduction { isAfterPart = true }
      }
    }
    return result
  }

  /// The number of blank lines behind the last line: one in a document with a table, as behind every section.
  static func atEnd(of lines: [RSTFormatLine]) -> Int { lines.contains { $0.kind == .directive } ? 1 : 0 }

  /// The number that two neighbours ask for; sections are separated by one more.
  private static func number(before line: RSTFormatLine, after previous: RSTFormatLine) -> Int {
    switch line.kind {
    case .headingRule, .option, .cell, .commentContinuation: return 0
    case .titleRule: return previous.kind == .title ? 0 : 1
    case .title: return previous.kind == .titleRule ? 0 : 1
    case .row: return previous.kind == .row || previous.kind == .cell ? 0 : 1
    case .secondSentence: return previous.isComment ? 1 : 0
    case .heading, .directive: return 1
    case .sentence:
      return previous.kind == .headingRule(.section) ? 0 : 1
    case .comment:
      // Comments of one block stay one, and one that its author put directly under a heading stays there.
      let mayTouch = previous.isComment || previous.kind == .headingRule(.section)
      return mayTouch ? min(line.blankLinesBefore, 1) : 1
    }
  }

  /// Puts the two blank lines between sections where the author has them: before or behind the comments there.
  private static func separate(_ heading: Int, _ lines: [RSTFormatLine], _ result: inout [Int]) {
    var first = heading
    while first > 1, lines[first - 1].isComment { first -= 1 }
    // Comments directly under the heading above belong to it.
    if first < heading, case .headingRule = lines[first - 1].kind { first = heading }
    let place = (first...heading).last { lines[$0].blankLinesBefore > 1 } ?? first
    result[place] = 2
  }
}
