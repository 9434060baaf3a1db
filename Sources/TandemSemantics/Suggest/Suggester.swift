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
    var builder = CatalogBuilder(report: report)
    let catalog = builder.catalog(of: systems)
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

/// The names of the value maps of a document.
struct MapNames {
  private var known: [NormalizedName: [String: String]] = [:]

  init(_ document: Dataflow) {
    for map in document.valueMaps {
      known[NormalizedName(map.name.value)] = Self.entries(map)
    }
  }

  private static func entries(_ map: TandemSyntax.ValueMap) -> [String: String] {
    Dictionary(map.entries.map { ($0.source.value, $0.target.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name under which a map may stand in the document, and whether it stands there already.
  mutating func name(like wanted: String, for map: TandemSyntax.ValueMap) -> (name: String, isKnown: Bool) {
    let entries = Self.entries(map)
    var name = wanted
    var number = 1
    while let other = known[NormalizedName(name)] {
      if other == entries { return (name, true) }
      number += 1
      name = "\(wanted) \(number)"
    }
    known[NormalizedName(name)] = entries
    return (name, false)
  }
}

/// Suggests rows and combinations for one section.
struct SectionSuggester {
  private let surroundings: SuggestionSurroundings
  private let options: SuggestionOptions

  init(_ surroundings: SuggestionSurroundings, options: SuggestionOptions) {
    self.surroundings = surroundings
    self.options = options
  }

  private var flow: Flow { surroundings.head.flow }

  func suggestion(number: Int, names: inout MapNames) -> SectionSuggestion {
    var suggestion = SectionSuggestion(
      flow: number, title: surroundings.head.title, line: flow.title.start.line, rows: [], alternatives: [],
      valueMaps: [])
    let wantsRows = flow.rows.isEmpty ? !flow.linksOnly : options.includesFilledTables
    // Where the table is filled, what it holds says most about what is recognised.
    let wantsMatches = flow.matching.map(\.alternatives.isEmpty) ?? false
    guard wantsRows || wantsMatches else { return suggestion }
    let threshold = Confidence.points(options.confidence)
    if wantsRows {
      let matches = Matcher(surroundings, existing: flow.rows).matches(threshold: threshold)
      var builder = RowBuilder(surroundings, names: names)
      suggestion.rows = builder.rows(of: matches)
      suggestion.valueMaps = builder.maps
      names = builder.names
    }
    if wantsMatches {
      let matches = Matcher(surroundings).matches(threshold: threshold)
      suggestion.alternatives = MatchSuggester(surroundings).alternatives(among: matches)
    }
    return suggestion
  }
}
