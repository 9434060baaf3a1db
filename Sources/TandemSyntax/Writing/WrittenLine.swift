/// A line of an RST document that is not blank, as a writer makes it, without blanks at its end.
struct WrittenLine {
  /// The line in the canonical form.
  var text: String
  /// The number of blank lines before it in the canonical form.
  var blankLinesBefore: Int
  /// The same line with other marks around its cell.
  var forms: [DocumentLayout.CellMarks: String] = [:]
}

/// Receives the lines of an RST document.
struct LineCollector {
  private(set) var lines: [WrittenLine] = []
  private var pendingBlanks = 0

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

  /// A title over a rule of its length.
  mutating func heading(_ title: String, ruleLength: Int? = nil) {
    add(title)
    add(String(repeating: "-", count: ruleLength ?? title.unicodeScalars.count))
  }
}
