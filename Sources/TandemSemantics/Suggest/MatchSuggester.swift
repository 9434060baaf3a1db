import TandemSyntax
import TandemValues

/// Suggests by what records are recognised: numbers that stand for one record, and what a person would compare.
struct MatchSuggester {
  private let surroundings: SuggestionSurroundings
  private let place: SourceSpan

  init(_ surroundings: SuggestionSurroundings) {
    self.surroundings = surroundings
    place = surroundings.head.flow.title
  }

  /// The combinations, the surest first.
  func alternatives(among matches: [Matcher.Match]) -> [SuggestedAlternative] {
    let usable = matches.filter { match in
      match.pair.translation == nil && !match.isJoined && !match.pair.source.isKey && !match.pair.source.isInList
        && !match.pair.target.isInList
        && match.pair.source.type.closedValues == nil && match.pair.source.type != .boolean
    }
    var result: [SuggestedAlternative] = []
    for match in usable {
      if let (confidence, reason) = sole(match) { result.append(alternative([match], confidence, reason)) }
    }
    if result.contains(where: { $0.confidence >= 85 }) {
      // Where both systems know records by a number, what is only likely would merge the wrong ones.
      result.removeAll { $0.confidence < 80 }
    } else if let person = person(usable) {
      result.append(person)
    }
    if result.isEmpty, let title = title(usable) { result.append(title) }
    return result.enumerated().sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }
      .map(\.element)
  }

  /// One pair that stands for a record by itself.
  private func sole(_ match: Matcher.Match) -> (Int, String)? {
    let (left, right) = (match.pair.source, match.pair.target)
    let samples = surroundings.samples
    let measured = [
      samples.isUnique([left], of: surroundings.source.entity),
      samples.isUnique([right], of: surroundings.target.entity),
    ]
    if measured.contains(false) { return nil }
    if left.isNaturalKey && right.isNaturalKey { return (min(97, match.confidence), "unique in both systems") }
    if left.isNaturalKey || right.isNaturalKey {
      return (min(90, match.confidence), "unique in one of the systems")
    }
    if isNumber(left), isNumber(right) { return (85, "the number by which people know the record") }
    let terms = Set(left.names.flatMap { $0.terms.map(\.text) }).intersection(
      right.names.flatMap { $0.terms.map(\.text) })
    if let term = Self.identifying.first(where: terms.contains) { return (85, "a \(term) belongs to one record") }
    if surroundings.source.isPerson, surroundings.target.isPerson, terms.contains("email"),
      match.pair.likeness >= 90
    {
      return (75, "an e-mail address belongs to one person")
    }
    if measured.allSatisfy({ $0 == true }), match.pair.likeness >= 80 { return (70, "unique in the sample data") }
    return nil
  }

  private static let numberTerms: Set<String> = ["number", "code", "sku", "employee number", "reference"]

  /// True for the number of the record itself, whether or not its description calls it unique: what is left of its name
  /// without the entity's says nothing else.
  private func isNumber(_ candidate: SuggestionCandidate) -> Bool {
    switch candidate.type {
    case .string, .integer: break
    default: return false
    }
    return candidate.names.contains { name in
      !name.terms.isEmpty && name.terms.allSatisfy { Self.numberTerms.contains($0.text) }
    }
  }

  private static let identifying = ["vat number", "sku", "barcode", "employee number", "user name"]

  /// A person's name, with the day of birth where the samples say that the name is not enough.
  private func person(_ matches: [Matcher.Match]) -> SuggestedAlternative? {
    func pair(_ term: String) -> Matcher.Match? {
      matches.first { match in
        [match.pair.source, match.pair.target].allSatisfy { candidate in
          candidate.names.contains { $0.terms.contains { $0.text == term } }
        }
      }
    }
    guard let first = pair("first name"), let last = pair("last name") else { return nil }
    let isUnique = surroundings.samples.isUnique(
      [first.pair.source, last.pair.source], of: surroundings.source.entity)
    if isUnique == false, let birth = pair("birth date") {
      return alternative([first, last, birth], 70, "people with one name differ in their day of birth")
    }
    return alternative([first, last], isUnique == true ? 75 : 65, "how a person is recognised")
  }

  /// What people call the record, with a date or place where there is one.
  private func title(_ matches: [Matcher.Match]) -> SuggestedAlternative? {
    let texts = matches.filter { $0.pair.source.isText && $0.pair.target.isText }
    guard
      let title = texts.first(where: { $0.pair.source.isTitle && $0.pair.target.isTitle })
        ?? texts.first(where: { $0.pair.source.isTitle || $0.pair.target.isTitle })
    else { return nil }
    let place = matches.first { match in
      match.pair.source.names.contains { $0.terms.contains { $0.text == "city" } }
    }
    let date = matches.first { $0.pair.source.type.isMoment }
    let further = place ?? date
    return alternative(
      [title] + (further.map { [$0] } ?? []), 60, "what people call the record")
  }

  private func alternative(_ matches: [Matcher.Match], _ confidence: Int, _ reason: String) -> SuggestedAlternative {
    let pairs = matches.map { match in
      Matching.Pair(source: cell(match.pair.source), target: cell(match.pair.target))
    }
    return SuggestedAlternative(
      alternative: Matching.Alternative(pairs: pairs), confidence: confidence, reasons: [reason])
  }

  private func cell(_ candidate: SuggestionCandidate) -> PropertyCell {
    let segments = candidate.path.split(separator: ".").map { Located(String($0), at: place) }
    return PropertyCell(path: PropertyPath(segments: segments, span: place), span: place)
  }
}
