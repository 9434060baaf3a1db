extension RSTDocumentReader {
  /// Reads the merge table or the property table at the current line.
  mutating func readSectionTable(_ section: inout RSTSection) {
    let errors = diagnostics.count
    let first = lines[index].content
    let isRest = isRestOfTable(index, section)
    guard let table = readTable() else { return section.isBroken = true }
    // What a lost or moved line cut off from the table above is a part of that one, which is broken.
    if isRest { return section.isBroken = true }
    let kind = section.announced ?? guessedKind(of: table, section)
    section.announced = nil
    if section.tables.contains(kind) {
      section.isBroken = true
      let earlier = kind == .properties ? section.flow.table : section.flow.matching?.span
      return report(RepeatedPart.table(span(first), first: earlier), line: lineIndex(at: first.lowerBound))
    }
    section.tables.insert(kind)
    let names = section.names
    let name: (Slot) -> String = { slot in
      switch slot {
      case .source: return names.source.text
      case .target: return names.target.text
      default: return names.target.name.system.value
      }
    }
    switch kind {
    case .merge:
      let body = body(of: table, forms: ColumnForm.merge, name: name)
      readMergeRows(body.rows, columns: body.columns, table: table, section: &section)
    case .properties:
      section.flow.table = span(table.range)
      let body = body(of: table, forms: ColumnForm.properties, name: name)
      section.flow.rows.reserveCapacity(body.rows.count)
      for row in body.rows {
        if let row = propertyRow(row, columns: body.columns) { section.flow.rows.append(row) }
      }
    }
    if diagnostics[min(errors, diagnostics.count)...].contains(where: { $0.severity == .error }) {
      section.isBroken = true
    }
  }

  /// True for a line of a table without its opening, below another line of a table.
  private func isRestOfTable(_ line: Int, _ section: RSTSection) -> Bool {
    guard section.announced == nil, section.isBroken, lines[line].shape != .directive else { return false }
    var above = line - 1
    while above > section.heading, lines[above].isBlank { above -= 1 }
    return [.row, .cell, .option, .directive].contains(lines[above].shape)
  }

  /// A table that no sentence announces is a property table when its third column is that of the types.
  private func guessedKind(of table: RSTTable, _ section: RSTSection) -> RSTSection.Table {
    let cells = table.rows.first?.cells ?? []
    if section.tables.contains(.merge) { return .properties }
    if cells.count < 3 { return .merge }
    return ColumnForm.merge.optional.contains { NormalizedName(bytes[cells[2]]) == NormalizedName($0.heading.text) }
      ? .merge : .properties
  }

  // MARK: - Merge table

  private mutating func readMergeRows(
    _ rows: [RSTTable.Row], columns: [ColumnForm.Kind], table: RSTTable, section: inout RSTSection
  ) {
    var alternatives: [(number: Int?, pairs: [Matching.Pair], isBroken: Bool)] = []
    let numberColumn = columns.firstIndex(of: .combination)
    for row in rows {
      var number: Int?
      if let numberColumn {
        let cell = row.cells[numberColumn]
        guard let found = Int(text(cell)), found > 0, found <= 1_000 else {
          report(RowShape.combination(span(cell.isEmpty ? row.range : cell), found: text(cell)), line: row.line)
          continue
        }
        number = found
      }
      let source = propertyCell(row.cells[0])
      let target = propertyCell(row.cells[1])
      let pair = source.flatMap { source in target.map { Matching.Pair(source: source, target: $0) } }
      if pair == nil, row.cells[0].isEmpty || row.cells[1].isEmpty {
        report(RowShape.emptyCell(span(row.range), side: row.cells[0].isEmpty ? "source" : "target"), line: row.line)
      }
      if let number, let place = alternatives.firstIndex(where: { $0.number == number }) {
        if let pair { alternatives[place].pairs.append(pair) } else { alternatives[place].isBroken = true }
      } else {
        alternatives.append((number, pair.map { [$0] } ?? [], pair == nil))
      }
    }
    // A combination that lost a pair would match too much, so none of it is used.
    section.flow.matching = Matching(
      alternatives: alternatives.filter { !$0.isBroken }.map { Matching.Alternative(pairs: $0.pairs) },
      span: span(table.range))
  }

  // MARK: - Property table

  private mutating func propertyRow(_ row: RSTTable.Row, columns: [ColumnForm.Kind]) -> PropertyRow? {
    let sourceCell = row.cells[0]
    let targetCell = row.cells[1]
    guard !targetCell.isEmpty else {
      report(RowShape.emptyCell(span(row.range), side: "target"), line: row.line)
      return nil
    }
    var isBroken = false
    var direction: Located<Direction>?
    var clauses: [Located<Clause>] = []
    if let exchanged = exchangedCells(row, columns: columns) {
      report(UnknownDirection.exchanged(span(exchanged.direction), rule: span(exchanged.rule)))
      return nil
    }
    for (position, kind) in columns.enumerated().dropFirst(3) {
      let cell = row.cells[position]
      guard !cell.isEmpty else { continue }
      if kind == .direction {
        direction = directionCell(cell)
        if direction == nil { isBroken = true }
      } else if kind == .rule {
        if let found = clauseCell(cell) { clauses = found } else { isBroken = true }
      }
    }
    var source: PropertyCell?
    if !sourceCell.isEmpty {
      source = propertyCell(sourceCell)
      if source == nil { isBroken = true }
    }
    guard let target = propertyCell(targetCell), !isBroken else { return nil }
    if sourceCell.isEmpty, !clauses.contains(where: { $0.value.givesValue }) {
      report(RowShape.emptyCell(span(row.range), side: "source"), line: row.line)
      return nil
    }
    return PropertyRow(
      source: source, target: target, type: typeCell(row.cells[2]), direction: direction, clauses: clauses,
      span: span(row.range))
  }

  /// The cells of the columns Direction and Rule when each holds what belongs into the other.
  private func exchangedCells(
    _ row: RSTTable.Row, columns: [ColumnForm.Kind]
  ) -> (direction: Range<Int>, rule: Range<Int>)? {
    guard let first = columns.firstIndex(of: .direction), let second = columns.firstIndex(of: .rule) else { return nil }
    let direction = row.cells[first]
    let rule = row.cells[second]
    guard !direction.isEmpty, !rule.isEmpty, DirectionForm.read(direction, in: bytes) == nil,
      DirectionForm.read(rule, in: bytes) != nil
    else { return nil }
    return (direction, rule)
  }

  /// The type, without the quotation marks around a single word.
  private mutating func typeCell(_ cell: Range<Int>) -> Located<String>? {
    guard !cell.isEmpty else { return nil }
    let quote = UInt8(ascii: "\"")
    let (isOpened, isClosed) = (bytes[cell.lowerBound] == quote, bytes[cell.upperBound - 1] == quote)
    if isOpened != isClosed, bytes[cell].count(where: { $0 == quote }) == 1 {
      report(UnclosedQuotationMark.type(span(cell), isOpened: isOpened), line: lineIndex(at: cell.lowerBound))
      let type = cell.lowerBound + (isOpened ? 1 : 0)..<cell.upperBound - (isClosed ? 1 : 0)
      return Located(text(type), at: span(cell))
    }
    guard cell.count > 2, bytes[cell.lowerBound] == quote, bytes[cell.upperBound - 1] == quote,
      !bytes[cell.lowerBound + 1..<cell.upperBound - 1].contains(quote)
    else { return located(cell) }
    return Located(text(cell.lowerBound + 1..<cell.upperBound - 1), at: span(cell))
  }

  private mutating func directionCell(_ cell: Range<Int>) -> Located<Direction>? {
    if let found = DirectionForm.read(cell, in: bytes) { return Located(found.direction, at: span(cell)) }
    report(UnknownDirection.cell(span(cell), text: text(cell)), line: lineIndex(at: cell.lowerBound))
    return nil
  }
}

extension Clause {
  /// True when the clause gives the target a value that no source property has.
  var givesValue: Bool {
    switch self {
    case .constant, .parameter: return true
    default: return false
    }
  }
}
