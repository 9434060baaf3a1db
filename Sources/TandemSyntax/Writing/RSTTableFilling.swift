/// Fills tables of a document in RST.
struct RSTTableFilling {
  let file: SourceFile
  private let lineEnd: String

  init(file: SourceFile) {
    self.file = file
    lineEnd = LineEnd.dominating(in: file)
  }

  /// What fills the tables of a section; `nil` where a table is missing.
  func insertions(_ section: TableFilling.Section, _ flow: Flow) -> [TableFilling.Insertion]? {
    var result: [TableFilling.Insertion] = []
    if !section.alternatives.isEmpty {
      guard let table = flow.matching?.span, let rows = rows(in: table.range), let heading = rows.first else {
        return nil
      }
      let isNumbered = section.alternatives.contains { $0.pairs.count != 1 } || heading.ends.count > 2
      var lines: [String] = []
      for (index, alternative) in section.alternatives.enumerated() {
        for pair in alternative.pairs {
          let cells = [CellText.property(pair.source).text, CellText.property(pair.target).text]
          lines += RowText.rst(isNumbered ? cells + ["\(index + 1)"] : cells)
        }
      }
      if isNumbered, heading.ends.count == 2 {
        let column = ColumnForm.of(.combination).heading.text
        lines.insert(HeadingForm.cellOpening + column, at: 0)
      }
      result.append(insertion(lines, at: rows[rows.count - 1].end))
    }
    if !section.rows.isEmpty {
      guard let table = rows(in: flow.table.range), let made = insertions(section.rows, table) else { return nil }
      result += made
    }
    return result
  }

  private func insertion(_ lines: [String], at place: Int) -> TableFilling.Insertion {
    TableFilling.Insertion(range: place..<place, text: lines.map { lineEnd + $0 }.joined())
  }

  // MARK: - Property tables

  private func insertions(_ rows: [PropertyRow], _ table: [Row]) -> [TableFilling.Insertion]? {
    guard let heading = table.first, heading.ends.count >= 3 else { return nil }
    let optional = ColumnForm.properties.optional
    let present = optional.map(\.kind).filter { kind in
      heading.texts.dropFirst(3).contains { NormalizedName($0) == NormalizedName(ColumnForm.of(kind).heading.text) }
    }
    let needed = RowText.furtherColumns(of: rows)
    let columns = optional.map(\.kind).filter { present.contains($0) || needed.contains($0) }
    var result: [TableFilling.Insertion] = []
    var place = 2
    for column in columns {
      if present.contains(column) {
        place += 1
        continue
      }
      // A column that the table lacks: its heading, and an empty cell in each row.
      for (number, row) in table.enumerated() {
        guard row.ends.indices.contains(place) else { return nil }
        let cell = number == 0 ? HeadingForm.cellOpening + ColumnForm.of(column).heading.text : emptyCell
        result.append(insertion([cell], at: row.ends[place]))
      }
    }
    let kinds = ColumnForm.properties.required.map(\.kind) + columns
    let lines = rows.flatMap { RowText.rst(RowText.cells($0, columns: kinds)) }
    result.append(insertion(lines, at: table[table.count - 1].end))
    return result
  }

  private var emptyCell: String { String(HeadingForm.cellOpening.dropLast()) }

  // MARK: - The lines of a table

  /// A row as its lines show it.
  private struct Row {
    /// The ends of the lines of its cells; a cell ends with the lines that go on below it.
    var ends: [Int]
    var texts: [String]
    /// Where the row ends.
    var end: Int { ends[ends.count - 1] }
  }

  /// The rows of a table, the heading first; `nil` where there is none.
  private func rows(in range: Range<Int>) -> [Row]? {
    var rows: [Row] = []
    guard !range.isEmpty else { return nil }
    var line = file.lineIndex(at: range.lowerBound)
    let last = file.lineIndex(at: range.upperBound - 1)
    while line <= last {
      let start = file.lineStarts[line]
      let end = file.lineEnd(after: start)
      var content = start
      while content < end, SourceLine.isBlank(file.bytes[content]) { content += 1 }
      let text = file.bytes[content..<end]
      line += 1
      if text.first == UInt8(ascii: "*") {
        var rest = text.dropFirst().drop(while: SourceLine.isBlank)
        guard rest.first == UInt8(ascii: "-") else { return nil }
        rest = rest.dropFirst().drop(while: SourceLine.isBlank)
        rows.append(Row(ends: [end], texts: [String(decoding: rest, as: UTF8.self)]))
      } else if rows.isEmpty || text.isEmpty {
        continue
      } else if text.first == UInt8(ascii: "-"), text.count == 1 || SourceLine.isBlank(text[text.startIndex + 1]) {
        rows[rows.count - 1].ends.append(end)
        let rest = text.dropFirst().drop(while: SourceLine.isBlank)
        rows[rows.count - 1].texts.append(String(decoding: rest, as: UTF8.self))
      } else {
        // A comment in the cell, or the rest of its text.
        rows[rows.count - 1].ends[rows[rows.count - 1].ends.count - 1] = end
      }
    }
    return rows.isEmpty ? nil : rows
  }

  // MARK: - Value maps

  /// Value maps at the end of the document, where they stand.
  func insertion(_ maps: [ValueMap], in dataflow: Dataflow) -> TableFilling.Insertion? {
    var document = dataflow
    document.valueMaps = maps
    document.comments = []
    var writer = RSTWriter.DocumentWriter(dataflow: document)
    for (number, map) in maps.enumerated() { writer.writeValueMap(map, number) }
    var end = file.bytes.count
    while end > 0, SourceLine.isBlank(file.bytes[end - 1]) || file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D
    {
      end -= 1
    }
    end = file.lineEnd(after: end)
    var text = String(repeating: lineEnd, count: 2)
    for (number, line) in writer.collector.lines.enumerated() {
      text += lineEnd + String(repeating: lineEnd, count: number == 0 ? 0 : line.blankLinesBefore) + line.text
    }
    return TableFilling.Insertion(range: end..<end, text: text)
  }
}
