import TandemSyntax
import TandemValues

/// Lists the candidates of an entity.
struct CandidateBuilder {
  let entity: EntityModel
  let terms: Set<String>
  private(set) var candidates: [SuggestionCandidate] = []

  init(entity: EntityModel, terms: Set<String>) {
    self.entity = entity
    self.terms = terms
  }

  mutating func addAll() {
    for (position, property) in entity.properties.enumerated() {
      // What synchronisation itself reads is no business of the mapping.
      if position == entity.cursor && position != entity.key || position == entity.modified { continue }
      if property.isReadOnly, position != entity.key, isBookkeeping(property) { continue }
      add([property], context: [], condition: nil, position: position, isInList: false)
    }
  }

  /// When and by whom a record was made or changed.
  private func isBookkeeping(_ property: PropertyModel) -> Bool {
    let words: Set<String> = [
      "created", "create", "creator", "creation", "modified", "modifier", "updated", "update", "changed", "write",
    ]
    return NameWords.of(property.name).contains(where: words.contains)
      || NameWords.of(property.label).contains(where: words.contains)
  }

  private mutating func add(
    _ steps: [PropertyModel], context: [String], condition: (value: String, path: String)?, position: Int,
    isInList: Bool, mark: String? = nil
  ) {
    guard let leaf = steps.last, steps.count <= 4 else { return }
    switch leaf.type {
    case .object:
      for member in leaf.members {
        let words = context + NameWords.of(leaf.name)
        add(steps + [member], context: words, condition: condition, position: position, isInList: isInList, mark: mark)
      }
    case .list(.object):
      guard !isInList else { return }
      addElements(of: leaf, steps: steps, context: context, position: position)
    default:
      let isTop = steps.count == 1
      candidates.append(
        SuggestionCandidate(
          order: candidates.count, steps: steps, names: names(of: leaf, context: context), condition: condition,
          isInList: isInList, elementMark: mark, isKey: isTop && position == entity.key,
          isTitle: isTop && position == entity.title))
    }
  }

  /// The members of a list's elements; once for each kind of element that the list tells apart.
  private mutating func addElements(
    of list: PropertyModel, steps: [PropertyModel], context: [String], position: Int
  ) {
    let path = steps.map(\.name).joined(separator: ".")
    let words = context + NameWords.of(list.name)
    let selector = list.members.first { $0.type.closedValues != nil && $0.references.isEmpty }
    var kinds: [(words: [String], condition: (value: String, path: String)?)] = []
    for value in (selector?.type.closedValues ?? []).prefix(12) {
      kinds.append((NameWords.of(value), (value, path + "." + (selector?.name ?? ""))))
    }
    for flag in list.members where flag.type == .boolean && !flag.isReadOnly && kinds.count < 12 {
      kinds.append((NameWords.of(flag.name), ("true", path + "." + flag.name)))
    }
    let texts = list.members.filter { member in
      if case .string = member.type { return !member.isReadOnly }
      return false
    }
    let mark = Self.markWords.lazy.compactMap { word in
      texts.first { NameWords.of($0.name).last == word }
    }.first
    if selector == nil { kinds.insert(([], nil), at: 0) }
    for kind in kinds {
      for member in list.members {
        if member.name == selector?.name || kind.condition == nil && member === mark
          || kind.condition?.path == path + "." + member.name
        {
          continue
        }
        // The kind of an element says as much as a name does: the number of kind `mobile` is a mobile number.
        add(
          steps + [member], context: kind.words + words, condition: kind.condition, position: position, isInList: true,
          mark: mark.map { path + "." + $0.name })
      }
    }
  }

  /// Names of texts in which a person marks an element, those that nobody else reads first.
  private static let markWords = ["type", "kind", "label", "note", "comment", "remark", "memo", "description"]

  /// Names of what the list or object around it is about: the value of a phone is the phone.
  private static let valueWords: Set<String> = [
    "value", "number", "id", "key", "code", "text", "address", "content", "data",
  ]
  /// Names that say nothing without what holds the property.
  private static let bareWords: Set<String> = valueWords.union([
    "name", "description", "label", "remark", "note", "comment", "kind", "type", "formatted", "stripped", "status",
    "primary", "default", "active", "language",
  ])

  private func names(of property: PropertyModel, context: [String]) -> [PropertyTerms] {
    var result: [PropertyTerms] = []
    func add(_ words: [String]) {
      var words = words
      if !property.references.isEmpty, words.count > 1, let last = words.last,
        ["id", "key", "ref", "guid"].contains(last)
      {
        words.removeLast()
      }
      guard !words.isEmpty else { return }
      var names = [PropertyTerms(words, context: context)]
      if !context.isEmpty, words.allSatisfy(Self.bareWords.contains) {
        names = [PropertyTerms(context + words)]
        if words.allSatisfy(Self.valueWords.contains) { names.append(PropertyTerms(context)) }
      }
      for name in names {
        result.append(name)
        if let bare = name.without(terms) { result.append(bare) }
      }
    }
    let name = NameWords.of(property.name)
    add(name)
    let label = NameWords.of(property.label)
    if label != name { add(label) }
    return result
  }
}
