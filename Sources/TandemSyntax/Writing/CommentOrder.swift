/// The order of the lines of an RST document whose comments do not all stand right before what they speak of.
///
/// A comment may stand earlier, before sentences that the abstract syntax does not hold; the layout names the line then.
enum CommentOrder {
  /// The lines that belong together: all those of a comment, or one other line.
  static func units(_ lines: [WrittenLine]) -> [ArraySlice<WrittenLine>] {
    var units: [ArraySlice<WrittenLine>] = []
    var start = 0
    for index in lines.indices where index > start && lines[index].comment != .further {
      units.append(lines[start..<index])
      start = index
    }
    if start < lines.count { units.append(lines[start...]) }
    return units
  }

  /// The lines in a new order.
  ///
  /// - Parameter takesComment: Asked before each line that is not of a comment, with the first line of the next comment
  ///   behind it and with all lines so far; true when that comment comes first.
  static func reordered(
    _ lines: [WrittenLine], takesComment: (_ comment: WrittenLine, _ printed: [WrittenLine]) -> Bool
  ) -> [WrittenLine] {
    guard lines.contains(where: { $0.comment != nil }) else { return lines }
    let units = units(lines)
    let comments = units.indices.filter { units[$0].first?.comment == .first }
    var result: [WrittenLine] = []
    result.reserveCapacity(lines.count)
    var taken = 0
    for (index, unit) in units.enumerated() {
      guard let first = unit.first else { continue }
      if first.comment == .first {
        // Comments keep their order, so one that was taken is one of the next.
        if taken < comments.count, comments[taken] == index {
          result += unit
          taken += 1
        }
        continue
      }
      while taken < comments.count, let comment = units[comments[taken]].first, takesComment(comment, result) {
        result += units[comments[taken]]
        taken += 1
      }
      result.append(first)
    }
    return result
  }
}
