/// The places of a document that rules look at, by the part that they are about.
public struct DocumentPlaces {
  private let document: Dataflow

  /// The places of a document.
  public init(_ document: Dataflow) { self.document = document }

  /// The headings of all sections.
  public var sections: [SourceSpan] { document.flows.map(\.title) }

  /// The names of entities in those headings.
  public var entityNames: [SourceSpan] { document.flows.flatMap { [$0.source.span, $0.target.span] } }

  /// The property tables.
  public var tables: [SourceSpan] { document.flows.map(\.table) }

  /// The rows of all property tables.
  public var rows: [PropertyRow] { document.flows.flatMap(\.rows) }

  /// Both cells of each row.
  public var cells: [PropertyCell] { rows.flatMap { [$0.source, $0.target].compactMap(\.self) } }

  /// The Data Type column.
  public var types: [SourceSpan] { rows.compactMap(\.type?.span) }

  /// The Direction column.
  public var directions: [SourceSpan] { rows.compactMap(\.direction?.span) }

  /// The conditions on elements behind a path.
  public var dependencies: [SourceSpan] { (cells + matchCells).flatMap(\.dependencies).map(\.value.span) }

  /// The clauses of all rows that satisfy a test.
  public func clauses(_ isWanted: (Clause) -> Bool = { _ in true }) -> [SourceSpan] {
    rows.flatMap(\.clauses).filter { isWanted($0.value) }.map(\.span)
  }

  /// The pairs of all merge tables.
  public var matchPairs: [SourceSpan] { pairs.map(\.source.span) }

  private var matchCells: [PropertyCell] { pairs.flatMap { [$0.source, $0.target] } }

  private var pairs: [Matching.Pair] {
    document.flows.flatMap { $0.matching?.alternatives ?? [] }.flatMap(\.pairs)
  }

  /// The merge tables.
  public var matchings: [SourceSpan] { document.flows.compactMap(\.matching?.span) }

  /// What happens to the partner of a deleted record.
  public var deletions: [SourceSpan] { document.flows.flatMap(\.deletions).map(\.policy.span) }

  /// Conditions on which records take part or are created, prose or not.
  public var conditions: [SourceSpan] {
    document.flows.flatMap { flow in
      var places = flow.scopes.map(\.condition.span)
      if let creation = flow.creation, case .when = creation.value { places.append(creation.span) }
      return places
    }
  }

  /// Everything that is evaluated: conditions of sections and of rows.
  public var expressions: [SourceSpan] {
    document.flows.flatMap { flow -> [SourceSpan] in
      var places: [SourceSpan] = []
      for scope in flow.scopes { if case .expression = scope.condition.value { places.append(scope.condition.span) } }
      if let creation = flow.creation, case .when(.expression) = creation.value { places.append(creation.span) }
      return places
    } + clauses { if case .when = $0 { true } else { false } }
  }

  /// Literals in rows, and those of the parameters.
  public var literals: [SourceSpan] {
    document.parameters.compactMap(\.defaultValue?.span)
      + clauses {
        switch $0 {
        case .constant, .defaultValue: return true
        default: return false
        }
      }
  }

  /// Places where one of the two systems is named inside of a section.
  public var sides: [SourceSpan] {
    document.flows.flatMap { flow -> [SourceSpan] in
      var places = flow.scopes.compactMap(\.system?.span) + flow.deletions.map(\.system.span)
      if let direction = flow.direction { places.append(direction.span) }
      if let conflict = flow.conflict, case .wins = conflict.value { places.append(conflict.span) }
      return places
    } + directions + clauses { if case .wins = $0 { true } else { false } }
  }

  /// The names of parameters and value maps where they are declared.
  public var declarations: [SourceSpan] { document.parameters.map(\.name.span) + valueMaps }

  /// The names of value maps where they are declared.
  public var valueMaps: [SourceSpan] { document.valueMaps.map(\.name.span) }

  /// The rows that share a cell with another row of their table, by its text.
  public func rows(sharing cell: (PropertyRow) -> PropertyCell?) -> [SourceSpan] {
    document.flows.flatMap { flow in
      let groups = Dictionary(grouping: flow.rows, by: { cell($0)?.path.text })
      return flow.rows.filter { row in
        cell(row).map { groups[$0.path.text, default: []].count > 1 } ?? false
      }.map(\.span)
    }
  }
}
