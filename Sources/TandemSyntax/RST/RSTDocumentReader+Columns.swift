extension RSTDocumentReader {
  /// The columns of a table, and the rows that have a cell for each of them.
  struct Body {
    var columns: [ColumnForm.Kind]
    var rows: [RSTTable.Row]
  }

  /// Compares a table's rows with the columns that such a table has.
  ///
  /// A fault of the heading row costs one diagnostic; the rows are then read by the number of their cells. A row that does
  /// not fit costs one diagnostic and is not used.
  ///
  /// - Parameters:
  ///   - forms: The columns that such a table has.
  ///   - name: What fills the slots of the columns' headings.
  mutating func body(
    of table: RSTTable, forms: (required: [ColumnForm], optional: [ColumnForm]), name: (Slot) -> String
  ) -> Body {
    let wanted = (forms.required + forms.optional).map { $0.heading.filled(name) }
    let kinds = (forms.required + forms.optional).map(\.kind)
    let required = forms.required.count
    guard var heading = table.rows.first else {
      report(TableHeading.missing(span(table.range), columns: Array(wanted.prefix(required))))
      return Body(columns: Array(kinds.prefix(required)), rows: [])
    }
    var rows = Array(table.rows.dropFirst())
    var found = columns(heading.cells, wanted, required: required)
    if found == nil, !heading.isBroken, let next = rows.first, !next.isBroken,
      let better = columns(next.cells, wanted, required: required)
    {
      // Something stands before the heading row.
      report(
        RowShape.count(
          span(heading.range), found: heading.cells.count, wanted: next.cells.count, heading: span(next.range)),
        line: heading.line)
      heading = next
      rows.removeFirst()
      found = better
    }
    if let found, !heading.isBroken, !isOutvoted(found.count, by: rows) {
      return Body(
        columns: found.map { kinds[$0] }, rows: fitting(rows, columns: found.map { kinds[$0] }, under: heading))
    }
    if !heading.isBroken, let length = swallowed(heading, wanted, required: required, by: rows) {
      let line = lineIndex(at: heading.cells[length].lowerBound)
      // Where the whole row is there, only the `* ` before it is lost.
      let isWhole = heading.cells.count - length == length
      report(
        RowShape.opening(contentSpan(line), isWhole ? beginning(of: heading.cells[length], under: heading) : nil),
        line: line)
      let columns = columns(Array(heading.cells.prefix(length)), wanted, required: required) ?? []
      let named = columns.map { kinds[$0] }
      return Body(columns: named, rows: fitting(rows, columns: named, under: heading))
    }
    let count = usualCount(rows) ?? max(required, min(heading.cells.count, wanted.count))
    if !heading.isBroken { reportHeading(heading, wanted, required: required, count: count) }
    let columns = guessedColumns(heading, wanted, required: required, count: count)
    return Body(
      columns: columns.map { kinds[$0] }, rows: rows.filter { !$0.isBroken && $0.cells.count == columns.count })
  }

  /// Which columns the heading's cells name; `nil` when they do not name columns in order, all of the required first.
  private func columns(_ cells: [Range<Int>], _ wanted: [String], required: Int) -> [Int]? {
    guard cells.count >= required, cells.count <= wanted.count else { return nil }
    var result: [Int] = []
    var next = 0
    for (position, cell) in cells.enumerated() {
      while next < wanted.count, !isSame(cell, wanted[next]) {
        if position < required { return nil }
        next += 1
      }
      guard next < wanted.count else { return nil }
      result.append(next)
      next += 1
    }
    return result
  }

  private func isSame(_ cell: Range<Int>, _ wanted: String) -> Bool {
    if wanted.utf8.count == cell.count, wanted.utf8.elementsEqual(bytes[cell]) { return true }
    return NormalizedName(bytes[cell]) == NormalizedName(wanted)
  }

  /// The number of cells that most rows have.
  private func usualCount(_ rows: [RSTTable.Row]) -> Int? {
    var counts: [Int: Int] = [:]
    for row in rows where !row.isBroken { counts[row.cells.count, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// True when at least two rows agree with each other against the heading.
  private func isOutvoted(_ count: Int, by rows: [RSTTable.Row]) -> Bool {
    var others: [Int: Int] = [:]
    for row in rows where !row.isBroken {
      if row.cells.count == count { return false }
      others[row.cells.count, default: 0] += 1
    }
    return others.values.contains { $0 >= 2 }
  }

  /// The number of cells that belong to the heading when the next row's `* -` is lost.
  private func swallowed(
    _ heading: RSTTable.Row, _ wanted: [String], required: Int, by rows: [RSTTable.Row]
  ) -> Int? {
    for length in stride(from: min(wanted.count, heading.cells.count - 1), through: required, by: -1)
    where columns(Array(heading.cells.prefix(length)), wanted, required: required) != nil {
      // Half a row is enough to tell it from a further column.
      let usual = usualCount(rows) ?? length
      return usual == length && heading.cells.count - length >= max(1, length - 1) ? length : nil
    }
    return nil
  }

  /// Says once what is wrong with the heading row.
  private mutating func reportHeading(_ heading: RSTTable.Row, _ wanted: [String], required: Int, count: Int) {
    if heading.cells.count < required || heading.cells.count != count {
      let count = max(required, count)
      return report(
        TableHeading.count(
          span(heading.range), found: heading.cells.count, wanted: count,
          columns: Array(wanted.prefix(max(required, min(count, wanted.count))))),
        line: heading.line)
    }
    var edits: [TextEdit] = []
    for (cell, text) in zip(heading.cells, wanted).prefix(required) where !isSame(cell, text) {
      edits.append(TextEdit(span(cell), replacement: text))
    }
    if let first = edits.first {
      return report(
        TableHeading.words(
          first.span, right: first.replacement, edits: edits, heading: headingAbove(heading.line)),
        line: lineIndex(at: first.span.lowerBound))
    }
    let further = wanted[min(required, wanted.count)...]
    for cell in heading.cells.dropFirst(required) where !further.contains(where: { isSame(cell, $0) }) {
      let near = SpellingDistance.nearest(to: text(cell), in: further)
      return report(
        TableHeading.column(span(cell), found: text(cell), near: near, known: Array(further)),
        line: lineIndex(at: cell.lowerBound))
    }
    report(TableHeading.order(span(heading.range), columns: wanted), line: heading.line)
  }

  /// The heading of the part that a line stands in; `nil` when it is far away.
  private func headingAbove(_ line: Int) -> SourceSpan? {
    for above in stride(from: line - 1, through: max(0, line - 500), by: -1) where isHeading(above) {
      return contentSpan(above)
    }
    return nil
  }

  /// The columns that the rows of a table with a faulty heading have; none when that cannot be told.
  private func guessedColumns(_ heading: RSTTable.Row, _ wanted: [String], required: Int, count: Int) -> [Int] {
    guard count >= required, count <= wanted.count else { return [] }
    if count == required || count == wanted.count { return Array(0..<count) }
    let named = (required..<wanted.count).filter { place in
      heading.cells.contains {
        isSame($0, wanted[place]) || SpellingDistance.nearest(to: text($0), in: [wanted[place]]) != nil
      }
    }
    return named.count == count - required ? Array(0..<required) + named : []
  }

  /// The rows that have a cell per column; the others are reported.
  private mutating func fitting(
    _ rows: [RSTTable.Row], columns kinds: [ColumnForm.Kind], under heading: RSTTable.Row
  ) -> [RSTTable.Row] {
    let count = kinds.count
    var result: [RSTTable.Row] = []
    result.reserveCapacity(rows.count)
    var isMissing = 0
    for (number, row) in rows.enumerated() where !row.isBroken {
      if row.cells.count == count {
        result.append(row)
        isMissing = 0
      } else if isMissing != 0, row.cells.count - count == isMissing {
        // What this row has too many or too few stands in the row above, which was reported.
        isMissing = 0
      } else {
        isMissing = count - row.cells.count
        report(
          misfit(row, next: number + 1 < rows.count ? rows[number + 1] : nil, under: heading, columns: kinds),
          line: row.line)
      }
    }
    return result
  }
}
