import TandemSemantics
import TandemSyntax

/// What is suggested for one document, and the document with it.
public struct DocumentSuggestions: Sendable {
  /// The document.
  public let dataflow: Dataflow
  /// The sections for which something is suggested, in order, with everything that is suggested.
  public let sections: [SectionSuggestion]
  /// The edits that fill the tables with what can stand there.
  public private(set) var edits: [TextEdit] = []
  /// Why rows are suggested and not written: by section and row, their places in ``sections``.
  public private(set) var obstacles: [RowPlace: String] = [:]
  /// The document with the edits; `nil` when nothing can be written.
  public private(set) var filled: Dataflow?
  private let reading: Reading<Dataflow>
  /// The sections, by their places, whose tables stay empty.
  private var omitted: Set<Int> = []

  /// The place of a suggested row.
  public struct RowPlace: Hashable, Sendable {
    /// The place of its section in ``DocumentSuggestions/sections``.
    public var section: Int
    /// Its place among the rows of the section.
    public var row: Int
  }

  init(reading: Reading<Dataflow>, dataflow: Dataflow, sections: [SectionSuggestion]) {
    self.reading = reading
    self.dataflow = dataflow
    self.sections = sections
  }

  /// The rows of a section that are written.
  public func writtenRows(_ section: Int) -> [SuggestedRow] {
    sections[section].rows.enumerated().filter { obstacles[RowPlace(section: section, row: $0.offset)] == nil }
      .map(\.element)
  }

  /// Makes the edits for the rows in which no error is known.
  mutating func fill() {
    guard let edits = wantedEdits() else {
      for (number, section) in sections.enumerated() {
        for row in section.rows.indices {
          obstacles[RowPlace(section: number, row: row)] = "the layout of the document leaves no place for it"
        }
      }
      return leaveOut()
    }
    if edits.isEmpty { return leaveOut() }
    self.edits = edits
    filled =
      Compiler.read(SourceFile(path: dataflow.file.path, bytes: TableFilling.bytes(dataflow.file, edits))).product
  }

  /// Leaves the tables of a section empty.
  ///
  /// - Parameter reason: Why, for ``obstacles``.
  mutating func leaveOut(section: Int, because reason: String) {
    omitted.insert(section)
    for row in sections[section].rows.indices { obstacles[RowPlace(section: section, row: row)] = reason }
    fill()
  }

  /// Writes nothing.
  mutating func leaveOut() {
    edits = []
    filled = nil
  }

  /// The text with the edits.
  var text: SourceFile { filled?.file ?? dataflow.file }

  /// Takes the errors of a check of the filled document; rows in which they stand are suggested to the author only.
  ///
  /// - Returns: True when there were such rows, so that the document has to be filled again.
  mutating func take(_ diagnostics: [Diagnostic]) -> Bool {
    let faults = faults(diagnostics)
    obstacles.merge(faults) { first, _ in first }
    return !faults.isEmpty
  }

  private func wantedEdits() -> [TextEdit]? {
    var maps: [TandemSyntax.ValueMap] = []
    let fillings = sections.enumerated().map { number, section in
      let rows = writtenRows(number).map(\.row)
      let names = Set(rows.flatMap(\.valueMapNames))
      maps += section.valueMaps.filter { names.contains($0.name.value) }
      return TableFilling.Section(
        flow: section.flow, rows: rows,
        alternatives: omitted.contains(number) ? [] : section.alternatives.map(\.alternative))
    }
    let wanted = fillings.filter { !$0.rows.isEmpty || !$0.alternatives.isEmpty }
    if wanted.isEmpty { return [] }
    return TableFilling.edits(reading, sections: wanted, valueMaps: maps)
  }

  /// The rows in which errors stand.
  private func faults(_ diagnostics: [Diagnostic]) -> [RowPlace: String] {
    guard let filled else { return [:] }
    var result: [RowPlace: String] = [:]
    let errors = diagnostics.filter { $0.severity == .error && $0.span.file === filled.file }
    for (number, section) in sections.enumerated() {
      let kept = section.rows.indices.filter { obstacles[RowPlace(section: number, row: $0)] == nil }
      let rows = filled.flows[section.flow].rows.suffix(kept.count)
      for (place, row) in zip(kept, rows) {
        let maps = filled.valueMaps.filter { row.valueMapNames.contains($0.name.value) }.map(\.span)
        let spans = [row.span] + maps
        let error = errors.first { error in
          spans.contains { $0.lowerBound <= error.span.lowerBound && error.span.lowerBound <= $0.upperBound }
        }
        if let error { result[RowPlace(section: number, row: place)] = error.message }
      }
    }
    return result
  }
}

extension PropertyRow {
  /// The names of the value maps that the row goes through.
  var valueMapNames: [String] {
    clauses.compactMap { clause in
      if case .values(let name) = clause.value { return name }
      return nil
    }
  }
}
