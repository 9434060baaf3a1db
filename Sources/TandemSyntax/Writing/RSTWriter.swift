/// Prints documents in RST, in the canonical form: that of the supplied documents with the additions of the language.
///
/// Every sentence, heading, column and clause comes from the tables in `Language`.
public enum RSTWriter {
  /// Prints a document, laid out as its ``Dataflow/layout`` says where that fits what the document says.
  public static func write(_ dataflow: Dataflow) -> String {
    let layout = LayoutFit.fitting(dataflow.layout) { says(written(dataflow, layout: $0), dataflow) }
    return written(dataflow, layout: layout)
  }

  /// Prints a document with any layout.
  static func written(_ dataflow: Dataflow, layout: DocumentLayout) -> String {
    var dataflow = dataflow
    dataflow.layout = layout
    return LayoutPrinter.print(lines(of: dataflow), layout)
  }

  /// True when an RST text says what a document says, with the same comments at the same parts.
  static func says(_ text: String, _ dataflow: Dataflow) -> Bool {
    let reading = RSTReader.read(SourceFile(path: dataflow.file.path, text: text))
    guard let product = reading.product, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
      return false
    }
    let (before, after) = (CommentIndex(dataflow.comments), CommentIndex(product.comments))
    return before.missing(in: after).isEmpty && after.missing(in: before).isEmpty
      && YAMLWriter.content(of: product) == YAMLWriter.content(of: dataflow)
  }

  /// The lines of a document that are not blank.
  static func lines(of dataflow: Dataflow) -> [WrittenLine] {
    var writer = DocumentWriter(dataflow: dataflow)
    writer.write()
    return writer.collector.lines
  }

  /// Prints one document.
  struct DocumentWriter {
    let dataflow: Dataflow
    var collector: LineCollector

    init(dataflow: Dataflow) {
      self.dataflow = dataflow
      self.collector = LineCollector(comments: CommentIndex(dataflow.comments))
    }

    mutating func write() {
      collector.before(.document)
      writeTitle()
      collector.beside(.title)
      if let generated = dataflow.generated {
        collector.before(.generated)
        collector.paragraph(HeadingForm.generated.filled { _ in generated.value })
        collector.beside(.generated)
      }
      collector.before(.layout, label: LayoutForm.documentKey)
      if let introduction = dataflow.introduction { writeIntroduction(introduction.value) }
      collector.blank()
      if dataflow.layout.hasParametersFirst { writeParameters() }
      collector.before(.flows, label: DocumentKey.flows)
      for (index, flow) in dataflow.flows.enumerated() {
        var columns = dataflow.layout.emptyColumns[index + 1] ?? []
        if flow.matching == nil { columns.removeAll { $0 == .combination } }
        SectionWriter(
          flow: flow, number: index, emptyColumns: Set(columns),
          hasEmptyTable: dataflow.layout.emptyTables.contains(index + 1),
          hasEmptyPromise: dataflow.layout.emptyPromises.contains(index + 1)
        ).write(into: &collector)
        collector.blank(2)
      }
      if !dataflow.layout.hasParametersFirst { writeParameters() }
      collector.before(.values, label: DocumentKey.values)
      for (number, map) in dataflow.valueMaps.enumerated() { writeValueMap(map, number) }
      collector.limitBlanks()
      collector.end(.document, label: nil)
    }

    private mutating func writeTitle() {
      let title = HeadingForm.title.filled { $0 == .system ? dataflow.target.value : dataflow.source.value }
      let rule = String(repeating: "=", count: title.unicodeScalars.count)
      for line in [rule, title, rule] { collector.add(line) }
    }

    private mutating func writeIntroduction(_ text: String) {
      let heading = HeadingForm.introduction
      collector.before(.introduction)
      collector.blank()
      collector.heading(
        dataflow.layout.hasOlderIntroduction ? heading.older : heading.current, ruleLength: heading.ruleLength)
      collector.between(.introduction)
      var blankLines = 1
      for line in IntroductionText.lines(text) {
        if line.isEmpty {
          blankLines += 1
        } else {
          collector.blank(blankLines)
          collector.add(line)
          blankLines = 0
        }
      }
    }

    private mutating func writeParameters() {
      guard !dataflow.parameters.isEmpty || dataflow.layout.hasEmptyParameters else { return }
      collector.before(.parameters)
      collector.heading(HeadingForm.parameters)
      collector.between(.parameters)
      let rows = dataflow.parameters.enumerated().map { number, parameter in
        let value = parameter.defaultValue.map { CellText.value($0.value.content) }
        return WrittenRow(
          [CellText(parameter.name.value), CellText(parameter.type.value), value ?? CellText("")],
          of: .parameter(number))
      }
      TableWriter.write(ColumnForm.parameters.required.map { $0.heading.filled { _ in "" } }, rows, into: &collector)
      collector.end(.parameters)
      collector.blank(2)
    }

    mutating func writeValueMap(_ map: ValueMap, _ number: Int) {
      collector.before(.valueMap(number))
      collector.heading(HeadingForm.values.filled { _ in map.name.value })
      collector.between(.valueMap(number))
      let words = ColumnForm.otherwise
      var rows = map.entries.enumerated().map { line, entry in
        WrittenRow(
          [CellText.mapped(entry.source.value, besides: [words.word]), CellText.mapped(entry.target.value)],
          of: .entry(map: number, line: line))
      }
      if let otherwise = map.otherwise?.value {
        let cell: CellText
        switch otherwise {
        case .error: cell = CellText(words.error)
        case .keep: cell = CellText(words.keep)
        case .empty: cell = CellText(words.empty)
        case .value(let text): cell = CellText(ExpressionText.quoted(text))
        }
        rows.append(WrittenRow([CellText(words.word), cell], of: .otherwise(map: number)))
      }
      let systems = dataflow.systemsOfValueMaps
      let heading = ColumnForm.values.required.map { column in
        column.heading.filled { $0 == .system ? systems.target : systems.source }
      }
      TableWriter.write(heading, rows, into: &collector)
      collector.end(.valueMap(number))
      collector.blank(2)
    }
  }
}

extension Literal {
  /// The text of the literal without its quotation marks.
  public var content: String {
    if case .string(let text) = self { return text }
    return ExpressionText.text(of: self)
  }
}

/// The text of the introduction as both notations write it.
enum IntroductionText {
  /// Its lines, without their ends, which are for the layout to say; a line of blanks is an empty one.
  static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let line = line.last == 0x0D ? line.dropLast() : line
      return line.allSatisfy(SourceLine.isBlank) ? "" : String(Substring(line))
    }
  }
}

/// A row of a table with the part that its comments belong to.
struct WrittenRow {
  var cells: [CellText]
  /// The part whose comments stand in the first cell, and in the last.
  var anchor: (before: Comment.Anchor?, beside: Comment.Anchor?)

  /// A row that is a part of its own.
  init(_ cells: [CellText], of anchor: Comment.Anchor? = nil) {
    self.init(cells, before: anchor, beside: anchor)
  }

  /// A row that begins one part and ends one.
  init(_ cells: [CellText], before: Comment.Anchor?, beside: Comment.Anchor?) {
    self.cells = cells
    self.anchor = (before, beside)
  }
}

/// Prints tables.
enum TableWriter {
  static func write(_ heading: [String], _ rows: [WrittenRow], into collector: inout LineCollector) {
    collector.blank()
    collector.add(HeadingForm.tableDirective)
    collector.add(HeadingForm.tableOption)
    collector.blank()
    for row in [WrittenRow(heading.map { CellText($0) })] + rows {
      for (position, cell) in row.cells.enumerated() {
        let opening = position == 0 ? HeadingForm.rowOpening : HeadingForm.cellOpening
        let line = { (text: String) in text.isEmpty ? String(opening.dropLast()) : opening + text }
        collector.add(line(cell.text), forms: cell.forms.mapValues(line))
        if position == 0, let anchor = row.anchor.before {
          collector.inCell(anchor, .before)
        }
        if position == row.cells.count - 1, let anchor = row.anchor.beside {
          collector.inCell(anchor, .beside)
        }
      }
    }
  }
}
