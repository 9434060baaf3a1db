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
