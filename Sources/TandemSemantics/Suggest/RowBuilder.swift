import TandemSyntax
import TandemValues

/// Makes rows of pairs: their types, directions and clauses.
struct RowBuilder {
  private let surroundings: SuggestionSurroundings
  private let place: SourceSpan
  private(set) var names: MapNames
  /// The value maps that the document lacks.
  private(set) var maps: [TandemSyntax.ValueMap] = []

  init(_ surroundings: SuggestionSurroundings, names: MapNames) {
    self.surroundings = surroundings
    self.names = names
    place = surroundings.head.flow.title
  }

  private var flow: Flow { surroundings.head.flow }

  mutating func rows(of matches: [Matcher.Match]) -> [SuggestedRow] {
    var rows: [SuggestedRow] = []
    for match in matches {
      guard let row = row(match) else { continue }
      rows.append(row)
    }
    let given = Set(matches.map(\.pair.target.path)).union(flow.rows.map(\.target.path.text))
    return rows + constants(besides: given)
  }

  // MARK: - Constants

  /// What the section says of all its target records: a record that is created has to have it too.
  private func constants(besides given: Set<String>) -> [SuggestedRow] {
    var rows: [SuggestedRow] = []
    for scope in flow.scopes {
      guard let system = scope.system?.value, surroundings.context.side(named: system) == .target,
        case .expression(let expression) = scope.condition.value
      else { continue }
      for (property, literal) in Self.equalities(expression) where !given.contains(property) {
        let candidate = surroundings.target.candidates.first { $0.path == property }
        guard let candidate, !candidate.isReadOnly, candidate.leaf.references.isEmpty else { continue }
        let row = PropertyRow(
          source: nil, target: cell(candidate), type: Located(Self.word(for: candidate.type), at: place),
          direction: Located(.atCreation, at: place), clauses: [Located(.constant(literal), at: place)], span: place)
        rows.append(SuggestedRow(row: row, confidence: 97, reasons: ["only such records take part"]))
      }
    }
    return rows
  }

  /// The properties that a condition gives one value.
  private static func equalities(_ expression: Expression) -> [(String, Literal)] {
    switch expression {
    case .and(let left, let right): return equalities(left) + equalities(right)
    case .comparison(.equal, .property(let path), .literal(let literal), _): return [(path.text, literal.value)]
    default: return []
    }
  }

  private mutating func row(_ match: Matcher.Match) -> SuggestedRow? {
    let pair = match.pair
    guard var direction = direction(of: pair) else { return nil }
    var reasons = match.reasons
    var clauses = clauses(of: pair, reasons: &reasons)
    if match.isJoined {
      clauses.append(.join(separator: " "))
      direction = flow.direction == nil ? .toSystem(flow.target.system.value) : nil
    }
    let mark = pair.target.isInList && pair.target.condition == nil ? pair.target.elementMark : nil
    if let mark {
      reasons.append("the element is marked by \"\(Self.mark)\" in `\(mark)`: write another word where there is one")
    }
    let row = PropertyRow(
      source: cell(pair.source), target: cell(pair.target, mark: mark),
      type: Located(Self.word(for: pair.target.type), at: place),
      direction: direction.map { Located($0, at: place) }, clauses: clauses.map { Located($0, at: place) },
      span: place)
    return SuggestedRow(row: row, confidence: match.confidence, reasons: reasons)
  }

  /// The word of the Data Type column.
  private static func word(for type: ValueType) -> String {
    switch type {
    case .enumeration, .guid: return ValueType.string(maximumLength: nil).word
    default: return type.word
    }
  }

  /// The word by which an element of a list is marked that nothing else tells from others.
  private static let mark = "main"

  private func cell(_ candidate: SuggestionCandidate, mark: String? = nil) -> PropertyCell {
    let condition = candidate.condition ?? mark.map { (value: Self.mark, path: $0) }
    let conditions = condition.map { condition in
      [PropertyCell.Dependency(value: Located(condition.value, at: place), path: path(condition.path))]
    }
    return PropertyCell(path: path(candidate.path), dependencies: conditions ?? [], span: place)
  }

  private func path(_ text: String) -> PropertyPath {
    PropertyPath(segments: text.split(separator: ".").map { Located(String($0), at: place) }, span: place)
  }

  // MARK: - Directions

  /// The direction of a row, inside an optional because both ways needs no word; `nil` where the flow leaves none.
  private func direction(of pair: CandidatePair) -> Direction?? {
    let (left, right) = (flow.source.system.value, flow.target.system.value)
    if pair.target.isReadOnly {
      // What the target alone writes can only come back.
      if case .toSystem(let system)? = flow.direction?.value, surroundings.context.side(named: system) == .target {
        return nil
      }
      return .some(.toSystem(left))
    }
    if pair.target.leaf.isCreateOnly { return .some(.atCreation) }
    let isOneWay = flow.direction != nil
    if pair.source.isReadOnly || pair.source.leaf.isCreateOnly || !isTwoWay(pair) {
      return .some(isOneWay ? nil : .toSystem(right))
    }
    return .some(nil)
  }

  /// True when a value can come back.
  private func isTwoWay(_ pair: CandidatePair) -> Bool {
    switch pair.translation {
    case .lookup?: return false
    case .reference(_, _, let isOwnKey)?: return !isOwnKey
    case nil: break
    }
    guard let conversion = ConversionCatalog.conversion(from: pair.source.type, to: pair.target.type) else {
      return true
    }
    switch conversion.effectiveLaws {
    case .oneWay, .lossy: return false
    default: break
    }
    // A day has no time to give back.
    if case .date = pair.source.type, case .datetime = pair.target.type { return false }
    return true
  }

  // MARK: - Clauses

  private mutating func clauses(of pair: CandidatePair, reasons: inout [String]) -> [Clause] {
    var clauses: [Clause] = []
    switch pair.translation {
    case .reference(let source, let target, _)?:
      clauses.append(.reference(source: source.model.name, target: target.model.name))
    case .lookup(let entity, let key, _)?:
      clauses.append(
        .lookup(
          entity: entity.model.name, by: [Clause.LookupPair(source: path(pair.source.path), target: path(key))]))
    case nil:
      if let name = valueMap(pair, reasons: &reasons) { clauses.append(.values(name)) }
      if let format = dateFormat(pair) { clauses.append(.format(format)) }
    }
    if pair.source.isInList, pair.source.condition == nil, clauses.isEmpty {
      clauses.append(.conversion(FirstElement.name))
    }
    return clauses
  }

  /// The value map that a row needs because the two sides spell values in their own ways.
  private mutating func valueMap(_ pair: CandidatePair, reasons: inout [String]) -> String? {
    let (left, right) = (pair.source.leaf, pair.target.leaf)
    guard pair.canUseMap, let values = ValueMapDraft.values(of: left.type) else { return nil }
    let accepted = ValueMapDraft.values(of: right.type)
    let isOpposite = ValueMapDraft.isNegative(left) != ValueMapDraft.isNegative(right)
    if ConversionCatalog.conversion(from: left.type, to: right.type) != nil, !isOpposite {
      // Equal values need no map, nor does text that takes any.
      guard let accepted, left.type.closedValues != nil, !values.allSatisfy(accepted.contains) else { return nil }
    }
    guard accepted != nil else { return nil }
    let draft = ValueMapDraft(left, right)
    guard !draft.entries.isEmpty else {
      reasons.append("no value of one is known on the other side: a value map has to say which belong together")
      return nil
    }
    var map = TandemSyntax.ValueMap(
      name: Located("", at: place),
      entries: draft.entries.map {
        TandemSyntax.ValueMap.Entry(source: Located($0.source, at: place), target: Located($0.target, at: place))
      }, otherwise: Located(.error, at: place), span: place)
    let wanted = NameWords.of("\(surroundings.head.source.model.name) \(left.name)").joined(separator: " ")
    let (name, isKnown) = names.name(like: Wording.capitalised(wanted), for: map)
    map.name.value = name
    if !isKnown { maps.append(map) }
    if !draft.open.isEmpty {
      reasons.append("the value map lacks \(Wording.list(draft.open, limit: 4)), which only a person can say")
    }
    return name
  }

  /// The form of dates in a text, where its description shows an example.
  private func dateFormat(_ pair: CandidatePair) -> String? {
    for (text, date) in [(pair.source, pair.target), (pair.target, pair.source)] {
      guard case .string = text.type, date.type.isMoment, let about = text.leaf.about else { continue }
      return DateExample.format(in: about)
    }
    return nil
  }
}
