import TandemSyntax
import TandemValues

/// Two properties that may correspond, with what evidences look at.
struct CandidatePair {
  let source: SuggestionCandidate
  let target: SuggestionCandidate
  /// The flow around them.
  let surroundings: SuggestionSurroundings
  /// How much their names say the same, in percent.
  let likeness: Int
  /// How the key travels, where the target refers to a record.
  let translation: SuggestedTranslation?

  init?(_ source: SuggestionCandidate, _ target: SuggestionCandidate, in surroundings: SuggestionSurroundings) {
    guard !source.isReadOnly || !target.isReadOnly else { return nil }
    // What the source must have from the beginning cannot wait for what the target will write.
    if target.isReadOnly, source.isRequired || source.leaf.isCreateOnly || source.isNaturalKey { return nil }
    self.source = source
    self.target = target
    self.surroundings = surroundings
    var best = 0
    let (lefts, rights) = (surroundings.sourceNames[source.order], surroundings.targetNames[target.order])
    for left in lefts {
      for right in rights { best = max(best, left.likeness(right)) }
    }
    // A sentence says less than a name.
    if best < 85 {
      if let about = target.about { for left in lefts { best = max(best, left.likeness(about) * 85 / 100) } }
      if let about = source.about { for right in rights { best = max(best, right.likeness(about) * 85 / 100) } }
    }
    likeness = best
    translation = surroundings.translation(source, target)
    if !fits() { return nil }
  }

  /// True when a value can travel, perhaps through a value map.
  private func fits() -> Bool {
    // Keys of one system mean nothing in the other; and nobody writes a key that the system gives.
    if translation != nil { return !target.isReadOnly && !target.isKey }
    if source.isKey, target.isCalled("external id"), target.leaf.references.isEmpty, target.isText { return true }
    if source.isKey || target.isKey || !source.leaf.references.isEmpty || !target.leaf.references.isEmpty { return false }
    return ConversionCatalog.conversion(from: source.type, to: target.type) != nil || canUseMap
  }

  /// True when a value map can join the two: one side has a few known values, the other one plain ones.
  var canUseMap: Bool {
    if source.type == .boolean, target.type == .boolean { return true }
    guard source.type.closedValues != nil || target.type.closedValues != nil else { return false }
    return [source.type, target.type].allSatisfy { type in
      switch type {
      case .enumeration, .boolean, .integer, .string: return true
      default: return false
      }
    }
  }
}

/// How a key of one system becomes one of the other.
enum SuggestedTranslation {
  /// Through the links of the flow between the two entities.
  case reference(source: CatalogEntity, target: CatalogEntity, isOwnKey: Bool)
  /// By a natural key of an entity that no flow synchronises. The likeness of the source with that key is in percent.
  case lookup(entity: CatalogEntity, by: String, likeness: Int)
}

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

extension SuggestionCandidate {
  /// True for text by which a person finds a record.
  var isLookupKey: Bool {
    guard case .string = type, !isInList, !path.utf8.contains(UInt8(ascii: ".")), leaf.references.isEmpty, !isKey else {
      return false
    }
    if isTitle || isNaturalKey { return true }
    let terms = names.flatMap { $0.terms.map(\.text) }
    return ["name", "code", "number", "email", "user name", "sku"].contains(where: terms.contains)
  }
}
