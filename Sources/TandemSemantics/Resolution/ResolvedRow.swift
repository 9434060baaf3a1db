import TandemSyntax
import TandemValues

/// A row of which every name is known and whose value can be converted.
///
/// A class, because rows are large and grouping moves them about. Not checked for use by several threads: one fills it in,
/// others only read it afterwards.
final class ResolvedRow: @unchecked Sendable {
  /// The row as written.
  let row: PropertyRow
  /// Its clauses, sorted.
  let clauses: RowClauses
  /// The source's cell; `nil` for a constant or a parameter.
  let source: PathResolution?
  /// The target's cell.
  let target: PathResolution
  /// Where the author lets values travel.
  let direction: CheckedDirection
  /// The type in the shared view.
  let type: ValueType
  /// What feeds the shared view.
  let input: CheckedProperty.Input
  /// Brings the target's value into normal form.
  let normaliser: (any Conversion)?
  /// How keys are translated.
  let translation: CheckedProperty.Translation?
  /// What is known of the row where two types say all of it: no default, no conversion that the author named.
  var known: KnownConversion?
  /// True when the key is found by a natural key that no two records share.
  var isFoundByUniqueKey = false
  /// The value that the target is given where the source has none.
  let defaultValue: Value?
  /// The side that wins conflicts.
  let wins: FlowSide?

  init(
    row: PropertyRow, clauses: RowClauses, source: PathResolution?, target: PathResolution, direction: CheckedDirection,
    type: ValueType, input: CheckedProperty.Input, normaliser: (any Conversion)?,
    translation: CheckedProperty.Translation?, defaultValue: Value?, wins: FlowSide?
  ) {
    self.row = row
    self.clauses = clauses
    self.source = source
    self.target = target
    self.direction = direction
    self.type = type
    self.input = input
    self.normaliser = normaliser
    self.translation = translation
    self.defaultValue = defaultValue
    self.wins = wins
  }

  /// The line of the row.
  var line: Int { input.line }

  /// The source's path with its element conditions; `nil` for a constant or a parameter, and where another path is
  /// looked up instead.
  var sourceKey: String? {
    guard case .property = input.origin else { return nil }
    return source?.key
  }
}

extension CheckedDirection {
  /// True when values reach the side, be it at creation only.
  public func reaches(_ side: FlowSide) -> Bool {
    switch self {
    case .both: return true
    case .into(let other), .onlyIfEmpty(let other): return other == side
    case .atCreation: return side == .target
    }
  }

  /// True when the side is written after creation too.
  func updates(_ side: FlowSide) -> Bool { self != .atCreation && reaches(side) }
}

/// A group of connected rows: one property of the shared view.
struct ResolvedProperty {
  /// The rows that feed it, in order of preference.
  var rows: [ResolvedRow]
  /// The rows whose targets it feeds; the first is read on the way back.
  var outputs: [ResolvedRow]
  /// How several inputs become one value.
  var combination: CheckedProperty.Combination
  /// Where values travel, after what the group itself forbids.
  var direction: CheckedDirection
  /// The sources that another property writes back, by ``PathResolution/key``.
  var readOnlySources: Set<String> = []

  /// True when a value on the way back may go into the row's source.
  func writesBack(_ row: ResolvedRow) -> Bool {
    direction.reaches(.source) && row.direction.reaches(.source)
      && !(row.sourceKey.map(readOnlySources.contains) ?? true)
  }

  /// The row that names the group.
  var first: ResolvedRow { outputs[0] }
}

/// A flow with everything that rules look at.
///
/// Not checked for use by several threads: one fills it in, others only read it afterwards.
final class ResolvedFlow: @unchecked Sendable {
  /// The section and its entities.
  let head: FlowHead
  /// The document.
  let context: DocumentContext
  /// The rows that could be understood, in order.
  var rows: [ResolvedRow] = []
  /// The groups of connected rows, in the order of their first rows.
  var properties: [ResolvedProperty] = []
  /// The properties whose values travel as they are.
  var travels: [Travel] = []
  /// The alternatives of the merge table.
  var matches: [CheckedMatch] = []
  /// When a target is created.
  var creation: CheckedCreation = .always
  /// True when the creation could be read.
  var knowsCreation = true
  /// Which source records take part; `nil` for all.
  var sourceScope: CheckedExpression?
  /// Which target records take part; `nil` for all.
  var targetScope: CheckedExpression?
  /// The direction of the whole flow.
  var direction: CheckedDirection = .both
  /// Why the flow may not write.
  var holds: [String] = []
  /// True when every row could be resolved, so that what is missing is really missing.
  var isComplete: Bool

  /// Starts with nothing resolved.
  init(head: FlowHead, context: DocumentContext) {
    self.head = head
    self.context = context
    self.isComplete = !head.flow.hasUnreadParts
  }

  /// The table has no row, and the author did not say that this is meant.
  var isEmptyTable: Bool { head.flow.rows.isEmpty && !head.flow.linksOnly }

  private var knownSuggestion: SectionSuggestion?
  private var suggestedSources: [String: String]?

  /// The source that fits a target that is no reference best; sought for all targets when the first one is asked for.
  func suggestedSource(of target: String) -> String? {
    if let suggestedSources { return suggestedSources[target] }
    let surroundings = SuggestionSurroundings(
      head: head, context: context, index: FlowIndex(), samples: SampleData())
    let threshold = Confidence.points(SuggestionOptions.usualConfidence)
    let pairs = Matcher(surroundings).matches(threshold: threshold).map { ($0.pair.target.path, $0.pair.source.path) }
    let sources = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    suggestedSources = sources
    return sources[target]
  }

  /// What the two schemas suggest for the tables of the section; found when it is first asked for.
  func suggestion(_ index: FlowIndex) -> SectionSuggestion {
    if let knownSuggestion { return knownSuggestion }
    let surroundings = SuggestionSurroundings(head: head, context: context, index: index, samples: SampleData())
    var names = MapNames(context.document)
    let suggestion = SectionSuggester(surroundings, options: SuggestionOptions())
      .suggestion(number: 0, names: &names)
    knownSuggestion = suggestion
    return suggestion
  }

  /// True when the flow can create target records.
  var creates: Bool {
    guard knowsCreation else { return false }
    if case .never = creation { return false }
    return direction.reaches(.target)
  }
}
