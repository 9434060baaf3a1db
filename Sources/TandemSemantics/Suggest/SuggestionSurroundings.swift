import TandemSyntax
import TandemValues

/// What stands around the pairs of one section.
struct SuggestionSurroundings {
  let head: FlowHead
  let source: EntityProfile
  let target: EntityProfile
  let context: DocumentContext
  let index: FlowIndex
  let samples: SampleData
  /// The names of the candidates, also without what names the entity of the other side: the `supplierName` of a product
  /// is the name of a supplier.
  let sourceNames: [[PropertyTerms]]
  let targetNames: [[PropertyTerms]]
  /// Lists whose elements are records of other sections.
  private var sourceRecordLists: Set<String> = []
  private var targetRecordLists: Set<String> = []
  /// True when both entities are of one kind, as two orders are and an order and an invoice are not.
  let isOneKind: Bool

  init(head: FlowHead, context: DocumentContext, index: FlowIndex, samples: SampleData) {
    self.head = head
    self.source = head.source.profile
    self.target = head.target.profile
    self.context = context
    self.index = index
    self.samples = samples
    sourceNames = Self.names(source, besides: target)
    targetNames = Self.names(target, besides: source)
    isOneKind = !source.terms.isDisjoint(with: target.terms.union(target.terms.flatMap { Self.closelyRelated($0) }))
    sourceRecordLists = recordLists(.source)
    targetRecordLists = recordLists(.target)
  }

  private static func names(_ profile: EntityProfile, besides other: EntityProfile) -> [[PropertyTerms]] {
    let terms = other.terms.union(other.terms.flatMap { closelyRelated($0) })
    return profile.candidates.map { candidate in
      candidate.names + candidate.names.compactMap { $0.without(terms) }
    }
  }

  private static func closelyRelated(_ term: String) -> [String] {
    TermDictionary.shared.related(to: term).filter { TermDictionary.shared.likeness(term, $0) >= 60 }
  }

  /// True for the elements of a list that another section keeps in step as records of their own.
  func leavesElements(_ candidate: SuggestionCandidate, _ side: FlowSide) -> Bool {
    candidate.isInList && (side == .source ? sourceRecordLists : targetRecordLists).contains(candidate.top.name)
  }

  /// The lists of an entity whose elements are records of an entity that is synchronised: `lines` of an order, where
  /// `OrderLine` is.
  private func recordLists(_ side: FlowSide) -> Set<String> {
    let entity = head.entity(side).model
    let lists = entity.properties.filter { !$0.members.isEmpty && $0.type.isComposite }
    if lists.isEmpty { return [] }
    let own = NameWords.of(entity.name)
    let synchronised = context.system(side).entities.filter { other in
      side == .target ? isSynchronised(other) : !index.flows(from: other, into: context.target).isEmpty
    }.map { NameWords.of($0.model.name) }
    return Set(
      lists.map(\.name).filter { name in
        let words = NameWords.of(name)
        return synchronised.contains { $0 == words || $0 == own + words }
      })
  }

  /// True when records of the entity are synchronised with any of the other system.
  private func isSynchronised(_ entity: CatalogEntity) -> Bool {
    context.source.entities.contains { index.flow(from: $0, to: entity) != nil }
  }

  /// How a key travels from a property to another; `nil` where the target is no reference, or nothing translates it.
  func translation(_ left: SuggestionCandidate, _ right: SuggestionCandidate) -> SuggestedTranslation? {
    guard !right.leaf.references.isEmpty else { return nil }
    let origins = left.isKey ? [head.source.model.name] : left.leaf.references
    if !origins.isEmpty {
      for origin in origins {
        for destination in right.leaf.references {
          guard let from = context.source.entity(named: origin), let into = context.target.entity(named: destination),
            let flow = index.flow(from: from, to: into)
          else { continue }
          // A record does not refer to its own partner.
          if left.isKey, flow.head.pair == head.pair { continue }
          return .reference(source: from, target: into, isOwnKey: left.isKey)
        }
      }
      return nil
    }
    guard left.isText, left.type.closedValues == nil || !left.isInList else { return nil }
    return lookup(left, right)
  }

  private func lookup(_ left: SuggestionCandidate, _ right: SuggestionCandidate) -> SuggestedTranslation? {
    var best: (entity: CatalogEntity, by: String, likeness: Int)?
    for name in right.leaf.references {
      guard let entity = context.target.entity(named: name), !isSynchronised(entity) else { continue }
      let profile = entity.profile
      let own = PropertyTerms(NameWords.of(entity.model.name))
      for candidate in profile.candidates where candidate.isLookupKey {
        var likeness = 0
        for mine in sourceNames[left.order] {
          for theirs in candidate.names { likeness = max(likeness, mine.likeness(theirs)) }
          let joined = PropertyTerms(NameWords.of(entity.model.name) + NameWords.of(candidate.leaf.name))
          likeness = max(likeness, mine.likeness(joined), mine.likeness(own) - 8)
        }
        if candidate.isNaturalKey { likeness += 2 }
        if likeness > best?.likeness ?? 0 { best = (entity, candidate.path, likeness) }
      }
    }
    guard let best, best.likeness >= 60 else { return nil }
    return .lookup(entity: best.entity, by: best.by, likeness: min(100, best.likeness))
  }
}
