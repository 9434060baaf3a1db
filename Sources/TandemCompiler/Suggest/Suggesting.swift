import TandemSemantics
import TandemSyntax

/// Suggests rows for the tables of documents: read, look up, match. Pure, as ``Compiler`` is.
public struct Suggesting: Sendable {
  /// The documents that could be read.
  public let dataflows: [Dataflow]
  /// What keeps documents or descriptions from being understood.
  public let errors: [Diagnostic]
  private let suggester: Suggester

  /// Reads everything.
  public init(documents: [SourceFile], systems: [SourceFile]) {
    let readings = documents.map(Compiler.read)
    let descriptions = systems.map { SystemReader.read($0) }
    dataflows = readings.compactMap(\.product)
    suggester = Suggester(dataflows, systems: descriptions.compactMap(\.product))
    let diagnostics = descriptions.flatMap(\.diagnostics) + readings.flatMap(\.diagnostics) + suggester.diagnostics
    errors = DiagnosticOrder.sorted(diagnostics.filter { $0.severity == .error }, files: systems + documents)
  }

  /// The suggestions for all documents; those without any are left out.
  public func suggestions(options: SuggestionOptions = SuggestionOptions()) -> [DocumentSuggestions] {
    dataflows.indices.compactMap { index in
      let sections = suggester.suggestions(for: index, options: options)
      return sections.isEmpty ? nil : DocumentSuggestions(dataflow: dataflows[index], sections: sections)
    }
  }
}
