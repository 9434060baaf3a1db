extension RSTDocumentReader {
  /// Reads the lines of a table that begins at the current line; `nil` when the line opens something else.
  mutating func readTable() -> RSTTable? {
    let first = index
    var table = RSTTable(range: lines[first].content)
    if lines[first].shape == .directive {
      expectBlank(before: first)
      guard readDirective() else { return nil }
      while index < lines.count, lines[index].shape == .directive {
        report(MalformedTableOpening.twice(contentSpan(index), whole: wholeLine(index)), line: index)
        index += 1
      }
    } else {
      report(MalformedTableOpening.missingDirective(contentSpan(first), lineEnd: lineEnd), line: first)
      lines[first].isUnexpected = false
    }
    readOptions(opening: first)
    readRows(into: &table)
    return table
  }

  /// Reads `.. list-table::`. False when it is another directive; its indented lines are passed over.
  private mutating func readDirective() -> Bool {
    let line = index
    let content = lines[line].content
    index += 1
    if reads(content, Array(HeadingForm.tableDirective.utf8)) { return true }
    let words = words(in: content)
    let name = words.first { range in bytes[range].contains { $0 != UInt8(ascii: ".") } } ?? content
    let isTable = SpellingDistance.nearest(to: text(name), in: ["list-table"]) != nil
    report(
      MalformedTableOpening.directive(contentSpan(line), name: text(name), isTable: isTable), line: line)
    if isTable { return true }
    while index < lines.count, lines[index].isBlank || lines[index].source.indentation > 0 {
      lines[index].isUnexpected = true
      index += 1
    }
    return false
  }

  /// Reads the option lines: exactly one row is the heading.
  private mutating func readOptions(opening: Int) {
    var hasHeaderRows = false
    let wanted = Array(":header-rows: 1".utf8)
    while index < lines.count, lines[index].shape == .option || isMisspeltOption(index) || isJunkInOpening(index) {
      if isJunkInOpening(index), !isMisspeltOption(index) {
        report(UnexpectedLine.inTable(contentSpan(index)), line: index)
        index += 1
        continue
      }
      let content = lines[index].content
      if reads(content, wanted), !hasHeaderRows {
        if lines[index].source.indentation == 0 || hasTab(index) {
          reportIndentation(index, wanted: 3)
        }
      } else if hasHeaderRows || !resemblesHeaderRows(content) {
        report(MalformedTableOpening.unknownOption(contentSpan(index), whole: wholeLine(index)), line: index)
        index += 1
        continue
      } else {
        report(MalformedTableOpening.headerRows(contentSpan(index)), line: index)
      }
      hasHeaderRows = true
      index += 1
    }
    if !hasHeaderRows, lines[opening].shape == .directive {
      let end = lines[opening].source.terminator
      report(
        MalformedTableOpening.missingOption(
          contentSpan(opening),
          edit: TextEdit(span(end..<end), replacement: lineEnd + HeadingForm.tableOption)))
    }
  }

  private func isMisspeltOption(_ line: Int) -> Bool {
    lines[line].shape == .text && resemblesHeaderRows(lines[line].content)
  }

  private func resemblesHeaderRows(_ content: Range<Int>) -> Bool {
    content.count < 40 && SpellingDistance.nearest(to: text(content), in: [":header-rows: 1"]) != nil
  }

  /// True for a line of text between the lines that open a table, or between them and the first row.
  private func isJunkInOpening(_ line: Int) -> Bool {
    guard lines[line].shape == .text, !lines[line].isFaulty, line > 0, !lines[line - 1].isBlank, !isHeading(line),
      let next = nextLine(after: line)
    else { return false }
    return isRowLine(next) || lines[next].shape == .option
  }

  private func wholeLine(_ line: Int) -> SourceSpan { span(lines[line].source.start..<lines[line].source.end) }

  // MARK: - Rows

  private mutating func readRows(into table: inout RSTTable) {
    table.rowIndentation = usualIndentation()
    while index < lines.count {
      let line = lines[index]
      if let marker = faultyMarker(index, table) {
        if table.rows.isEmpty { expectBlankBeforeRows(index) }
        readFaultyMarker(marker, into: &table)
        continue
      }
      switch line.shape {
      case .blank:
        if line.isFaulty { table.rows.indices.last.map { table.rows[$0].isBroken = true } }
        if let next = nextLine(after: index), lines[next].shape == .comment, isInTable(next, table) {
          index = next
          if isInCell(next, table) { readComment(inCell: true) }
          continue
        }
        guard let next = nextLine(after: index),
          isRowLine(next) || isStray(next) && isRowLine(next + 1) || isJunkAboveRows(next, table)
        else {
          return
        }
        index = next
      case .row: readRowStart(into: &table)
      case .cell: readFurtherCell(into: &table)
      case .comment:
        guard isInTable(index, table) else { return }
        report(UnexpectedLine.commentInTable(contentSpan(index)))
        readComment()
      case .text where isStray(index) || isJunkAboveRows(index, table):
        report(UnexpectedLine.inTable(contentSpan(index)), line: index)
        table.rows.indices.last.map { table.rows[$0].isBroken = true }
        // What follows belongs to the row whose beginning this line was.
        if index + 1 < lines.count, lines[index + 1].shape == .cell {
          table.rows.append(RSTTable.Row(cells: [], range: line.content, line: index, isBroken: true))
        }
        index += 1
      case .option:
        report(UnexpectedLine.inTable(contentSpan(index)), line: index)
        index += 1
      default: return
      }
    }
  }

  /// True for a comment that stands deeper than the rows, or that rows follow.
  private func isInTable(_ line: Int, _ table: RSTTable) -> Bool {
    let indentation = lines[line].source.indentation
    if !table.rows.isEmpty, indentation > table.rowIndentation { return true }
    // A comment may hold a list of its own.
    var next = line + 1
    while next < lines.count, !lines[next].isBlank, lines[next].source.indentation > indentation,
      lines[next].shape != .row, lines[next].shape != .cell || !stands(next, at: table.rowIndentation + 2)
    {
      next += 1
    }
    return isRowLine(next) || nextLine(after: next - 1).map(isRowLine) ?? false
  }

  /// True for a comment that stands under the text of a cell, with a blank line between.
  private func isInCell(_ line: Int, _ table: RSTTable) -> Bool {
    line > 0 && lines[line - 1].isBlank && !table.rows.isEmpty && !hasTab(line)
      && lines[line].source.indentation >= table.rowIndentation + 4
  }

  /// True for a line of text above the first row.
  private func isJunkAboveRows(_ line: Int, _ table: RSTTable) -> Bool {
    guard table.rows.isEmpty, lines[line].shape == .text, !lines[line].isFaulty, !isHeading(line),
      let next = nextLine(after: line)
    else { return false }
    return isRowLine(next)
  }

  private func isRowLine(_ line: Int) -> Bool {
    line < lines.count && (lines[line].shape == .row || lines[line].shape == .cell)
  }

  /// The next line that is not blank.
  private func nextLine(after line: Int) -> Int? {
    var next = line + 1
    while next < lines.count, lines[next].isBlank { next += 1 }
    return next < lines.count ? next : nil
  }

  /// True when a line of text can only be a broken part of the table.
  private func isStray(_ line: Int) -> Bool {
    guard lines[line].shape == .text, !isHeading(line) else { return false }
    if lines[line].source.indentation > 1 { return true }
    return isRowLine(line + 1)
      || line > 0 && lines[line - 1].shape == .row
  }

  private mutating func readRowStart(into table: inout RSTTable) {
    let line = index
    let content = lines[line].content
    index += 1
    if table.rows.isEmpty { expectBlankBeforeRows(line) }
    var row = RSTTable.Row(cells: [], range: content, line: line, isBroken: lines[line].isFaulty)
    // Rows have as many cells as the heading row.
    row.cells.reserveCapacity(table.rows.first?.cells.count ?? 5)
    row.cells.append(trimmed(firstCell(content) ?? content))
    row.isShifted = checkRowIndentation(line, wanted: table.rowIndentation)
    table.rows.append(row)
    table.range = table.range.lowerBound..<content.upperBound
  }

  private mutating func readFurtherCell(into table: inout RSTTable) {
    let line = index
    let content = lines[line].content
    index += 1
    table.range = table.range.lowerBound..<content.upperBound
    guard let last = table.rows.indices.last else {
      expectBlankBeforeRows(line)
      report(RowShape.opening(contentSpan(line)), line: line)
      let row = RSTTable.Row(
        cells: [trimmed(content.lowerBound + 1..<content.upperBound)], range: content, line: line, isBroken: true)
      table.rows.append(row)
      return
    }
    table.rows[last].cells.append(trimmed(content.lowerBound + 1..<content.upperBound))
    table.rows[last].range = table.rows[last].range.lowerBound..<content.upperBound
    if lines[line].isFaulty { table.rows[last].isBroken = true }
    if !table.rows[last].isBroken, !table.rows[last].isShifted, !stands(line, at: table.rowIndentation + 2) {
      reportIndentation(line, wanted: table.rowIndentation + 2, row: table.rows[last].line)
    }
  }

  private mutating func expectBlankBeforeRows(_ line: Int) {
    if line > 0, [.option, .directive].contains(lines[line - 1].shape) { expectBlank(before: line) }
  }

  // MARK: - Indentation

  func hasTab(_ line: Int) -> Bool {
    let source = lines[line].source
    return bytes[source.start..<source.contentStart].contains(0x09)
  }

  /// The indentation that most rows of the table at the current line have, in blanks.
  private func usualIndentation() -> Int {
    var counts: [Int: Int] = [:]
    var line = index
    while line < lines.count, lines[line].isBlank || isRowLine(line) || lines[line].source.indentation > 1 {
      if lines[line].shape == .row, !hasTab(line) { counts[lines[line].source.indentation, default: 0] += 1 }
      line += 1
    }
    let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    // Where no indentation has a majority, the one of the language is meant.
    guard let usual, usual.key > 0, usual.value > counts[3, default: 0] else { return 3 }
    return usual.key
  }

  /// True when the line is indented with so many blanks.
  private func stands(_ line: Int, at indentation: Int) -> Bool {
    lines[line].source.indentation == indentation && !hasTab(line)
  }

  /// Warns once when a row does not stand under its like, or is indented with tabs; its cells move with it.
  private mutating func checkRowIndentation(_ line: Int, wanted: Int) -> Bool {
    guard !stands(line, at: wanted), !lines[line].isFaulty else { return false }
    var moved: [(line: Int, wanted: Int)] = []
    var next = line + 1
    while next < lines.count, lines[next].shape == .cell {
      if !stands(next, at: wanted + 2), !lines[next].isFaulty { moved.append((next, wanted + 2)) }
      next += 1
    }
    reportIndentation(line, wanted: wanted, moved: moved)
    return true
  }

  private mutating func reportIndentation(
    _ line: Int, wanted: Int, moved: [(line: Int, wanted: Int)] = [], row: Int? = nil
  ) {
    guard !lines[line].isFaulty else { return }
    let source = lines[line].source
    report(
      RowIndentation.line(
        span(source.start..<source.contentStart), hasTab: hasTab(line), wanted: wanted,
        moved: moved.map { line, wanted in
          let source = lines[line].source
          return TextEdit(
            span(source.start..<source.contentStart), replacement: String(repeating: " ", count: wanted))
        }, row: row.map(contentSpan)))
  }
}
