extension RSTDocumentReader {
  /// Reads the part under `Values: Name`.
  mutating func readValueMap(name: Located<String>, heading: Int) {
    hasContent = true
    let errors = diagnostics.count
    let found = readOnlyTable()
    let hasStrayText = diagnostics.count > errors
    guard let table = found else {
      if !lines[heading].isFaulty, !hasStrayText { report(MissingTable.under(contentSpan(heading))) }
      declare(ValueMap(name: name, entries: [], span: contentSpan(heading)), heading: heading)
      return
    }
    let systems = dataflow.systemsOfValueMaps
    let body = body(of: table, forms: ColumnForm.values) { $0 == .otherSystem ? systems.source : systems.target }
    var map = ValueMap(name: name, entries: [], span: span(lines[heading].content.lowerBound..<table.range.upperBound))
    for row in body.rows {
      if reads(row.cells[0], Array(ColumnForm.otherwise.word.utf8)) {
        if map.otherwise != nil {
          report(
            RepeatedPart.part(ColumnForm.otherwise.word, span(row.range), first: map.otherwise?.span), line: row.line)
        } else {
          map.otherwise = otherwise(row.cells[1], row: row)
        }
      } else if let source = value(row.cells[0]), let target = value(row.cells[1]) {
        map.entries.append(ValueMap.Entry(source: source, target: target))
      }
    }
    declare(map, heading: heading)
  }

  /// Keeps a map, also one that lost lines: its name is known, and who uses it did nothing wrong.
  private mutating func declare(_ map: ValueMap, heading: Int) {
    if !valueMapNames.insert(map.name.value).inserted {
      let first = dataflow.valueMaps.first { $0.name.value == map.name.value }
      report(
        RepeatedPart.part(
          HeadingForm.values.filled { _ in map.name.value }, contentSpan(heading), first: first?.name.span),
        line: heading)
    } else {
      dataflow.valueMaps.append(map)
    }
  }

  /// A value as it stands, or what stands between quotation marks.
  private mutating func value(_ cell: Range<Int>) -> Located<String>? {
    let cell = withoutBackticks(cell)
    guard let first = bytes[cell].first, first == UInt8(ascii: "\"") else { return located(cell) }
    guard let literal = LiteralReader.read(cell, in: file, diagnostics: &diagnostics) else { return nil }
    guard case .string(let text) = literal.value else { return located(cell) }
    return Located(text, at: span(cell))
  }

  private mutating func otherwise(_ cell: Range<Int>, row: RSTTable.Row) -> Located<ValueMap.Otherwise>? {
    let words = ColumnForm.otherwise
    switch text(cell) {
    case words.error: return Located(.error, at: span(cell))
    case words.keep: return Located(.keep, at: span(cell))
    case words.empty: return Located(.empty, at: span(cell))
    default:
      if bytes[cell].first == UInt8(ascii: "\"") {
        return value(cell).map { Located(.value($0.value), at: $0.span) }
      }
      report(
        UnknownOtherwise.cell(span(cell.isEmpty ? row.range : cell), text: text(cell)),
        line: lineIndex(at: cell.lowerBound))
      return nil
    }
  }

  // MARK: - Parameters

  /// Reads the part under `Parameters`.
  mutating func readParameters(heading: Int) {
    hasContent = true
    guard let table = readOnlyTable() else {
      if lines.indices.contains(heading), !lines[heading].isFaulty {
        report(MissingTable.under(contentSpan(heading)))
      }
      return
    }
    for row in body(of: table, forms: ColumnForm.parameters, name: { _ in "" }).rows {
      guard !row.cells[0].isEmpty, !row.cells[1].isEmpty else {
        report(RowShape.emptyParameter(span(row.range)), line: row.line)
        continue
      }
      let name = located(row.cells[0])
      guard parameterNames.insert(name.value).inserted else {
        let first = dataflow.parameters.first { $0.name.value == name.value }
        report(RepeatedPart.part(name.value, span(row.range), first: first?.name.span), line: row.line)
        continue
      }
      var defaultValue: Located<Literal>?
      if !row.cells[2].isEmpty {
        defaultValue = value(row.cells[2]).map { Located(.string($0.value), at: $0.span) }
      }
      let type = row.cells[1]
      let quote = UInt8(ascii: "\"")
      let isQuoted = type.count > 2 && bytes[type.lowerBound] == quote && bytes[type.upperBound - 1] == quote
      let word = isQuoted ? type.lowerBound + 1..<type.upperBound - 1 : type
      dataflow.parameters.append(
        Parameter(name: name, type: Located(text(word), at: span(type)), defaultValue: defaultValue))
    }
  }

  /// Reads the single table of a part; other text is reported.
  private mutating func readOnlyTable() -> RSTTable? {
    var result: RSTTable?
    while index < lines.count, !isHeading(index) {
      let line = lines[index]
      switch line.shape {
      case .blank: index += 1
      case .comment: readComment()
      case .directive, .option, .row, .cell:
        let first = line.content
        let table = readTable()
        if let result, table != nil {
          report(
            RepeatedPart.table(span(first), first: span(result.range)), line: lineIndex(at: first.lowerBound))
        } else if let table {
          result = table
        }
      default:
        if headingLacksRule(index) { return result }
        readUnexpectedText(beforeTables: true)
      }
    }
    return result
  }
}

extension Dataflow {
  /// The systems that the columns of value maps name, as the title spells them.
  ///
  /// A misspelt title is told once; where it names others, the sections know the systems better.
  var systemsOfValueMaps: (source: String, target: String) {
    guard let flow = flows.first, !flow.source.system.value.isEmpty, !flow.target.system.value.isEmpty else {
      return (source.value, target.value)
    }
    func spelling(_ title: String, _ section: String) -> String {
      NormalizedName(title) == NormalizedName(section) ? title : section
    }
    return (spelling(source.value, flow.source.system.value), spelling(target.value, flow.target.system.value))
  }
}
