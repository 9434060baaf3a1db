import TandemSemantics
import TandemValues

/// Clearing is an edit: the other side becomes empty too, unless it must have a value.
struct ClearingChecks {
  let words: FlowWords
  let property: CheckedProperty

  var items: [Checklist.Item] {
    let paths = property.inputs.compactMap { input -> ResolvedPath? in
      if case .property(let path) = input.origin { return path }
      return nil
    }
    guard !paths.isEmpty, let output = property.outputs.first else { return [] }
    var items: [Checklist.Item] = []
    switch property.direction {
    case .both, .into:
      if property.travelsForth { items += forward(paths) }
      if property.travelsBack { items += backward(paths, output) }
    case .onlyIfEmpty(let side): items += refilled(side, paths[0], output.path)
    case .atCreation: break
    }
    return items
  }

  private func canBeCleared(_ path: ResolvedPath, _ side: FlowSide) -> Bool {
    guard let model = words.model(path, side), words.isEditable(path, side) else { return false }
    // A switch has no third position.
    if case .boolean = path.type { return false }
    return !model.isRequired
  }

  /// True when nobody can tell what the system makes of an empty value.
  private func isOpen(_ path: ResolvedPath, _ side: FlowSide) -> Bool {
    if case .boolean = path.type { return true }
    guard let model = words.model(path, side) else { return true }
    return model.defaultValue != nil || !words.isEditable(path, side)
  }

  private func forward(_ paths: [ResolvedPath]) -> [Checklist.Item] {
    let target = property.outputs[0].path
    guard paths.allSatisfy({ canBeCleared($0, .source) }), !isOpen(target, .target) else { return [] }
    let names = WordList.and(paths.map { words.property($0, .source) })
    let targets = WordList.and(property.outputs.map { words.property($0.path, .target) })
    let isRequired = property.outputs.contains { words.model($0.path, .target)?.isRequired ?? false }
    let expected: String
    if let value = property.defaultValue {
      expected = "In the \(words.target), \(targets) is \(VisibleText.show(value))."
    } else if isRequired {
      expected =
        "\(targets) of the \(words.target) stays as it was; "
        + words.setAside("\(words.flow.target.system) does not take an empty \(words.property(target, .target))")
    } else {
      expected = "In the \(words.target), \(targets) is empty too."
    }
    let condition =
      property.inputs.first?.condition.map {
        " such that \(ConditionText(words: words, side: .source).describe($0))"
      } ?? ""
    return [
      item(
        "clear forward", "Clearing \(WordList.and(paths.map { words.subject($0, .source) }))",
        "In a linked \(words.source)\(condition) in which \(filled(names, paths.count)), clear \(paths.count > 1 ? "all of them" : "it") and run the sync.",
        expected)
    ]
  }

  private func backward(_ paths: [ResolvedPath], _ output: CheckedProperty.Output) -> [Checklist.Item] {
    let inputs = property.inputs.filter(\.isWrittenBack).compactMap { input -> ResolvedPath? in
      guard case .property(let path) = input.origin, words.isEditable(path, .source) else { return nil }
      return path
    }
    guard !inputs.isEmpty, canBeCleared(output.path, .target), inputs.allSatisfy({ !isOpen($0, .source) }) else {
      return []
    }
    let names = WordList.and(inputs.map { words.property($0, .source) })
    let required = inputs.filter { words.model($0, .source)?.isRequired ?? false }
    let target = words.property(output.path, .target)
    let expected =
      required.isEmpty
      ? "In the \(words.source), \(names) \(inputs.count == 1 ? "is" : "are") empty too."
      : "\(names) of the \(words.source) stays as it was; "
        + words.setAside(
          "\(words.flow.source.system) does not take an empty \(WordList.and(required.map { words.property($0, .source) }))"
        )
    return [
      item(
        "clear backward", "Clearing \(words.subject(output.path, .target))",
        "In a linked \(words.target) in which \(filled(target, 1)), clear it and run the sync.", expected)
    ]
  }

  /// A side that is filled only while it is empty is filled again.
  private func refilled(_ side: FlowSide, _ path: ResolvedPath, _ target: ResolvedPath) -> [Checklist.Item] {
    let own = side == .source ? path : target
    let from = side == .source ? target : path
    let other: FlowSide = side == .source ? .target : .source
    guard canBeCleared(own, side), words.isEditable(own, side), words.isEditable(from, other),
      words.model(own, side)?.defaultValue == nil
    else { return [] }
    return [
      item(
        "clear refilled", "Clearing \(words.subject(own, side)): filled again",
        "In a linked \(words.record(side)) whose partner has a value in \(words.property(from, other)), clear \(words.property(own, side)) and run the sync.",
        "\(words.property(own, side)) is filled again with the value of the \(words.record(other)).")
    ]
  }

  private func filled(_ names: String, _ count: Int) -> String { "\(names) \(count == 1 ? "is" : "are") filled" }

  private func item(_ purpose: String, _ subject: String, _ steps: String, _ expected: String) -> Checklist.Item {
    words.item("E", [property.name, purpose], subject, steps, expected, lines: property.lines)
  }
}
