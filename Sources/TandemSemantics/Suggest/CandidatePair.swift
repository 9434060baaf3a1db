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
    if surroundings.leavesElements(source, .source) || surroundings.leavesElements(target, .target) { return nil }
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
    if source.isKey || target.isKey || !source.leaf.references.isEmpty || !target.leaf.references.isEmpty {
      return false
    }
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
