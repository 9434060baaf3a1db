/// A table as its lines show it, before its cells are read.
struct RSTTable {
  /// The rows with the heading first.
  var rows: [Row] = []
  /// The blanks before the `*` of its rows: those of most of them.
  var rowIndentation = 3
  /// From the directive to the last cell.
  var range: Range<Int>

  /// A row of cells.
  struct Row {
    /// The contents of its cells.
    var cells: [Range<Int>]
    /// From `*` to the end of the last cell.
    var range: Range<Int>
    /// The line of its first cell.
    var line: Int
    /// True when something in it was reported already.
    var isBroken: Bool
    /// True when its indentation was reported, with that of its cells.
    var isShifted = false
  }
}
