/// A line of an RST document that is not blank, as a writer makes it, without blanks at its end.
struct WrittenLine {
  /// The line in the canonical form.
  var text: String
  /// The number of blank lines before it in the canonical form.
  var blankLinesBefore: Int
  /// The same line with other marks around its cell.
  var forms: [DocumentLayout.CellMarks: String] = [:]
  /// What the line is of a comment, if it is of one.
  var comment: CommentPart?

  /// The lines of a comment.
  enum CommentPart {
    case first(WrittenComment), further
  }

  /// The comment that begins on the line.
  var writtenComment: WrittenComment? {
    if case .first(let comment)? = comment { return comment }
    return nil
  }
}

/// Receives the lines of an RST document.
struct LineCollector {
  private(set) var lines: [WrittenLine] = []
  private var pendingBlanks = 0
  /// The comments that stand between the lines.
  let comments: CommentIndex

  init(comments: CommentIndex = CommentIndex()) { self.comments = comments }

  /// Separates what follows by blank lines; the greatest number counts.
  mutating func blank(_ count: Int = 1) { pendingBlanks = max(pendingBlanks, count) }

  /// Separates what follows by one blank line at most: two stand only before a section.
  mutating func limitBlanks() { pendingBlanks = min(pendingBlanks, 1) }

  mutating func add(_ text: String, forms: [DocumentLayout.CellMarks: String] = [:]) {
    lines.append(WrittenLine(text: text, blankLinesBefore: lines.isEmpty ? 0 : pendingBlanks, forms: forms))
    pendingBlanks = 0
  }

  /// A paragraph: a sentence with a blank line before it.
  mutating func paragraph(_ text: String) {
    blank()
    add(text)
  }

  // MARK: - Comments

  /// True when a comment stands before a part, beside it, or at its end.
  func hasComments(_ anchor: Comment.Anchor) -> Bool {
    !(comments.at(anchor, .before).isEmpty && comments.at(anchor, .beside).isEmpty && comments.at(anchor, .end).isEmpty)
  }

  /// The comments before a part, each with a blank line behind it.
  mutating func before(_ anchor: Comment.Anchor, label: String? = nil) {
    add(anchor, .before, label: label)
  }

  /// What speaks of the line before it.
  mutating func beside(_ anchor: Comment.Anchor) {
    add(anchor, .beside, label: RSTCommentText.above)
  }

  /// What stands between an announcement and what it announces.
  mutating func between(_ anchor: Comment.Anchor) {
    add(anchor, .beside)
  }

  /// What stands behind the last thing of a part.
  mutating func end(_ anchor: Comment.Anchor, label: String? = RSTCommentText.above) {
    add(anchor, .end, label: label)
  }

  /// What stands under the text of a cell.
  mutating func inCell(_ anchor: Comment.Anchor, _ placement: Comment.Placement) {
    add(anchor, placement, margin: String(repeating: " ", count: HeadingForm.rowOpening.utf8.count))
  }

  private mutating func add(
    _ anchor: Comment.Anchor, _ placement: Comment.Placement, label: String? = nil, margin: String = ""
  ) {
    for (ordinal, lines) in comments.at(anchor, placement).enumerated() {
      add(
        WrittenComment(
          anchor: anchor, placement: placement, ordinal: ordinal, lines: lines, label: label, margin: margin))
    }
  }

  private mutating func add(_ comment: WrittenComment) {
    blank()
    for line in comment.written() {
      blank(line.blankLinesBefore)
      add(line.text)
      lines[lines.count - 1].comment = line.comment
    }
    if comment.margin.isEmpty { blank() }
  }

  /// A title over a rule of its length.
  mutating func heading(_ title: String, ruleLength: Int? = nil) {
    add(title)
    add(String(repeating: "-", count: ruleLength ?? title.unicodeScalars.count))
  }
}
