import TandemSyntax
import TandemValues

/// Finds the properties of two entities that correspond.
struct Matcher {
  private let surroundings: SuggestionSurroundings
  /// Paths that rows hold already, on each side.
  private let taken: (source: Set<String>, target: Set<String>)

  init(_ surroundings: SuggestionSurroundings, existing rows: [PropertyRow] = []) {
    self.surroundings = surroundings
    taken = (Set(rows.compactMap { $0.source?.path.text }), Set(rows.map(\.target.path.text)))
  }

  /// A pair with what speaks for it.
  struct Match {
    var pair: CandidatePair
    /// The sum of what the evidences say.
    var points: Int
    var reasons: [String]
    /// True for one of several sources whose texts are joined.
    var isJoined = false

    /// How likely the pair is right, in percent.
    var confidence: Int { Confidence.percent(points) }
  }

  /// The pairs, each property once but for what the target cannot do without, in the order of the target's description.
  func matches(threshold: Int) -> [Match] {
    let all = scored().filter { $0.points >= threshold }
    let edges = all.map { match in
      // Squares, because one sure pair is worth more than two doubtful ones.
      let weight = (match.points - threshold + 100) * (match.points - threshold + 100) / 100
      return Assignment.Edge(source: match.pair.source.order, target: match.pair.target.order, weight: max(1, weight))
    }
    let chosen = Set(Assignment.best(edges).map { [$0.source, $0.target] })
    var result = all.filter { chosen.contains([$0.pair.source.order, $0.pair.target.order]) }
    result += further(all, besides: result)
    result += joinedNames(besides: result)
    return result.sorted { ($0.pair.target.order, $0.pair.source.order) < ($1.pair.target.order, $1.pair.source.order) }
  }

  /// What the target demands and no pair gives: the same source may feed it too.
  private func further(_ all: [Match], besides chosen: [Match]) -> [Match] {
    var given = Set(chosen.map(\.pair.target.path))
    var result: [Match] = []
    for match in all.sorted(by: { $0.points > $1.points })
    where match.pair.target.isRequired && match.pair.target.leaf.defaultValue == nil {
      if given.insert(match.pair.target.path).inserted { result.append(match) }
    }
    return result
  }

  /// First and last name, where the target has but one property for both.
  private func joinedNames(besides chosen: [Match]) -> [Match] {
    guard chosen.allSatisfy({ !$0.pair.source.isCalled("full name") }),
      let full = surroundings.target.candidates.first(where: { target in
        target.isCalled("full name") && !target.isReadOnly && !target.isInList && target.isText
          && target.leaf.references.isEmpty && !taken.target.contains(target.path)
          && !chosen.contains { $0.pair.target.order == target.order }
      })
    else { return [] }
    let parts = ["first name", "last name"].compactMap { term in
      surroundings.source.candidates.first { $0.isCalled(term) && !$0.isInList && $0.isText }
    }
    guard parts.count == 2 else { return [] }
    return parts.compactMap { part in
      CandidatePair(part, full, in: surroundings).map {
        Match(pair: $0, points: 250, reasons: ["the full name is made of first and last name"], isJoined: true)
      }
    }
  }

  // MARK: - Scores

  /// All pairs that anything speaks for, with their points.
  private func scored() -> [Match] {
    var result: [Match] = []
    for source in surroundings.source.candidates where !taken.source.contains(source.path) || source.condition != nil {
      for index in partners(of: source) {
        let target = surroundings.target.candidates[index]
        if taken.target.contains(target.path) { continue }
        guard let pair = CandidatePair(source, target, in: surroundings) else { continue }
        result.append(Self.weighed(pair))
      }
    }
    return result
  }

  private static func weighed(_ pair: CandidatePair) -> Match {
    var points = 0
    var reasons: [String] = []
    for evidence in Evidences.all {
      guard let finding = evidence.weigh(pair) else { continue }
      points += finding.points
      if let reason = finding.reason { reasons.append(reason) }
    }
    return Match(pair: pair, points: points, reasons: reasons)
  }

  /// The targets that may correspond to a source: those that share a term with it, and those that evidences find
  /// without any name.
  private func partners(of source: SuggestionCandidate) -> [Int] {
    let target = surroundings.target
    var result: Set<Int> = []
    let own = Set(surroundings.sourceNames[source.order].flatMap(\.telling)).union(source.about?.telling ?? [])
    var terms = own
    for term in own { terms.formUnion(TermDictionary.shared.related(to: term)) }
    for term in terms { result.formUnion(target.byTerm[term] ?? []) }
    if source.isKey { result.formUnion(target.byTerm["external id"] ?? []) }
    if source.isKey || !source.leaf.references.isEmpty {
      result.formUnion(target.references)
    } else if source.isText {
      for index in target.references where !target.referenceTerms(index, in: surroundings).isDisjoint(with: terms) {
        result.insert(index)
      }
    }
    if source.isTitle { result.formUnion(target.titles) }
    if source.isNaturalKey { result.formUnion(target.naturalKeys) }
    if source.type.isMoment { result.formUnion(target.moments) }
    if surroundings.samples.column(source, of: surroundings.source.entity) != nil {
      // Values may join what no name does.
      for candidate in target.candidates
      where surroundings.samples.column(candidate, of: target.entity) != nil {
        result.insert(candidate.order)
      }
    }
    return result.sorted()
  }
}
