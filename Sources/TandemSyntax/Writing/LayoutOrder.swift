/// The lines of an RST document in the order that a layout gives them: a writer's own, without those that the layout leaves
/// out, and with those lines, comments, or parts of comments elsewhere whose lines it names.
struct LayoutOrder {
  /// The lines that belong together and that the layout leaves where they are: all those of a comment, or one other.
  private var units: ArraySlice<ArraySlice<WrittenLine>>
  /// What has a line of its own in the layout, in order.
  private var placed: ArraySlice<(line: Int, lines: [WrittenLine])>
  /// The lines that are left out behind a line.
  private var missing: [Int: Int]

  /// Divides the lines that a writer made.
  init(_ lines: [WrittenLine], _ layout: DocumentLayout) {
    let units = LayoutOrder.units(lines)
    let comments = lines.compactMap(\.writtenComment)
    var placed: [(line: Int, lines: [WrittenLine])] = []
    var moved: Set<Int> = []
    let places = layout.commentPlaces.filter { (1...max(1, comments.count)).contains($0.value) && !comments.isEmpty }
    for (number, entries) in Dictionary(grouping: places, by: \.value) {
      let comment = comments[number - 1]
      var start = 0
      let lines = entries.map(\.key).sorted()
      for (index, line) in lines.enumerated() where start < comment.lines.count {
        let rest = comment.lines.count - start
        let length = index == lines.count - 1 ? rest : min(rest, layout.commentLengths[line] ?? rest)
        let part = PlacedComment(comment: comment, part: start..<start + length, marks: layout.commentMarks[line])
        placed.append((line, part.lines))
        start += length
      }
      if start > 0 { moved.insert(number) }
    }
    let contents = units.filter { $0.first?.writtenComment == nil }
    var movedContents: Set<Int> = []
    for (line, run) in layout.order.sorted(by: { $0.key < $1.key }) where run.upperBound <= contents.count {
      guard run.lowerBound > 0, movedContents.isDisjoint(with: run) else { continue }
      movedContents.formUnion(run)
      placed.append((line, contents[run.lowerBound - 1..<run.upperBound].flatMap { Array($0) }))
    }
    var (number, content) = (0, 0)
    let unmoved = units.filter { unit in
      guard unit.first?.writtenComment != nil else {
        content += 1
        return !movedContents.contains(content)
      }
      number += 1
      return !moved.contains(number)
    }
    self.units = unmoved[...]
    self.placed = placed.sorted { $0.line < $1.line }[...]
    self.missing = layout.missingLines
  }

  /// The lines that belong together: all those of a comment, or one other line.
  static func units(_ lines: [WrittenLine]) -> [ArraySlice<WrittenLine>] {
    var units: [ArraySlice<WrittenLine>] = []
    var start = 0
    for index in lines.indices where index > start {
      if case .further? = lines[index].comment { continue }
      units.append(lines[start..<index])
      start = index
    }
    if start < lines.count { units.append(lines[start...]) }
    return units
  }

  /// Takes the lines that come next.
  ///
  /// - Parameters:
  ///   - number: The number of lines before them.
  ///   - blanks: The number of blank lines that the layout has there, if it says so.
  mutating func next(after number: Int, blanks: Int?) -> [WrittenLine]? {
    for _ in 0..<(missing.removeValue(forKey: number) ?? 0) {
      guard let unit = units.first, unit.first?.comment == nil else { break }
      units.removeFirst()
    }
    let ahead = blanks ?? units.first?.first?.blankLinesBefore ?? LayoutOrder.blankLinesAtEnd
    if let (line, placedLines) = placed.first, units.isEmpty || line <= number + ahead + 1 {
      placed.removeFirst()
      var lines = placedLines
      let isOnItsLine = line > number && line <= number + ahead + 1
      if !lines.isEmpty { lines[0].blankLinesBefore = isOnItsLine ? line - number - 1 : ahead }
      return lines
    }
    guard let unit = units.popFirst() else { return nil }
    return Array(unit)
  }

  /// The blank lines before a comment behind everything else.
  static let blankLinesAtEnd = 1
}
