extension RSTDocumentReader {
  /// Says of a row with too few or too many cells which one it is, where the cells tell.
  ///
  /// - Parameters:
  ///   - next: The row below.
  ///   - kinds: The columns of the table, and the words of their headings.
  func misfit(
    _ row: RSTTable.Row, next: RSTTable.Row?, under heading: RSTTable.Row, columns kinds: [ColumnForm.Kind]
  ) -> Diagnostic {
    let count = kinds.count
    let plain = RowShape.count(
      span(row.range), found: row.cells.count, wanted: count, heading: span(heading.range))
    if row.cells.count < count {
      if let next, next.cells.count == count, zip(row.cells, next.cells).allSatisfy({ bytes[$0] == bytes[$1] }) {
        return RowShape.begunTwice(span(row.range), again: span(next.range))
      }
      return missingCell(row, heading: heading, columns: kinds) ?? plain
    }
    let further = row.cells.count - count
    // Of a row without its first cell the type tells that it is one.
    let isRow =
      further == count
      || further == count - 1
        && kinds.indices.dropFirst().contains {
          kinds[$0] == .type && fit(row.cells[count + $0 - 1], kinds[$0]) > 0
        }
    if isRow, further > 1 || count == 2 && further == 2 {
      // Two rows in one: the beginning of the second one is lost.
      let line = lineIndex(at: row.cells[count].lowerBound)
      return RowShape.opening(
        contentSpan(line), further == count ? beginning(of: row.cells[count], under: row) : nil)
    }
    return further == 1 ? surplusCell(row, columns: kinds) ?? plain : plain
  }

  /// The edit that makes a cell the first one of a row.
  func beginning(of cell: Range<Int>, under row: RSTTable.Row) -> TextEdit {
    let start = lines[lineIndex(at: cell.lowerBound)].source.start
    let blanks = String(repeating: " ", count: lines[row.line].source.indentation)
    return TextEdit(span(start..<cell.lowerBound), replacement: blanks + (cell.isEmpty ? "* -" : "* - "))
  }

  /// The one cell that is missing, when the others fit one way alone.
  private func missingCell(
    _ row: RSTTable.Row, heading: RSTTable.Row, columns kinds: [ColumnForm.Kind]
  ) -> Diagnostic? {
    guard row.cells.count == kinds.count - 1, row.cells.count < 12 else { return nil }
    let fits = kinds.indices.map { gap in
      kinds.indices.reduce(0) { sum, column in
        column == gap ? sum : sum + fit(row.cells[column < gap ? column : column - 1], kinds[column])
      }
    }
    guard let best = fits.max() else { return nil }
    let gaps = kinds.indices.filter { fits[$0] == best }
    // Beside an empty cell another one may stand on either side of it.
    guard let gap = gaps.last, best > 0, gaps.allSatisfy(heading.cells.indices.contains) else { return nil }
    if gaps.count > 1, !gaps.allSatisfy({ isOptional(kinds[$0]) }) {
      guard gaps.allSatisfy({ !isOptional(kinds[$0]) }) else { return nil }
      return RowShape.missing(
        span(row.range), columns: gaps.map { text(heading.cells[$0]) }, heading: span(heading.range))
    }
    let name = text(heading.cells[gap])
    let above = lineIndex(at: row.cells[max(0, gap - 1)].lowerBound)
    let blanks = String(repeating: " ", count: lines[row.line].source.indentation + 2)
    let end = lines[above].source.terminator
    let isEmpty = isOptional(kinds[gap])
    return RowShape.missing(
      span(row.range), column: name, above: gap == 0 ? nil : text(lines[above].content), isEmpty: isEmpty,
      heading: span(heading.cells[gap]),
      edit: isEmpty ? TextEdit(span(end..<end), replacement: lineEnd + blanks + "-") : nil)
  }

  /// The one cell that is too many: a line that stands twice, or one that fits no column.
  private func surplusCell(_ row: RSTTable.Row, columns kinds: [ColumnForm.Kind]) -> Diagnostic? {
    guard row.cells.count == kinds.count + 1, row.cells.count < 12 else { return nil }
    let fits = row.cells.indices.map { surplus in
      kinds.indices.reduce(0) { sum, column in
        sum + fit(row.cells[column < surplus ? column : column + 1], kinds[column])
      }
    }
    guard let best = fits.max() else { return nil }
    let places = row.cells.indices.filter { fits[$0] == best && $0 > 0 }
    let doubled = places.first { bytes[row.cells[$0]] == bytes[row.cells[$0 - 1]] }
    guard let place = doubled ?? (places.count == 1 ? places[0] : nil) else { return nil }
    return RowShape.surplus(
      contentSpan(lineIndex(at: row.cells[place].lowerBound)), isDoubled: doubled != nil, wanted: kinds.count)
  }

  /// True for a column whose cell may be empty.
  private func isOptional(_ kind: ColumnForm.Kind) -> Bool {
    switch kind {
    case .direction, .rule, .parameterDefault: return true
    default: return false
    }
  }

  /// How well a cell fits a column.
  private func fit(_ cell: Range<Int>, _ kind: ColumnForm.Kind) -> Int {
    let isQuoted = !cell.isEmpty && bytes[cell.lowerBound] == UInt8(ascii: "\"")
    switch kind {
    case .direction: return cell.isEmpty ? 1 : DirectionForm.read(cell, in: bytes) == nil ? -4 : 3
    case .rule: return cell.isEmpty ? 1 : isClause(cell) ? 3 : -4
    case .type: return cell.isEmpty ? 0 : isQuoted ? 3 : -2
    case .combination: return bytes[cell].allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && !cell.isEmpty ? 3 : -4
    case .source: return cell.isEmpty ? 0 : isPath(cell) ? 2 : -4
    case .target: return isPath(cell) ? 2 : -4
    default: return cell.isEmpty ? -1 : 0
    }
  }

  private func isPath(_ cell: Range<Int>) -> Bool {
    let end = bytes[cell].firstIndex(of: UInt8(ascii: "(")) ?? cell.upperBound
    let path = trimmed(cell.lowerBound..<end)
    var ignored: [Diagnostic] = []
    return !path.isEmpty && bytes[path.lowerBound] != UInt8(ascii: "\"")
      && PropertyPathReader.read(path, in: file, diagnostics: &ignored) != nil && ignored.isEmpty
  }

  /// True when the beginning of a cell has the words of a clause.
  private func isClause(_ cell: Range<Int>) -> Bool {
    let end = bytes[cell].firstIndex(of: UInt8(ascii: ";")) ?? cell.upperBound
    let content = withoutBackticks(trimmed(cell.lowerBound..<end))
    return ClauseForm.all.contains { form in
      form.template.match(content, in: bytes).map { !$0.all.contains { $0.range.isEmpty } } ?? false
    }
  }
}
