/// The lines of a comment.
struct RSTCommentLines {
  /// From the line with the full stops to the last that is not blank.
  var range: Range<Int>
  /// True when the comment stands in a cell of a table, under its text.
  var isInCell: Bool
}

extension RSTDocumentReader {
  /// Reads a comment with the indented lines that belong to it.
  mutating func readComment(inCell: Bool = false) {
    let first = index
    let indentation = lines[first].source.indentation
    index += 1
    while index < lines.count {
      var line = index
      if lines[index].isBlank {
        // Full stops alone over a blank line are a whole comment.
        if index == first + 1, lines[first].content.count == 2 { break }
        while line < lines.count, lines[line].isBlank { line += 1 }
        guard line < lines.count, lines[line].source.indentation >= indentation + RSTCommentText.margin,
          !RSTCommentText.isTableLine(lines[line].shape)
        else { break }
      }
      guard lines[line].source.indentation > indentation else { break }
      lines[line].shape = .comment
      index = line + 1
    }
    comments.append(RSTCommentLines(range: first..<index, isInCell: inCell))
  }

  /// Where the text of a comment stands, line by line, without its full stops and its indentation.
  func commentPlaces(_ comment: RSTCommentLines) -> [Range<Int>] {
    let first = lines[comment.range.lowerBound]
    let column = first.source.indentation + RSTCommentText.margin
    return comment.range.map { line in
      let source = lines[line].source
      if line == comment.range.lowerBound {
        let start = min(source.contentEnd, source.contentStart + 2)
        return min(source.contentEnd, start + 1)..<source.contentEnd
      }
      if source.isBlank { return source.contentStart..<source.contentStart }
      let start = source.start + column
      let isIndented =
        start <= source.contentStart && bytes[source.start..<start].allSatisfy { $0 == 0x20 }
      return (isIndented ? start : source.contentStart)..<source.contentEnd
    }
  }

  /// The bytes of a comment.
  func commentSpan(_ comment: RSTCommentLines) -> SourceSpan {
    let end = lines[max(comment.range.lowerBound, comment.range.upperBound - 1)].source.contentEnd
    return span(lines[comment.range.lowerBound].source.contentStart..<end)
  }
}
