import TandemSyntax
import TandemValues

/// A property, or a member of an object or of a list's elements, that may be mapped.
final class SuggestionCandidate: Sendable {
  /// The place in the entity's list of candidates.
  let order: Int
  /// `address.city`.
  let path: String
  /// What the path ends at.
  let leaf: PropertyModel
  /// The property of the entity that the path begins with.
  let top: PropertyModel
  /// Everything that the property may be called.
  let names: [PropertyTerms]
  /// The terms in all of its names.
  private let terms: Set<String>
  /// What its description calls it in a short sentence.
  let about: PropertyTerms?
  /// The condition that selects the element of a list: the value that the property at the path has.
  let condition: (value: String, path: String)?
  /// True inside of a list.
  let isInList: Bool
  /// The path of a text by which an element of the list could be told from others.
  let elementMark: String?
  /// True for the key of the entity, which is only read, to be translated.
  let isKey: Bool
  /// True for the property by which people name a record.
  let isTitle: Bool
  /// True when the system, or the list or object around it, lets nobody write it.
  let isReadOnly: Bool

  init(
    order: Int, steps: [PropertyModel], names: [PropertyTerms], condition: (value: String, path: String)? = nil,
    isInList: Bool, elementMark: String? = nil, isKey: Bool = false, isTitle: Bool = false
  ) {
    self.order = order
    self.path = steps.map(\.name).joined(separator: ".")
    self.leaf = steps[steps.count - 1]
    self.top = steps[0]
    self.names = names
    terms = Set(names.flatMap { $0.terms.map(\.text) })
    let words = steps.last?.about.map { NameWords.of($0) } ?? []
    about = words.count > 1 && words.count <= 7 ? PropertyTerms(words) : nil
    self.condition = condition
    self.isInList = isInList
    self.elementMark = elementMark
    self.isKey = isKey
    self.isTitle = isTitle
    self.isReadOnly = steps.contains(where: \.isReadOnly)
  }

  /// The type at the end.
  var type: ValueType { leaf.type }

  /// True when a record cannot be created without it, at the top of the record.
  var isRequired: Bool { leaf.isRequired && !isInList && !isReadOnly }

  /// True for text, also of a few words only.
  var isText: Bool {
    switch type {
    case .string, .enumeration: return true
    default: return false
    }
  }

  /// True for something that stands for one record of the entity, other than its key.
  var isNaturalKey: Bool { leaf.isUnique && !isKey && !isInList && leaf.references.isEmpty }

  /// The terms by which a counterpart is found.
  var telling: Set<String> { Set(names.flatMap(\.telling)) }

  /// True when one of its names is, or holds, a term.
  func isCalled(_ term: String) -> Bool { terms.contains(term) }
}
