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
    case first, further
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
    for comment in comments.at(anchor, .before) { add(comment: comment, label: label) }
  }

  /// What speaks of the line before it.
  mutating func beside(_ anchor: Comment.Anchor) {
    for comment in comments.at(anchor, .beside) { add(comment: comment, label: RSTCommentText.above) }
  }

  /// What stands between an announcement and what it announces.
  mutating func between(_ anchor: Comment.Anchor) {
    for comment in comments.at(anchor, .beside) { add(comment: comment) }
  }

  /// What stands behind the last thing of a part.
  mutating func end(_ anchor: Comment.Anchor, label: String? = RSTCommentText.above) {
    for comment in comments.at(anchor, .end) { add(comment: comment, label: label) }
  }

  /// A comment under the text of a cell.
  mutating func inCell(_ comments: [[String]]) {
    let margin = String(repeating: " ", count: HeadingForm.rowOpening.utf8.count)
    for comment in comments { add(comment: comment, margin: margin) }
  }

  private mutating func add(comment: [String], label: String? = nil, margin: String = "") {
    blank()
    for (number, line) in RSTCommentText.written(comment, label: label).enumerated() {
      if line.isEmpty {
        blank(pendingBlanks + 1)
      } else {
        add(margin + line)
        lines[lines.count - 1].comment = number == 0 ? .first : .further
      }
    }
    if margin.isEmpty { blank() }
  }

  /// A title over a rule of its length.
  mutating func heading(_ title: String, ruleLength: Int? = nil) {
    add(title)
    add(String(repeating: "-", count: ruleLength ?? title.unicodeScalars.count))
  }
}
