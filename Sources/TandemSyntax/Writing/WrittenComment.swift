/// A comment as a writer of RST has it, before a layout moves it.
struct WrittenComment {
  var anchor: Comment.Anchor
  var placement: Comment.Placement
  /// How many comments stand at the same place before it.
  var ordinal: Int
  /// Its text.
  var lines: [String]
  /// The word that says which part it speaks of, where it has one.
  var label: String?
  /// The blanks before its lines.
  var margin: String

  /// Its lines that are not blank, each with the number of blank lines before it; the first has none.
  ///
  /// - Parameters:
  ///   - part: Some of its lines; all of them without.
  ///   - marks: What stands before the text instead of what it needs.
  func written(_ part: Range<Int>? = nil, marks: DocumentLayout.CommentMarks? = nil) -> [WrittenLine] {
    var result: [WrittenLine] = []
    var blankLines = 0
    let text = Array(lines[part ?? lines.indices])
    for line in RSTCommentText.written(text, label: labelForMarks(marks), marks: marks) {
      if line.isEmpty {
        blankLines += 1
        continue
      }
      var written = WrittenLine(text: margin + line, blankLinesBefore: blankLines)
      written.comment = result.isEmpty ? .first(self) : .further
      result.append(written)
      blankLines = 0
    }
    return result
  }

  /// A label is also there where only the layout has one.
  private func labelForMarks(_ marks: DocumentLayout.CommentMarks?) -> String? {
    if let label { return label }
    switch (marks, anchor, placement) {
    case (.label?, .flows, _), (.labelAndSigns?, .flows, _): return DocumentKey.flows
    case (.label?, .values, _), (.labelAndSigns?, .values, _): return DocumentKey.values
    case (.label?, .layout, _), (.labelAndSigns?, .layout, _): return LayoutForm.documentKey
    case (.label?, .linksOnly, .before), (.labelAndSigns?, .linksOnly, .before): return RSTCommentText.linksOnly
    case (.label?, _, _), (.labelAndSigns?, _, _): return RSTCommentText.above
    default: return nil
    }
  }
}

/// A comment, or the lines of one, with the line of RST on which it begins.
struct PlacedComment {
  var comment: WrittenComment
  /// Its lines.
  var part: Range<Int>
  /// What stands before its text, where that is not what it needs.
  var marks: DocumentLayout.CommentMarks?

  /// Its lines that are not blank.
  var lines: [WrittenLine] { comment.written(part, marks: marks) }
}
