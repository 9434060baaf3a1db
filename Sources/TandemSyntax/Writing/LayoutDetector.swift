/// Finds how an RST document is laid out, by comparing it with what ``RSTWriter`` writes for the same content.
///
/// The work is only done for a conversion, so that reading a document costs nothing for it.
enum LayoutDetector {
  /// The layout of a document that was read from RST; that of the document's YAML otherwise.
  static func layout(of dataflow: Dataflow) -> DocumentLayout {
    guard dataflow.notation == .rst else { return dataflow.layout }
    var layout = DocumentLayout()
    let bytes = dataflow.file.bytes
    layout.hasByteOrderMark = SourceLine.hasByteOrderMark(bytes)
    let lines = SourceLine.split(dataflow.file)
    readLineEnds(lines, of: bytes, into: &layout)
    readStructure(of: dataflow, lines, into: &layout)
    var canonical = dataflow
    canonical.layout = layout
    return LayoutComparison.layout(
      of: dataflow, lines: lines, written: RSTWriter.lines(of: canonical), layout: layout)
  }

  private static func readLineEnds(_ lines: [SourceLine], of bytes: [UInt8], into layout: inout DocumentLayout) {
    let ended = lines.indices.filter { lines[$0].end > lines[$0].terminator }
    let long = ended.filter { lines[$0].end - lines[$0].terminator == 2 }
    let isLong = long.count * 2 > ended.count
    layout.lineEnds = isLong ? .crlf : .lf
    layout.otherLineEnds = (isLong ? ended.filter { !Set(long).contains($0) } : long).map { $0 + 1 }
    if let last = lines.last { layout.endsWithLineEnd = last.end > last.terminator }
  }

  /// What can only be seen in the whole document: the headings, the order of the parts, the columns.
  private static func readStructure(of dataflow: Dataflow, _ lines: [SourceLine], into layout: inout DocumentLayout) {
    let bytes = dataflow.file.bytes
    let older = Array(HeadingForm.introduction.older.utf8)
    if let introduction = dataflow.introduction {
      layout.hasOlderIntroduction = lines.contains { line in
        line.start < introduction.span.lowerBound && bytes[line.content].elementsEqual(older)
      }
    }
    var parameters = dataflow.parameters.first?.name.span.lowerBound
    if parameters == nil, let heading = headingOfParameters(lines, bytes) {
      parameters = heading
      layout.hasEmptyParameters = true
    }
    if let parameters, let flow = dataflow.flows.first {
      layout.hasParametersFirst = parameters < flow.title.lowerBound
    }
    for (index, flow) in dataflow.flows.enumerated() {
      if flow.linksOnly {
        // A table that has comments stands for their sake.
        let isNeeded = dataflow.comments.contains { $0.anchor == .properties(flow: index) }
        if flow.rows.isEmpty, !flow.table.range.isEmpty, !isNeeded { layout.emptyTables.append(index + 1) }
        let next = index + 1 < dataflow.flows.count ? dataflow.flows[index + 1].title.lowerBound : bytes.count
        if hasPromise(lines, in: flow.title.upperBound..<next, of: bytes) { layout.emptyPromises.append(index + 1) }
      }
      var empty: [ColumnForm.Kind] = []
      if let matching = flow.matching, matching.alternatives.allSatisfy({ $0.pairs.count == 1 }) {
        empty += ColumnForm.merge.optional.filter { has($0, in: matching.span) }.map(\.kind)
      }
      for column in ColumnForm.properties.optional where has(column, in: flow.table) {
        let isUsed = flow.rows.contains { column.kind == .direction ? $0.direction != nil : !$0.clauses.isEmpty }
        if !isUsed { empty.append(column.kind) }
      }
      if !empty.isEmpty { layout.emptyColumns[index + 1] = empty }
    }
  }

  /// Where the heading of a table of parameters stands.
  private static func headingOfParameters(_ lines: [SourceLine], _ bytes: [UInt8]) -> Int? {
    let heading = Array(HeadingForm.parameters.utf8)
    for (line, next) in zip(lines, lines.dropFirst()) where bytes[line.content].elementsEqual(heading) {
      if Spelling.isNearlyRule(String(decoding: bytes[next.content], as: UTF8.self)) { return line.contentStart }
    }
    return nil
  }

  /// True when a section says that edits travel both ways.
  private static func hasPromise(_ lines: [SourceLine], in section: Range<Int>, of bytes: [UInt8]) -> Bool {
    let promise = SentenceForm.of(.keepInStep).template
    return lines.contains { section.contains($0.start) && promise.match($0.content, in: bytes) != nil }
  }

  /// True when the heading row of a table has the column.
  private static func has(_ column: ColumnForm, in table: SourceSpan) -> Bool {
    let heading = Array(column.heading.text.utf8)
    var rows = 0
    for line in table.file.bytes[table.range].split(separator: 0x0A) {
      let content = line.drop { SourceLine.isBlank($0) }
      if content.first == UInt8(ascii: "*") { rows += 1 }
      if rows > 1 { return false }
      let text = content.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*") || SourceLine.isBlank($0) }
      if rows == 1, text.starts(with: heading),
        text.dropFirst(heading.count).allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
      {
        return true
      }
    }
    return false
  }
}
