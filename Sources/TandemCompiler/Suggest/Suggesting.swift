import TandemSemantics
import TandemSyntax

/// Suggests rows for the tables of documents: read, look up, match, and check what came of it. Pure, as ``Compiler`` is.
public struct Suggesting: Sendable {
  /// What keeps documents or descriptions from being understood; for documents with such errors nothing is suggested.
  public let errors: [Diagnostic]
  private let documents: [SourceFile]
  private let descriptions: [Reading<SystemDescription>]
  private let readings: [Reading<Dataflow>]
  private let suggester: Suggester
  private var samples = SampleData()

  /// Reads everything.
  public init(documents: [SourceFile], systems: [SourceFile]) {
    self.documents = documents
    readings = documents.map(Compiler.read)
    descriptions = systems.map { SystemReader.read($0) }
    suggester = Suggester(readings.compactMap(\.product), systems: descriptions.compactMap(\.product))
    let diagnostics = descriptions.flatMap(\.diagnostics) + readings.flatMap(\.diagnostics) + suggester.diagnostics
    errors = DiagnosticOrder.sorted(diagnostics.filter { $0.severity == .error }, files: systems + documents)
  }

  /// Adds sample records.
  ///
  /// - Throws: ``SampleProblem`` when a file is none of the forms, or names what the descriptions do not know.
  public mutating func add(sample file: SourceFile) throws(SampleProblem) {
    let systems = readings.compactMap(\.product).flatMap { [$0.source.value, $0.target.value] }
    let entities = suggester.entities.filter { entity in
      systems.contains { suggester.isSystem($0, of: entity) }
    }
    try SampleReader(entities: entities).read(file, into: &samples)
  }

  /// The suggestions for all documents; those without any are left out.
  public func suggestions(options: SuggestionOptions = SuggestionOptions()) -> [DocumentSuggestions] {
    var result: [DocumentSuggestions] = []
    var number = 0
    for (index, reading) in readings.enumerated() {
      guard let dataflow = reading.product else { continue }
      let sections = suggester.suggestions(for: number, options: options, samples: samples)
      number += 1
      if sections.isEmpty || reading.diagnostics.contains(where: { $0.severity == .error }) { continue }
      var suggestions = DocumentSuggestions(reading: reading, dataflow: dataflow, sections: sections)
      suggestions.fill { text in
        var documents = documents
        documents[index] = text
        return Compiler.check(documents: documents, descriptions: descriptions).diagnostics
      }
      result.append(suggestions)
    }
    return result
  }
}
