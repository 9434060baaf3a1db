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

  static func opening(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "a row begins with `* - ` and its first cell",
      explanation:
        "Write three blanks, `* - ` and the cell; each further cell in a line of its own, after five blanks and `- `.",
      at: span)
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
