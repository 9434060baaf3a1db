/// The lines of an RST document in the order that a layout gives them: a writer's own, with those comments, or parts of
/// comments, elsewhere whose lines the layout names.
struct LayoutOrder {
  /// The lines that belong together and that the layout leaves where they are: all those of a comment, or one other.
  private var units: ArraySlice<ArraySlice<WrittenLine>>
  /// The comments with lines of their own in the layout, in order.
  private var placed: ArraySlice<(line: Int, comment: PlacedComment)>

  /// Divides the lines that a writer made.
  init(_ lines: [WrittenLine], _ layout: DocumentLayout) {
    let units = LayoutOrder.units(lines)
    let comments = lines.compactMap(\.writtenComment)
    var placed: [(line: Int, comment: PlacedComment)] = []
    var moved: Set<Int> = []
    let places = layout.commentPlaces.filter { (1...max(1, comments.count)).contains($0.value) && !comments.isEmpty }
    for (number, entries) in Dictionary(grouping: places, by: \.value) {
      let comment = comments[number - 1]
      var start = 0
      let lines = entries.map(\.key).sorted()
      for (index, line) in lines.enumerated() where start < comment.lines.count {
        let rest = comment.lines.count - start
        let length = index == lines.count - 1 ? rest : min(rest, layout.commentLengths[line] ?? rest)
        placed.append(
          (line, PlacedComment(comment: comment, part: start..<start + length, marks: layout.commentMarks[line])))
        start += length
      }
      if start > 0 { moved.insert(number) }
    }
    var number = 0
    let unmoved = units.filter { unit in
      guard unit.first?.writtenComment != nil else { return true }
      number += 1
      return !moved.contains(number)
    }
    self.units = unmoved[...]
    self.placed = placed.sorted { $0.line < $1.line }[...]
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
    let ahead = blanks ?? units.first?.first?.blankLinesBefore ?? LayoutOrder.blankLinesAtEnd
    if let (line, comment) = placed.first, units.isEmpty || line <= number + ahead + 1 {
      placed.removeFirst()
      var lines = comment.lines
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
