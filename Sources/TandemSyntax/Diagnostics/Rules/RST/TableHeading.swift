/// A heading row with other columns.
enum TableHeading {
  static let rule = Rule(
    code: "T0116",
    name: "table-heading",
    category: .syntax,
    severity: .error,
    summary: "The heading row of a table does not name its columns.",
    page: """
      The heading row names the columns in a fixed way: in a property table `Shopbase Client Property`, `Ledger
      Customer Property`, `Ledger Data Type`, and then `Direction` and `Rule` where they are needed; in a merge
      table the first two, and `Combination` where more than one pair must match. Capitals, blanks and punctuation
      make no difference.
      """,
    failing: RSTExample.failing("- Ledger Data Type", "- Ledger Kind"),
    passing: RSTExample.passing
  )

  static func missing(_ span: SourceSpan, columns: [String]) -> Diagnostic {
    Diagnostic(
      rule, "the table has no heading row", explanation: "Its columns are \(list(columns)).", at: span)
  }

  static func count(_ span: SourceSpan, found: Int, wanted: Int, columns: [String]) -> Diagnostic {
    Diagnostic(
      rule, "the heading row has \(found) \(found == 1 ? "cell" : "cells") instead of \(wanted)",
      explanation: "The columns are \(list(columns)).", at: span)
  }

  /// - Parameter heading: The heading of the part, whose names the columns have.
  static func words(_ span: SourceSpan, right: String, edits: [TextEdit], heading: SourceSpan?) -> Diagnostic {
    Diagnostic(
      rule,
      span.range.isEmpty ? "the column has no heading" : "the column's heading is `\(span.text)` instead of `\(right)`",
      explanation: "Write `\(right)`: columns have the names of the heading or the title.", at: span,
      labels: heading.map { [.init("the part is about these", at: $0)] } ?? [],
      fixes: [
        .init(edits.count == 1 ? "write `\(right)`" : "write the headings", safe: false, edits: edits)
      ])
  }

  static func order(_ span: SourceSpan, columns: [String]) -> Diagnostic {
    Diagnostic(
      rule, "the columns do not stand in their order", explanation: "The order is \(list(columns)).", at: span)
  }

  static func column(_ span: SourceSpan, found: String, near: String?, known: [String]) -> Diagnostic {
    Diagnostic(
      rule, "there is no column `\(found)` in such a table",
      explanation: known.isEmpty ? "The table has no further columns." : "Further columns are \(list(known)).",
      at: span,
      fixes: near.map { [.init("write `\($0)`", safe: true, edits: [TextEdit(span, replacement: $0)])] } ?? [])
  }

  private static func list(_ columns: [String]) -> String {
    columns.map { "`\($0)`" }.joined(separator: ", ")
  }
}
