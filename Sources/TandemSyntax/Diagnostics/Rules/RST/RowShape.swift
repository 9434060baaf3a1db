/// A row that does not fit its table.
enum RowShape {
  static let rule = Rule(
    code: "T0117",
    name: "row-shape",
    category: .syntax,
    severity: .error,
    summary: "A row has not one cell per column, or one of its cells is wrong.",
    page: """
      A row has one cell per column of its heading row, each in its own line; a cell with nothing to say is written
      as `-` alone.

             * - email
               - MailAddress
               - "string"

      A row names a property on both sides, except that a row with a `constant` or a `parameter` needs none on the
      left. In the column Combination rows with the same number belong together.
      """,
    failing: RSTExample.failing("- MailAddress", nil),
    passing: RSTExample.passing
  )

  /// - Parameter heading: The heading row.
  static func count(_ span: SourceSpan, found: Int, wanted: Int, heading: SourceSpan?) -> Diagnostic {
    Diagnostic(
      rule, "the row has \(found) \(found == 1 ? "cell" : "cells"), its table \(wanted) columns",
      explanation: found < wanted
        ? "Add a line `-` for each cell that has nothing to say." : "Remove the cells that belong to no column.",
      at: span, labels: heading.map { [.init("the columns are these", at: $0)] } ?? [])
  }

  /// - Parameter edit: Puts the beginning right; `nil` where the first cell is lost with it.
  static func opening(_ span: SourceSpan, _ edit: TextEdit? = nil) -> Diagnostic {
    Diagnostic(
      rule, "a row begins with `* - ` and its first cell",
      explanation:
        "Write three blanks, `* - ` and the cell; each further cell in a line of its own, after five blanks and `- `.",
      at: span, fixes: edit.map { [.init("begin the row with `* - `", safe: false, edits: [$0])] } ?? [])
  }

  static func cell(_ span: SourceSpan, _ edit: TextEdit) -> Diagnostic {
    Diagnostic(
      rule, "a further cell begins with `- `", explanation: "Write five blanks, `- ` and the cell.", at: span,
      fixes: [.init("begin the cell with `- `", safe: false, edits: [edit])])
  }

  /// - Parameters:
  ///   - column: The heading of the column whose cell is missing.
  ///   - above: The line behind which it belongs; `nil` for the first cell.
  ///   - isEmpty: True where the cell may be empty.
  static func missing(
    _ span: SourceSpan, column: String, above: String?, isEmpty: Bool, heading: SourceSpan, edit: TextEdit?
  ) -> Diagnostic {
    let place = above.map { " below `\($0)`" } ?? " at the beginning of the row"
    return Diagnostic(
      rule, "the row lacks its cell for `\(column)`",
      explanation: isEmpty
        ? "Write `-`\(place); a cell with nothing to say stands there too."
        : "Write `- ` and the cell\(place): every row has one cell per column.",
      at: span, labels: [.init("the column", at: heading)],
      fixes: edit.map { [.init("add an empty cell", safe: false, edits: [$0])] } ?? [])
  }

  /// - Parameter columns: The headings of the columns, the cell of one of which is missing.
  static func missing(_ span: SourceSpan, columns: [String], heading: SourceSpan) -> Diagnostic {
    let names = columns.map { "`\($0)`" }.joined(separator: " or ")
    return Diagnostic(
      rule, "the row lacks its cell for \(names)",
      explanation: "Write each of the cells in a line of its own, in the order of the columns.", at: span,
      labels: [.init("the columns are these", at: heading)])
  }

  /// A cell that belongs to no column.
  static func surplus(_ span: SourceSpan, isDoubled: Bool, wanted: Int) -> Diagnostic {
    Diagnostic(
      rule, isDoubled ? "the cell stands twice" : "the cell belongs to no column",
      explanation: "The table has \(wanted) columns, and each row one cell for each. Remove the line.", at: span,
      fixes: [.removingLines(of: span)])
  }

  /// The first cells of a row stand above the whole row once more.
  static func begunTwice(_ span: SourceSpan, again: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the row is begun twice", explanation: "Remove these lines: the whole row stands below them.", at: span,
      labels: [.init("the whole row", at: again)], fixes: [.removingLines(of: span)])
  }

  static func emptyCell(_ span: SourceSpan, side: String) -> Diagnostic {
    Diagnostic(
      rule, "the row names no property of the \(side)",
      explanation: side == "source"
        ? "Name the property, or give the target a value with the rule `constant \"...\"` or `parameter ...`."
        : "Name the property that is kept in step.", at: span)
  }

  static func emptyParameter(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the row lacks the parameter's name or type",
      explanation: "Write both, such as `salesProfile` and `string`.", at: span)
  }

  static func combination(_ span: SourceSpan, found: String) -> Diagnostic {
    Diagnostic(
      rule, found.isEmpty ? "the row has no combination" : "`\(found)` is not a number of a combination",
      explanation: "Write a whole number from 1; rows with the same number must all match.", at: span)
  }
}
