import TandemSemantics
import TandemValues

/// Several properties that become one: the first that is filled, or all joined.
struct CombinationChecks {
  let words: FlowWords
  let property: CheckedProperty

  var items: [Checklist.Item] {
    switch property.combination {
    case .firstNonEmpty: return firstChoice
    case .join(let separator): return joined(separator)
    case .single, .byCondition: return []
    }
  }

  /// A part that comes from a property of the source, with a value and what the row makes of it.
  private struct Part {
    var input: CheckedProperty.Input
    var path: ResolvedPath
    var vector: RowVectors.Vector?
    var canBeEmpty: Bool
  }

  private var parts: [Part] {
    property.inputs.enumerated().compactMap { number, input in
      guard case .property(let path) = input.origin else { return nil }
      let rows = RowVectors(words: words, property: property, input: input, path: path, side: .source)
      let model = words.model(path, .source)
      return Part(
        input: input, path: path, vector: rows.typical(variant: number),
        canBeEmpty: model.map { !$0.isRequired && !$0.isReadOnly } ?? false)
    }
  }

  private var targets: String { WordList.and(property.outputs.map { words.property($0.path, .target) }) }

  private func item(_ purpose: String, _ from: String, _ steps: String, _ expected: String, back: Bool = false)
    -> Checklist.Item
  {
    let to = WordList.and(property.outputs.map { words.subject($0.path, .target) })
    return words.item(
      "P", [property.name, purpose], back ? "\(to) to \(from)" : "\(from) to \(to)", steps, expected,
      lines: property.lines)
  }

  private func start(_ parts: [Part]) -> String {
    let isCreation =
      property.direction == .atCreation || property.outputs.contains { !words.isEditable($0.path, .target) }
      || parts.contains { !words.isEditable($0.path, .source) }
    return isCreation ? "Create \(WordList.article(words.source)) with" : "Give a linked \(words.source)"
  }

  private func assignments(_ filled: [Part], empty: [Part]) -> String {
    WordList.and(
      filled.map { "\(words.property($0.path, .source)) \(VisibleText.show($0.vector?.value ?? .null))" }
        + empty.map { "an empty \(words.property($0.path, .source))" })
  }

  // MARK: First choice

  private var firstChoice: [Checklist.Item] {
    let parts = parts.filter { $0.vector != nil }
    var items: [Checklist.Item] = []
    let goesForth = property.travelsForth && property.outputs.allSatisfy { words.isWritable($0.path, .target) }
    for (number, part) in parts.enumerated() {
      let before = Array(parts[..<number])
      guard before.allSatisfy(\.canBeEmpty), let result = part.vector?.results.first else { continue }
      // The preferred one has to win over all others; a later one, to be taken where those before it are empty.
      let filled = number == 0 ? parts : [part]
      if goesForth {
        items.append(
          item(
            "choice \(part.path.text)", words.subject(part.path, .source),
            "\(start(parts)) \(assignments(filled, empty: before)), and run the sync.",
            "In the \(words.target), \(targets) is \(VisibleText.show(result))."))
      }
      items += back(part, before: before)
    }
    return items
  }

  private func back(_ part: Part, before: [Part]) -> [Checklist.Item] {
    guard property.travelsBack, part.input.isWrittenBack, words.isEditable(part.path, .source),
      let output = property.outputs.first, words.isEditable(output.path, .target),
      let vector = RowVectors(words: words, property: property, input: part.input, path: part.path, side: .target)
        .typical(variant: 2), let result = vector.results.first
    else { return [] }
    let empty = WordList.and(before.map { words.property($0.path, .source) })
    let situation =
      before.isEmpty
      ? "whose partner has \(WordList.article(words.property(part.path, .source)))"
      : "whose partner has \(WordList.article(words.property(part.path, .source))) and no \(empty)"
    return [
      item(
        "choice back \(part.path.text)", words.subject(part.path, .source),
        "In a linked \(words.target) \(situation), set \(words.property(output.path, .target)) to \(VisibleText.show(vector.value)), and run the sync.",
        "In the \(words.source), \(words.property(part.path, .source)) is \(VisibleText.show(result))"
          + (before.isEmpty ? "." : "; \(empty) \(before.count == 1 ? "is" : "are") still empty."), back: true)
    ]
  }

  // MARK: Join

  private func joined(_ separator: String) -> [Checklist.Item] {
    let parts = parts.filter { $0.vector != nil }
    guard property.travelsForth, parts.count > 1 else { return [] }
    func result(_ parts: [Part]) -> String {
      let texts = parts.compactMap { $0.vector?.results.first?.displayText }.filter { !$0.isEmpty }
      return VisibleText.show(.string(texts.joined(separator: separator)))
    }
    let names = WordList.and(parts.map { words.subject($0.path, .source) })
    var items = [
      item(
        "joined", names, "\(start(parts)) \(assignments(parts, empty: [])), and run the sync.",
        "In the \(words.target), \(targets) is \(result(parts)).")
    ]
    for (number, part) in parts.enumerated() where part.canBeEmpty {
      var others = parts
      others.remove(at: number)
      items.append(
        item(
          "joined without \(part.path.text)", names,
          "\(start(parts)) \(assignments(others, empty: [part])), and run the sync.",
          "In the \(words.target), \(targets) is \(result(others)), without a separator too many."))
    }
    return items
  }
}
