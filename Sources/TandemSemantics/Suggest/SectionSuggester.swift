import TandemSyntax

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
      valueMaps: [], needs: [])
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
      suggestion.needs = needs(besides: suggestion.rows.map(\.row) + flow.rows)
    }
    if wantsMatches {
      let matches = Matcher(surroundings).matches(threshold: threshold)
      suggestion.alternatives = MatchSuggester(surroundings).alternatives(among: matches)
    }
    return suggestion
  }

  /// The required properties of the target that no row fills, where records are created.
  private func needs(besides rows: [PropertyRow]) -> [String] {
    if case .never? = flow.creation?.value { return [] }
    if case .toSystem(let system)? = flow.direction?.value, surroundings.context.side(named: system) == .source {
      return []
    }
    let given = Set(rows.map(\.target.path.text))
    return surroundings.target.candidates.filter { candidate in
      candidate.isRequired && candidate.leaf.defaultValue == nil && !candidate.isKey && !given.contains(candidate.path)
    }.map(\.path)
  }
}
