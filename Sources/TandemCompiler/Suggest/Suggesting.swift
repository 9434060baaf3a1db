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
    // The places of the documents in the list of all.
    var places: [Int] = []
    var number = 0
    for (index, reading) in readings.enumerated() {
      guard let dataflow = reading.product else { continue }
      let sections = suggester.suggestions(for: number, options: options, samples: samples)
      number += 1
      if sections.isEmpty || reading.diagnostics.contains(where: { $0.severity == .error }) { continue }
      result.append(DocumentSuggestions(reading: reading, dataflow: dataflow, sections: sections))
      places.append(index)
    }
    settle(&result, at: places)
    return result
  }

  /// Fills the documents, checks them together, and leaves out what would be an error, until nothing is.
  private func settle(_ result: inout [DocumentSuggestions], at places: [Int]) {
    var open = Array(result.indices)
    for _ in 0..<Self.maximumRounds where !open.isEmpty {
      var files = documents
      for index in open { result[index].fill() }
      for (index, place) in places.enumerated() { files[place] = result[index].text }
      let diagnostics = Compiler.check(documents: files, descriptions: descriptions).diagnostics
      open = open.filter { result[$0].take(diagnostics) }
    }
    for index in open { result[index].leaveOut() }
  }

  /// Leaving rows out may bring other errors to light; after so many rounds nothing is written.
  private static let maximumRounds = 6
}
