/// Prints documents in RST, in the canonical form: that of the supplied documents with the additions of the language.
///
/// Every sentence, heading, column and clause comes from the tables in `Language`.
public enum RSTWriter {
  /// Prints a document, laid out as its ``Dataflow/layout`` says.
  public static func write(_ dataflow: Dataflow) -> String {
    LayoutPrinter.print(lines(of: dataflow), dataflow.layout)
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
    var collector = LineCollector()

    init(dataflow: Dataflow) { self.dataflow = dataflow }

    mutating func write() {
      writeTitle()
      if let generated = dataflow.generated {
        collector.paragraph(HeadingForm.generated.filled { _ in generated.value })
      }
      if let introduction = dataflow.introduction { writeIntroduction(introduction.value) }
      collector.blank()
      if dataflow.layout.hasParametersFirst { writeParameters() }
      for (index, flow) in dataflow.flows.enumerated() {
        var columns = dataflow.layout.emptyColumns[index + 1] ?? []
        if flow.matching == nil { columns.removeAll { $0 == .combination } }
        SectionWriter(flow: flow, emptyColumns: Set(columns)).write(into: &collector)
        collector.blank(2)
      }
      if !dataflow.layout.hasParametersFirst { writeParameters() }
      for map in dataflow.valueMaps { writeValueMap(map) }
    }

    private mutating func writeTitle() {
      let title = HeadingForm.title.filled { $0 == .system ? dataflow.target.value : dataflow.source.value }
      let rule = String(repeating: "=", count: title.unicodeScalars.count)
      for line in [rule, title, rule] { collector.add(line) }
    }

    private mutating func writeIntroduction(_ text: String) {
      let heading = HeadingForm.introduction
      collector.blank()
      collector.heading(
        dataflow.layout.hasOlderIntroduction ? heading.older : heading.current, ruleLength: heading.ruleLength)
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
      guard !dataflow.parameters.isEmpty else { return }
      collector.heading(HeadingForm.parameters)
      let rows = dataflow.parameters.map { parameter in
        let value = parameter.defaultValue.map { CellText.value($0.value.content) }
        return [CellText(parameter.name.value), CellText(parameter.type.value), value ?? CellText("")]
      }
      TableWriter.write(ColumnForm.parameters.required.map { $0.heading.filled { _ in "" } }, rows, into: &collector)
      collector.blank(2)
    }

    private mutating func writeValueMap(_ map: ValueMap) {
      collector.heading(HeadingForm.values.filled { _ in map.name.value })
      let words = ColumnForm.otherwise
      var rows = map.entries.map { entry in
        [CellText.value(entry.source.value, besides: [words.word]), CellText.value(entry.target.value)]
      }
      if let otherwise = map.otherwise?.value {
        let cell: CellText
        switch otherwise {
        case .error: cell = CellText(words.error)
        case .keep: cell = CellText(words.keep)
        case .empty: cell = CellText(words.empty)
        case .value(let text): cell = CellText(ExpressionText.quoted(text))
        }
        rows.append([CellText(words.word), cell])
      }
      let systems = dataflow.systemsOfValueMaps
      let heading = ColumnForm.values.required.map { column in
        column.heading.filled { $0 == .system ? systems.target : systems.source }
      }
      TableWriter.write(heading, rows, into: &collector)
      collector.blank(2)
    }
  }
}

extension Literal {
  /// The text of the literal without its quotation marks.
  var content: String {
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

/// Prints tables.
enum TableWriter {
  static func write(_ heading: [String], _ rows: [[CellText]], into collector: inout LineCollector) {
    collector.blank()
    collector.add(HeadingForm.tableDirective)
    collector.add(HeadingForm.tableOption)
    collector.blank()
    for row in [heading.map { CellText($0) }] + rows {
      for (position, cell) in row.enumerated() {
        let opening = position == 0 ? HeadingForm.rowOpening : HeadingForm.cellOpening
        let line = cell.text.isEmpty ? String(opening.dropLast()) : opening + cell.text
        collector.add(line, forms: cell.forms.mapValues { opening + $0 })
      }
    }
  }
}
