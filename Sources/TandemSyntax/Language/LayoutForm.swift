/// One way in which an RST document may be laid out: its key under `layout:` in YAML, and what it says.
public final class LayoutForm: Sendable {
  /// Which one it is.
  public let kind: Kind
  /// The key.
  public let key: String
  /// What stands under the key, in one sentence.
  public let summary: String

  /// The key of a YAML document that holds the layout.
  public static let documentKey = "layout"

  /// The ways, in the order in which a writer prints them.
  public enum Kind: Sendable, Hashable, CaseIterable {
    case lineEnds, otherLineEnds, byteOrderMark, introductionHeading, parameters, emptyParameters, finalLineEnd,
      comments,
      commentLengths, commentMarks
    case order, missingLines, spellings
    case blankLines, trailingBlanks, spacing, innerSpacing, ruleLengths, marks, emptyColumns, emptyTables
    case emptyPromises
  }

  init(_ kind: Kind, _ key: String, _ summary: String) {
    self.kind = kind
    self.key = key
    self.summary = summary
  }

  /// All ways.
  public static let all: [LayoutForm] = [
    LayoutForm(.lineEnds, "line ends", "`lf`, as when nothing is said, or `crlf`."),
    LayoutForm(.otherLineEnds, "other line ends", "The lines that end in the other way."),
    LayoutForm(.byteOrderMark, "byte order mark", "`true` when the file begins with the mark of the byte order."),
    LayoutForm(
      .introductionHeading, "introduction heading", "`Introduction.` when the heading is that of older documents."),
    LayoutForm(.parameters, DocumentKey.parameters, "`first` when the parameters stand before the sections."),
    LayoutForm(.emptyParameters, "empty parameters", "`true` when a table of parameters stands there that has none."),
    LayoutForm(.finalLineEnd, "final line end", "`missing` when nothing ends the last line."),
    LayoutForm(
      .comments, "comments",
      "The lines on which a comment begins that stands elsewhere than right at what it speaks of, with its number."),
    LayoutForm(.commentLengths, "comment lengths", "The number of lines where a part of a comment stands on its own."),
    LayoutForm(
      .commentMarks, "comment marks",
      "The marks before the text of the comment on a line: `plain`, `label`, `signs`, `label and signs`, `below`."),
    LayoutForm(
      .order, "order",
      "The lines that stand elsewhere than usual, by the line on which they begin: the numbers that they usually have, "
        + "without blank lines and comments, as `4` or `4 to 6`."),
    LayoutForm(.missingLines, "missing lines", "The number of usual lines that are not there, behind a line."),
    LayoutForm(
      .spellings, "spellings",
      "The words of a line that are spelt otherwise, as names may be, by the number of words before them."),
    LayoutForm(.blankLines, "blank lines", "The number of blank lines behind a line."),
    LayoutForm(.trailingBlanks, "trailing blanks", "The blanks and tabs at the end of a line."),
    LayoutForm(.spacing, "spacing", "The blanks and tabs in a line, by the number of words before them."),
    LayoutForm(
      .innerSpacing, "inner spacing",
      "The same by the number of characters before them, where words are split or joined."),
    LayoutForm(.ruleLengths, "rule lengths", "The length of the rule on a line."),
    LayoutForm(.marks, "marks", "The marks around the text of the cell on a line."),
    LayoutForm(.emptyColumns, "empty columns", "The columns of a section, by its number, that no row needs."),
    LayoutForm(
      .emptyTables, "empty tables",
      "The sections, by their numbers, that keep nothing in step and have a property table all the same."),
    LayoutForm(
      .emptyPromises, "empty promises",
      "The sections, by their numbers, that keep nothing in step and say all the same that edits travel."),
  ]

  /// The key of a way.
  public static func key(_ kind: Kind) -> String {
    for form in all where form.kind == kind { return form.key }
    return documentKey
  }

  /// The word between two numbers under ``Kind/order``.
  static let through = "to"
  /// The word under ``Kind/parameters``.
  static let first = "first"
  /// The word under ``Kind/finalLineEnd``.
  static let missing = "missing"
  /// The columns that may be there although no row needs them.
  static let optionalColumns = ColumnForm.merge.optional + ColumnForm.properties.optional
}
