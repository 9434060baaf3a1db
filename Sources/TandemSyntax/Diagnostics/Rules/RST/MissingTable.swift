/// An announced table that is not there.
enum MissingTable {
  static let rule = Rule(
    code: "T0109",
    name: "missing-table",
    category: .syntax,
    severity: .error,
    summary: "A table that a sentence or heading announces is not there.",
    page: """
      `... if one of the following property combinations match:` is followed by the merge table, and `The following
      properties ...` by the property table. The heading `Values: Name` is followed by a table of two columns,
      `Parameters` by one of three. A table may have no row, but its heading row must be there.
      """,
    failing: .rst(
      """
      ===========================
      Shopbase to Ledger Dataflow
      ===========================

      Shopbase Client to Ledger Customer
      ----------------------------------
      Every Shopbase Client will be synchronized with a Ledger Customer.

      Once a link between a Shopbase Client and a Ledger Customer is established, it will keep in sync between the two \
      systems, regardless of where it is edited.

      The following properties are synchronized between a Shopbase Client and a Ledger Customer:

      """),
    passing: RSTExample.passing
  )

  static func after(
    _ place: SentenceForm.Place, _ span: SourceSpan, in section: RSTSection, lineEnd: String
  ) -> Diagnostic {
    let names = section.names
    let forms = place == .mergeTable ? ColumnForm.merge.required : ColumnForm.properties.required
    let headings = forms.map { form in
      form.heading.filled { slot in
        switch slot {
        case .source: return names.source.text
        case .target: return names.target.text
        default: return names.target.name.system.value
        }
      }
    }
    var lines = ["", "", HeadingForm.tableDirective, HeadingForm.tableOption, ""]
    for (index, heading) in headings.enumerated() {
      lines.append((index == 0 ? HeadingForm.rowOpening : HeadingForm.cellOpening) + heading)
    }
    let end = SourceSpan(file: span.file, span.upperBound..<span.upperBound)
    return Diagnostic(
      rule, place == .mergeTable ? "the merge table is missing" : "the property table is missing",
      explanation: "Add `.. list-table::` with its heading row after this sentence.", at: span,
      fixes: [
        .init("add an empty table", safe: false, edits: [TextEdit(end, replacement: lines.joined(separator: lineEnd))])
      ])
  }

  static func under(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "no table stands under this heading", explanation: "Add `.. list-table::` with its heading row below it.",
      at: span)
  }
}
