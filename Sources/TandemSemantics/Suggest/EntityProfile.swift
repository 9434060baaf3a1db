import TandemSyntax
import TandemValues

/// The candidates of an entity, with what finds them. Made once per entity, when a suggestion is first asked for.
final class EntityProfile: Sendable {
  /// The entity.
  let entity: EntityModel
  /// Everything that may be mapped, in the order of the description.
  let candidates: [SuggestionCandidate]
  /// The candidates that have a term in their names, with those of related terms left to who asks.
  let byTerm: [String: [Int]]
  /// What the entity is called.
  let terms: Set<String>
  /// True for people.
  let isPerson: Bool

  /// The references to other records, among the candidates.
  let references: [Int]
  /// The candidate that people call the record by.
  let titles: [Int]
  /// The candidates that stand for one record.
  let naturalKeys: [Int]
  /// The dates that may be the date of the record.
  let moments: [Int]

  init(_ entity: EntityModel) {
    self.entity = entity
    terms = Self.terms(of: entity)
    var builder = CandidateBuilder(entity: entity, terms: terms)
    builder.addAll()
    let candidates = builder.candidates
    self.candidates = candidates
    var byTerm: [String: [Int]] = [:]
    for candidate in candidates {
      for term in candidate.telling { byTerm[term, default: []].append(candidate.order) }
    }
    self.byTerm = byTerm
    isPerson = byTerm["last name"] != nil
    func places(_ isMeant: (SuggestionCandidate) -> Bool) -> [Int] { candidates.filter(isMeant).map(\.order) }
    references = places { !$0.leaf.references.isEmpty }
    titles = places(\.isTitle)
    naturalKeys = places(\.isNaturalKey)
    moments = places { $0.type.isMoment && $0.isRequired }
  }

  /// The terms by which a text that names the referenced record is found: those of the reference and of the entity.
  func referenceTerms(_ index: Int, in surroundings: SuggestionSurroundings) -> Set<String> {
    var terms = candidates[index].telling
    for name in candidates[index].leaf.references {
      terms.formUnion(TermDictionary.shared.terms(of: NameWords.of(name)))
    }
    return terms
  }

  private static func terms(of entity: EntityModel) -> Set<String> {
    var result: Set<String> = []
    for name in [entity.name, entity.label] + entity.aliases {
      let words = NameWords.of(name).filter { $0.utf8.first.map { $0 > 0x39 } ?? false }
      result.formUnion(words)
      result.formUnion(TermDictionary.shared.terms(of: words))
    }
    return result
  }
}
