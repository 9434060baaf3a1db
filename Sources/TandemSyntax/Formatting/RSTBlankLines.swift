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
    // Blank lines in a comment are part of its text.
    case .commentContinuation: return line.blankLinesBefore
    case .headingRule, .option, .cell: return 0
    case .titleRule: return previous.kind == .title ? 0 : 1
    case .title: return previous.kind == .titleRule ? 0 : 1
    case .row: return previous.kind == .option || previous.kind == .directive ? 1 : 0
    case .secondSentence: return previous.isComment ? 1 : 0
    case .heading, .directive, .comment, .cellComment: return 1
    case .sentence: return previous.kind == .headingRule(.section) ? 0 : 1
    }
  }

  /// Puts the two blank lines between sections before the comments that stand there: they speak of the section that
  /// follows, except those that say that they speak of what stands above.
  private static func separate(_ heading: Int, _ lines: [RSTFormatLine], _ result: inout [Int]) {
    var place = heading
    var index = heading
    while index > 1, lines[index - 1].isComment, lines[index - 1].kind != .cellComment, !lines[index - 1].speaksOfAbove
    {
      index -= 1
      if lines[index].kind == .comment { place = index }
    }
    result[place] = 2
  }
}
