import TandemSyntax

/// Suggests what stands in the tables of documents, from the descriptions of both systems.
public struct Suggester: Sendable {
  private let documents: [OpenedDocument]
  private let index: FlowIndex
  private let catalog: SystemCatalog
  /// What is wrong with the names of systems and entities, and with the descriptions.
  public let diagnostics: [Diagnostic]

  /// Looks up all systems and sections.
  ///
  /// - Parameter documents: All documents whose sections keep records in step, also those for which nothing is asked:
  ///   references travel through their links.
  public init(_ documents: [Dataflow], systems: [SystemDescription]) {
    let report = Report()
    let catalog = CatalogBuilder.catalog(of: systems, report: report)
    self.catalog = catalog
    self.documents = documents.map { OpenedDocument($0, catalog: catalog) }
    var index = FlowIndex()
    for document in self.documents {
      report.append(document.report)
      for case let head? in document.heads { index.add(head) }
    }
    self.index = index
    diagnostics = DiagnosticOrder.sorted(report.closed(), files: systems.map(\.file) + documents.map(\.file))
  }

  /// All entities that the descriptions know, for samples.
  public var entities: [EntityModel] { catalog.systems.flatMap { $0.model.entities } }

  /// The names by which a system may be called.
  public func isSystem(_ name: String, of entity: EntityModel) -> Bool {
    catalog.system(named: name)?.model.name == entity.system
  }

  /// The suggestions for a document, by its place in the list; none for sections whose entities are not known.
  public func suggestions(
    for document: Int, options: SuggestionOptions = SuggestionOptions(), samples: SampleData = SampleData()
  ) -> [SectionSuggestion] {
    guard documents.indices.contains(document), let context = documents[document].context else { return [] }
    var names = MapNames(context.document)
    var result: [SectionSuggestion] = []
    for (number, head) in documents[document].heads.enumerated() {
      guard let head, !head.isSplit, !head.flow.hasUnreadParts else { continue }
      let surroundings = SuggestionSurroundings(head: head, context: context, index: index, samples: samples)
      let suggestion = SectionSuggester(surroundings, options: options).suggestion(number: number, names: &names)
      if !suggestion.isEmpty { result.append(suggestion) }
    }
    return result
  }
}
