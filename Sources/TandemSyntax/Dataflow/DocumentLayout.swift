/// How an RST document is laid out where it differs from the canonical form: nothing in it changes what the document means.
///
/// Lines are counted from 1 in the RST document that is written; what is said of a line that does not exist is not used.
public struct DocumentLayout: Sendable, Hashable {
  /// The line ends that nearly all lines have.
  public var lineEnds: LineEnds = .lf
  /// The lines that end in the other way.
  public var otherLineEnds: [Int] = []
  /// True when the file begins with the UTF-8 mark of the byte order.
  public var hasByteOrderMark = false
  /// True when the introduction has the heading of older documents, with a full stop.
  public var hasOlderIntroduction = false
  /// True when the parameters stand before the sections.
  public var hasParametersFirst = false
  /// True when a table of parameters stands there that has none.
  public var hasEmptyParameters = false
  /// False when nothing ends the last line.
  public var endsWithLineEnd = true
  /// The lines on which a comment begins, or a part of one, that stands elsewhere than where a writer puts it: with the
  /// number of the comment, in the order in which a writer has them, from 1.
  public var commentPlaces: [Int: Int] = [:]
  /// The number of lines of a comment's part that is not the whole comment, by its line.
  public var commentLengths: [Int: Int] = [:]
  /// The marks before the text of a comment where they are not those that a writer gives it, by its line.
  public var commentMarks: [Int: CommentMarks] = [:]
  /// Lines that stand elsewhere than where a writer puts them, by the line on which they begin: with the numbers of the
  /// lines, in the order in which a writer has them, from 1, without blank lines and comments.
  public var order: [Int: ClosedRange<Int>] = [:]
  /// The number of lines that a writer would put behind a line and that are not there, without blank lines and comments.
  public var missingLines: [Int: Int] = [:]
  /// Words that are spelt otherwise and read the same, as names are, by the number of words that stand before them; an
  /// empty text is a word that went into the one before it.
  public var spellings: [Int: [Int: String]] = [:]
  /// The number of blank lines behind a line that is not blank; line 0 is the beginning of the file.
  public var blankLines: [Int: Int] = [:]
  /// Blanks and tabs at the ends of lines.
  public var trailingBlanks: [Int: String] = [:]
  /// Blanks and tabs in lines, by the number of words that stand before them; 0 is the indentation.
  public var spacing: [Int: [Int: String]] = [:]
  /// The same where blanks stand inside of words, or none between them: by the number of other characters before them.
  public var innerSpacing: [Int: [Int: String]] = [:]
  /// The lengths of rules that are not as long as their titles.
  public var ruleLengths: [Int: Int] = [:]
  /// Cells whose text stands between other marks than the canonical ones, by line.
  public var marks: [Int: CellMarks] = [:]
  /// The sections, by their numbers from 1, that keep nothing in step and have an empty property table all the same.
  public var emptyTables: [Int] = []
  /// The same for sections that promise all the same to keep everything in step.
  public var emptyPromises: [Int] = []
  /// The columns of a section that are there although no row needs them, by the section's number from 1.
  public var emptyColumns: [Int: [ColumnForm.Kind]] = [:]

  /// The canonical layout: that of the supplied documents.
  public init() {}

  /// The lines of which something is said.
  var lines: [Int] {
    let numbers: [any Collection<Int>] = [
      commentPlaces.keys, commentLengths.keys, commentMarks.keys, order.keys, missingLines.keys, spellings.keys,
      otherLineEnds, blankLines.keys, trailingBlanks.keys, spacing.keys, innerSpacing.keys, ruleLengths.keys,
      marks.keys,
    ]
    return Set(numbers.flatMap { Array($0) }).sorted()
  }

  /// The layout with what it says of some lines only.
  func ofLines(_ lines: Set<Int>) -> DocumentLayout {
    var layout = self
    layout.otherLineEnds.removeAll { !lines.contains($0) }
    layout.commentPlaces = commentPlaces.filter { lines.contains($0.key) }
    layout.commentLengths = commentLengths.filter { lines.contains($0.key) }
    layout.commentMarks = commentMarks.filter { lines.contains($0.key) }
    layout.order = order.filter { lines.contains($0.key) }
    layout.missingLines = missingLines.filter { lines.contains($0.key) }
    layout.spellings = spellings.filter { lines.contains($0.key) }
    layout.blankLines = blankLines.filter { lines.contains($0.key) }
    layout.trailingBlanks = trailingBlanks.filter { lines.contains($0.key) }
    layout.spacing = spacing.filter { lines.contains($0.key) }
    layout.innerSpacing = innerSpacing.filter { lines.contains($0.key) }
    layout.ruleLengths = ruleLengths.filter { lines.contains($0.key) }
    layout.marks = marks.filter { lines.contains($0.key) }
    return layout
  }

  /// The ways to end a line.
  public enum LineEnds: String, Sendable, Hashable, CaseIterable {
    case lf, crlf
  }

  /// The marks before the text of a comment.
  public enum CommentMarks: String, Sendable, Hashable, CaseIterable {
    /// The full stops alone.
    case plain
    /// A word that says which part the comment speaks of.
    case label
    /// The number signs of YAML.
    case signs
    /// Both.
    case labelAndSigns = "label and signs"
    /// The full stops stand on a line of their own.
    case below
  }

  /// The marks around the text of a cell.
  public enum CellMarks: String, Sendable, Hashable, CaseIterable {
    /// No marks.
    case bare
    /// Quotation marks.
    case quotation = "quotation marks"
    /// Double backticks.
    case backticks
    /// Quotation marks in double backticks.
    case quotationInBackticks = "quotation marks in backticks"
    /// Double backticks around the code in a clause, not around the clause.
    case backticksAroundCode = "backticks around code"
  }
}
