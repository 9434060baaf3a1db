import TandemValues

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
