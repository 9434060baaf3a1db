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
    let written = reordered(RSTWriter.lines(of: canonical), as: lines, of: dataflow, into: &layout)
    compare(lines, of: bytes, with: written, into: &layout)
    return layout
  }

  /// The lines that a writer makes with their comments where the document has them.
  private static func reordered(
    _ written: [WrittenLine], as lines: [SourceLine], of dataflow: Dataflow, into layout: inout DocumentLayout
  ) -> [WrittenLine] {
    guard !dataflow.comments.isEmpty else { return written }
    let starts = Set(RSTReader.comments(in: dataflow.file).map(\.range.lowerBound))
    let filled = lines.indices.filter { !lines[$0].isBlank }
    var early: [Int] = []
    let result = CommentOrder.reordered(written) { _, printed in
      let next = printed.count
      guard filled.indices.contains(next), starts.contains(filled[next]) else { return false }
      early.append(filled[next] + 1)
      return true
    }
    layout.earlyComments = early
    return result
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
    if let parameter = dataflow.parameters.first, let flow = dataflow.flows.first {
      layout.hasParametersFirst = parameter.name.span.lowerBound < flow.title.lowerBound
    }
    for (index, flow) in dataflow.flows.enumerated() {
      if flow.linksOnly {
        if flow.rows.isEmpty, !flow.table.range.isEmpty { layout.emptyTables.append(index + 1) }
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

  // MARK: - Line by line

  private static func compare(
    _ lines: [SourceLine], of bytes: [UInt8], with written: [WrittenLine], into layout: inout DocumentLayout
  ) {
    let filled = lines.indices.filter { !lines[$0].isBlank }
    // Lines that cannot be told apart pairwise are beyond a layout.
    guard filled.count == written.count else { return }
    let structure = layout
    var previous = -1
    for (index, line) in zip(filled, written) {
      if index - previous - 1 != line.blankLinesBefore { layout.blankLines[previous + 1] = index - previous - 1 }
      previous = index
      guard compare(lines[index], number: index + 1, of: bytes, with: line, into: &layout) else {
        // The lines of another order would be given the blank lines and marks of each other.
        layout = structure
        return
      }
    }
    let atEnd = lines.count - 1 - previous
    if atEnd != LayoutPrinter.canonicalBlankLinesAtEnd(written) { layout.blankLines[previous + 1] = atEnd }
    for (index, line) in lines.enumerated() where line.isBlank && line.terminator > line.start {
      layout.trailingBlanks[index + 1] = String(decoding: bytes[line.start..<line.terminator], as: UTF8.self)
    }
  }

  /// Notes how a line differs in its blanks and marks; false when it says something else.
  private static func compare(
    _ line: SourceLine, number: Int, of bytes: [UInt8], with written: WrittenLine, into layout: inout DocumentLayout
  ) -> Bool {
    let text = String(decoding: bytes[line.start..<line.terminator], as: UTF8.self)
    if text == written.text { return true }
    let found = LineWords(text)
    var canonical = LineWords(written.text)
    if found.words != canonical.words {
      if LayoutPrinter.isRule(written.text), let word = found.words.first, found.words.count == 1,
        LayoutPrinter.isRule(word), word.first == written.text.first
      {
        layout.ruleLengths[number] = word.utf8.count
        canonical = LineWords(word)
      } else if let form = written.forms.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        .first(where: { LineWords($0.value).words == found.words })
      {
        layout.marks[number] = form.key
        canonical = LineWords(form.value)
      } else {
        return compareCharacters(text, number: number, with: written, trailing: found.trailing, into: &layout)
      }
    }
    var spacing: [Int: String] = [:]
    for (gap, expected) in canonical.gaps.enumerated() where found.gaps[gap] != expected {
      spacing[gap] = found.gaps[gap]
    }
    if !spacing.isEmpty { layout.spacing[number] = spacing }
    if !found.trailing.isEmpty { layout.trailingBlanks[number] = found.trailing }
    return true
  }
}

extension LayoutDetector {
  /// Finds blanks inside of words and words without blanks between them.
  private static func compareCharacters(
    _ text: String, number: Int, with written: WrittenLine, trailing: String, into layout: inout DocumentLayout
  ) -> Bool {
    let found = LineCharacters(text)
    let forms = written.forms.sorted { $0.key.rawValue < $1.key.rawValue }.map { (Optional($0.key), $0.value) }
    for (marks, form) in [(nil, written.text)] + forms {
      let canonical = LineCharacters(form)
      guard canonical.characters == found.characters else { continue }
      layout.marks[number] = marks
      layout.innerSpacing[number] = canonical.spacing(giving: found)
      if !trailing.isEmpty { layout.trailingBlanks[number] = trailing }
      return true
    }
    return false
  }
}
