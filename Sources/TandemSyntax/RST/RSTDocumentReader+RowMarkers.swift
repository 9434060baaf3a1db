/// What the faulty beginning of a table's line was meant to be.
struct RSTRowMarker {
  /// True for `* - `, which begins a row; false for the `- ` of a further cell.
  var isRow: Bool
  /// What the cell holds.
  var cell: Range<Int>
}

extension RSTDocumentReader {
  /// What the line was meant to begin when its `* - ` or `- ` is damaged or missing; `nil` where nothing is wrong with
  /// it, or nothing can be told.
  func faultyMarker(_ line: Int, _ table: RSTTable) -> RSTRowMarker? {
    let content = lines[line].content
    let indentation = lines[line].source.indentation
    guard !lines[line].isFaulty, !content.isEmpty else { return nil }
    let isDeep = indentation >= table.rowIndentation + 2
    let (signs, cell) = marker(content)
    switch lines[line].shape {
    case .row:
      if firstCell(content) != nil { return nil }
      let isCell = isDeep && signs == 1 && !table.rows.isEmpty
      return RSTRowMarker(isRow: !isCell, cell: cell)
    case .cell:
      guard !isDeep, indentation >= table.rowIndentation - 1, !hasTab(line) else { return nil }
      // Two signs are those of a row; one alone may be that of a cell that stands too far to the left.
      if signs == 1, !isFull(table, before: line) { return nil }
      return RSTRowMarker(isRow: true, cell: cell)
    case .text:
      guard !isHeading(line), indentation > 1 else { return nil }
      let hasStar = bytes[content.lowerBound] == UInt8(ascii: "*")
      if signs > 0 {
        if hasStar { return RSTRowMarker(isRow: true, cell: cell) }
        guard !table.rows.isEmpty else { return nil }
        return RSTRowMarker(isRow: !isDeep && isFull(table, before: line), cell: cell)
      }
      guard isDeep, let last = table.rows.last, table.rows.count > 1, last.cells.count < table.rows[0].cells.count
      else { return nil }
      return RSTRowMarker(isRow: false, cell: content)
    default: return nil
    }
  }

  /// What stands behind the `* - ` of a row, between whose signs there may be any number of blanks; `nil` where a sign or a
  /// blank is missing.
  func firstCell(_ content: Range<Int>) -> Range<Int>? {
    guard bytes[content.lowerBound] == UInt8(ascii: "*"),
      let dash = bytes[content].dropFirst().firstIndex(where: { !SourceLine.isBlank($0) }),
      dash > content.lowerBound + 1, bytes[dash] == UInt8(ascii: "-"),
      dash + 1 == content.upperBound || SourceLine.isBlank(bytes[dash + 1])
    else { return nil }
    return dash + 1..<content.upperBound
  }

  /// The signs that a line begins with, and what stands behind them. A sign that is glued to a word is one of them.
  private func marker(_ content: Range<Int>) -> (signs: Int, rest: Range<Int>) {
    var signs = 0
    var position = content.lowerBound
    while position < content.upperBound, signs < 4 {
      let byte = bytes[position]
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-") {
        signs += 1
      } else if !SourceLine.isBlank(byte) {
        break
      }
      position += 1
    }
    return (signs, position..<content.upperBound)
  }

  /// True when the last row has all of its cells, so that another cell begins the next one.
  private func isFull(_ table: RSTTable, before line: Int) -> Bool {
    guard let last = table.rows.last else { return false }
    guard table.rows.count == 1 else { return last.cells.count >= table.rows[0].cells.count }
    // Behind the heading the first sound row tells how many cells a row has.
    var next = line + 1
    var count = 1
    while next < lines.count, lines[next].shape == .cell {
      next += 1
      count += 1
    }
    guard next < lines.count, lines[next].shape == .row else { return last.cells.count == count && count > 1 }
    var wanted = 1
    while next + wanted < lines.count, lines[next + wanted].shape == .cell { wanted += 1 }
    return last.cells.count == wanted && count == wanted
  }

  /// Reports a damaged beginning and reads the cell as what it was meant to be; the row is not used.
  mutating func readFaultyMarker(_ marker: RSTRowMarker, into table: inout RSTTable) {
    let line = index
    let source = lines[line].source
    index += 1
    let blanks = String(repeating: " ", count: table.rowIndentation + (marker.isRow ? 0 : 2))
    let signs = (marker.isRow ? "* -" : "-") + (marker.cell.isEmpty ? "" : " ")
    let edit = TextEdit(span(source.start..<marker.cell.lowerBound), replacement: blanks + signs)
    report(
      marker.isRow ? RowShape.opening(contentSpan(line), edit) : RowShape.cell(contentSpan(line), edit), line: line)
    let cell = trimmed(marker.cell)
    if marker.isRow || table.rows.isEmpty {
      table.rows.append(RSTTable.Row(cells: [cell], range: source.content, line: line, isBroken: true))
    } else {
      let last = table.rows.count - 1
      table.rows[last].cells.append(cell)
      table.rows[last].range = table.rows[last].range.lowerBound..<source.contentEnd
      table.rows[last].isBroken = true
    }
    table.range = table.range.lowerBound..<source.contentEnd
  }
}
