extension RSTDocumentReader {
  /// The columns of a table, from its heading row. `nil` when the table is not read because its heading tells too little.
  ///
  /// - Parameters:
  ///   - forms: The columns that such a table has.
  ///   - name: What fills the slots of the columns' headings.
  mutating func columns(
    of table: RSTTable, forms: (required: [ColumnForm], optional: [ColumnForm]), name: (Slot) -> String
  ) -> [ColumnForm.Kind] {
    let required = forms.required.map(\.kind)
    let wanted = (forms.required + forms.optional).map { $0.heading.filled(name) }
    guard let heading = table.rows.first else {
      report(TableHeading.missing(span(table.range), columns: Array(wanted.prefix(required.count))))
      return required
    }
    guard !heading.isBroken else { return required }
    guard heading.cells.count >= required.count else {
      report(
        TableHeading.count(
          span(heading.range), found: heading.cells.count, columns: Array(wanted.prefix(required.count))),
        line: heading.line)
      return required
    }
    var edits: [TextEdit] = []
    var kinds: [ColumnForm.Kind] = []
    var next = required.count
    for (position, cell) in heading.cells.enumerated() {
      if position < required.count {
        kinds.append(required[position])
        if !isSame(cell, wanted[position]) { edits.append(TextEdit(span(cell), replacement: wanted[position])) }
        continue
      }
      let found = (next..<max(next, wanted.count)).first { isSame(cell, wanted[$0]) }
      if let found {
        kinds.append(forms.optional[found - required.count].kind)
        next = found + 1
        continue
      }
      let near = SpellingDistance.nearest(to: text(cell), in: wanted[min(next, wanted.count)...])
      report(
        TableHeading.column(span(cell), found: text(cell), near: near, known: Array(wanted[required.count...])),
        line: lineIndex(at: cell.lowerBound))
      if let near, let place = wanted.firstIndex(of: near), place >= required.count {
        kinds.append(forms.optional[place - required.count].kind)
        next = place + 1
      } else {
        // What stands in an unknown column is passed over.
        kinds.append(.combination == forms.optional.first?.kind ? .type : .combination)
      }
    }
    if let first = edits.first {
      report(TableHeading.words(first.span, right: first.replacement, edits: edits), line: lineIndex(at: first.span.lowerBound))
    }
    return kinds
  }

  private func isSame(_ cell: Range<Int>, _ wanted: String) -> Bool {
    if reads(cell, Array(wanted.utf8)) { return true }
    return NormalizedName(bytes[cell]) == NormalizedName(wanted)
  }

  /// The rows below the heading that have a cell per column; the others are reported.
  mutating func bodyRows(of table: RSTTable, columns: [ColumnForm.Kind]) -> [RSTTable.Row] {
    let isHeadingRight = table.rows.first.map { $0.cells.count == columns.count } ?? false
    var result: [RSTTable.Row] = []
    result.reserveCapacity(table.rows.count)
    for row in table.rows.dropFirst() where !row.isBroken {
      if row.cells.count == columns.count {
        result.append(row)
      } else if isHeadingRight {
        report(RowShape.count(span(row.range), found: row.cells.count, wanted: columns.count), line: row.line)
      }
    }
    return result
  }
}
