import TandemSemantics
import TandemValues

/// Whether the values of one property of the shared view arrive on the other side.
struct PropertyChecks {
  let words: FlowWords
  let property: CheckedProperty

  var items: [Checklist.Item] {
    if property.outputs.isEmpty { return [] }
    if property.translation != nil { return ReferenceChecks(words: words, property: property).items }
    switch property.combination {
    case .single, .byCondition: return property.inputs.flatMap(inputItems)
    case .firstNonEmpty, .join: return CombinationChecks(words: words, property: property).items
    }
  }

  private func inputItems(_ input: CheckedProperty.Input) -> [Checklist.Item] {
    switch input.origin {
    case .constant(let value): return [given("constant", VisibleText.show(value))]
    case .parameter(let position):
      let name = position < words.dataflow.parameters.count ? words.dataflow.parameters[position].name : ""
      return [given("parameter", "the value that the environment gives the parameter \(name)")]
    case .property(let path): return rowItems(input, path)
    }
  }

  private func given(_ purpose: String, _ value: String) -> Checklist.Item {
    words.item(
      "P", [property.name, purpose], "\(WordList.and(targets.map { words.subject($0, .target) })) is given a value",
      "Look at \(WordList.article(words.target)) that the sync has created.",
      "\(WordList.and(targets.map { words.property($0, .target) })) is \(value).", lines: property.lines)
  }

  /// What hand-written code makes of a value nobody knows here; that it arrives, a tester can see.
  private func handWritten(_ custom: CustomConversion, _ path: ResolvedPath) -> Checklist.Item {
    let to = WordList.and(targets.map { words.property($0, .target) })
    return words.item(
      "P", [property.name, "hand-written"],
      "\(words.subject(path, .source)) to \(WordList.and(targets.map { words.subject($0, .target) }))",
      "Give \(WordList.article(words.source)) a value in \(words.property(path, .source)), and run the sync.",
      "In the \(words.target), \(to) is what the function `\(custom.function)` makes of the value.",
      lines: property.lines)
  }

  private var targets: [ResolvedPath] { property.outputs.map(\.path) }

  private func rowItems(_ input: CheckedProperty.Input, _ path: ResolvedPath) -> [Checklist.Item] {
    if let custom = input.conversion?.handWritten { return [handWritten(custom, path)] }
    var items: [Checklist.Item] = []
    let forth = RowVectors(words: words, property: property, input: input, path: path, side: .source)
    let back = RowVectors(words: words, property: property, input: input, path: path, side: .target)
    let row = RowChecks(words: words, property: property, input: input, path: path)
    let goesForth = property.travelsForth && words.isWritable(targets[0], .target)
    if goesForth && !words.isWritable(path, .source) { return [row.ownValue] }
    if goesForth { items += row.checks(forth, alsoTested: false) }
    let canEditTarget = words.isEditable(targets[0], .target)
    if property.travelsBack && input.isWrittenBack && words.isWritable(path, .source) && canEditTarget {
      items += row.checks(back, alsoTested: goesForth)
    }
    return items + row.boundaries(forth, back)
  }
}

/// The checks of one row, from its vectors.
struct RowChecks {
  let words: FlowWords
  let property: CheckedProperty
  let input: CheckedProperty.Input
  let path: ResolvedPath

  private var target: ResolvedPath { property.outputs[0].path }

  /// The steps up to the value, for a side: `In a linked Custom PMS Task set title to`.
  private func moment(_ side: FlowSide) -> (text: String, isCreation: Bool) {
    let own = side == .source ? path : target
    let isCreation =
      property.direction == .atCreation || !words.isEditable(own, side)
      || (side == .source && !words.isEditable(target, .target))
      || (side == .target && !words.isEditable(path, .source))
    if isCreation {
      return ("Create \(WordList.article(words.source))\(condition) with \(words.property(own, side))", true)
    }
    return ("In a linked \(words.record(side))\(condition) set \(words.property(own, side)) to", false)
  }

  private var condition: String {
    guard let condition = input.condition else { return "" }
    return " such that \(ConditionText(words: words, side: .source).describe(condition))"
  }

  private func emptyFirst(_ side: FlowSide) -> String {
    guard case .onlyIfEmpty(let filled) = property.direction else { return "" }
    let other = filled == .source ? path : target
    return " while \(words.property(other, filled)) of the \(words.record(filled)) is empty"
  }

  private func shown(_ results: [Value], _ side: FlowSide) -> String {
    if side == .target {
      return "In the \(words.source), \(words.property(path, .source)) is \(VisibleText.show(results.first ?? .null))."
    }
    let parts = zip(property.outputs, results).map { output, value in
      "\(words.property(output.path, .target)) is \(VisibleText.show(value))"
    }
    return "In the \(words.target), \(WordList.and(parts))."
  }

  private func item(_ side: FlowSide, _ purpose: String, _ note: String, _ steps: String, _ expected: String)
    -> Checklist.Item
  {
    let from = side == .source ? words.subject(path, .source) : words.subject(target, .target)
    let to =
      side == .source
      ? WordList.and(property.outputs.map { words.subject($0.path, .target) }) : words.subject(path, .source)
    return words.item(
      "P", [property.name, path.text, (side == .source ? "forward " : "backward ") + purpose],
      "\(from) to \(to)\(note.isEmpty ? "" : ": \(note)")", steps, expected, lines: property.lines)
  }

  func checks(_ rows: RowVectors, alsoTested: Bool) -> [Checklist.Item] {
    let side = rows.side
    let (moment, isCreation) = moment(side)
    if let (accepted, refused) = rows.choices, !accepted.isEmpty {
      var items = [all(accepted, side, moment, isCreation)]
      if let first = refused.first { items.append(refusal(first, side, moment, isCreation)) }
      return items
    }
    let vectors = rows.vectors(alsoTested: alsoTested)
    if vectors.isEmpty { return [changed(side)] }
    return vectors.map { vector in
      if !vector.isAccepted { return refusal(vector, side, moment, isCreation) }
      return item(
        side, vector.purpose.rawValue, note(vector.purpose),
        "\(moment) \(VisibleText.show(vector.value))\(emptyFirst(side)), and run the sync.", shown(vector.results, side)
      )
    }
  }

  /// One check for the few values that there are.
  private func all(_ vectors: [RowVectors.Vector], _ side: FlowSide, _ moment: String, _ isCreation: Bool)
    -> Checklist.Item
  {
    if vectors.count == 1 {
      return item(
        side, "values", "", "\(moment) \(VisibleText.show(vectors[0].value))\(emptyFirst(side)), and run the sync.",
        shown(vectors[0].results, side))
    }
    let values = VisibleText.show(vectors.map(\.value))
    let steps =
      isCreation
      ? "\(moment) \(vectors.count == 1 ? "" : "each of ")\(values), and run the sync."
      : "\(moment) each of these in turn\(emptyFirst(side)), with a run of the sync after each: \(values)."
    let results: String
    if side == .target {
      let list = VisibleText.show(vectors.map { $0.results.first ?? .null })
      results = "In the \(words.source), \(words.property(path, .source)) is in turn \(list)."
    } else {
      let parts = property.outputs.enumerated().map { number, output in
        "\(words.property(output.path, .target)) is in turn \(VisibleText.show(vectors.map { $0.results[number] }))"
      }
      results = "In the \(words.target), \(WordList.and(parts))."
    }
    return item(side, "values", "every value", steps, results)
  }

  private func refusal(_ vector: RowVectors.Vector, _ side: FlowSide, _ moment: String, _ isCreation: Bool)
    -> Checklist.Item
  {
    let purpose = vector.purpose == .tooLong ? "too long" : "refused"
    let other = side == .source ? words.target : words.source
    return item(
      side, purpose, vector.purpose == .tooLong ? "one character too long" : "a value that is not taken",
      "\(moment) \(VisibleText.show(vector.value)), and run the sync.",
      (isCreation ? "No \(words.target) is created; " : "The \(other) stays as it was; ")
        + words.setAside("the value \(vector.reason)"))
  }

  /// For types without values that could be written down.
  private func changed(_ side: FlowSide) -> Checklist.Item {
    let own = side == .source ? path : target
    let other = side == .source ? target : path
    return item(
      side, "changed", "", "In a linked \(words.record(side)) change \(words.property(own, side)), and run the sync.",
      "In the \(words.record(side == .source ? .target : .source)), \(words.property(other, side == .source ? .target : .source)) shows the same."
    )
  }

  /// A value that the system itself gives, and that nobody can type.
  var ownValue: Checklist.Item {
    item(
      .source, "own value", "",
      "Create \(WordList.article(words.source)), run the sync, and look at its \(words.property(path, .source)).",
      "In the \(words.target), \(WordList.and(property.outputs.map { words.property($0.path, .target) })) is the same value."
    )
  }

  private func note(_ purpose: RowVectors.Purpose) -> String {
    switch purpose {
    case .typical: return ""
    case .blanks: return "blanks around it"
    case .longest: return "as long as both sides take it"
    case .zero: return "zero is not empty"
    case .rounded: return "more digits than arrive"
    case .late: return "late in the evening"
    case .leading: return "leading zeros"
    case .tooLong, .invalid: return ""
    }
  }

  /// What must not happen: values against the direction, after creation, over a value that is there, without the
  /// condition.
  func boundaries(_ forth: RowVectors, _ back: RowVectors) -> [Checklist.Item] {
    func still(_ side: FlowSide) -> String {
      let path = side == .source ? self.path : target
      return "In the \(words.record(side)), \(words.property(path, side)) stays as it was."
    }
    func edit(_ side: FlowSide, _ rows: RowVectors, _ suffix: String = "") -> String? {
      let path = side == .source ? self.path : target
      guard words.isEditable(path, side), let value = rows.someValue(variant: 1) else { return nil }
      return
        "In a linked \(words.record(side))\(suffix) set \(words.property(path, side)) to \(VisibleText.show(value)), and run the sync."
    }
    var items: [Checklist.Item] = []
    switch property.direction {
    case .both: break
    case .into(.target):
      if let steps = edit(.target, back) {
        items.append(item(.target, "one way", "does not travel", steps, still(.source)))
      }
    case .into(.source):
      if let steps = edit(.source, forth) {
        items.append(item(.source, "one way", "does not travel", steps, still(.target)))
      }
    case .atCreation:
      if let steps = edit(.source, forth) {
        items.append(item(.source, "after creation", "only at creation", steps, still(.target)))
      }
    case .onlyIfEmpty(let side):
      let from: FlowSide = side == .target ? .source : .target
      let full = side == .source ? path : target
      if let steps = edit(
        from, from == .source ? forth : back,
        " whose partner has another value in \(words.property(full, side))")
      {
        items.append(item(from, "not over a value", "does not overwrite", steps, still(side)))
      }
    }
    if let condition = input.condition, property.combination == .single, property.travelsForth,
      words.isEditable(path, .source), let value = forth.someValue(variant: 1)
    {
      let text = ConditionText(words: words, side: .source).describe(condition, negated: true)
      items.append(
        item(
          .source, "without condition", "not without the condition",
          "In a linked \(words.source) such that \(text) set \(words.property(path, .source)) to \(VisibleText.show(value)), and run the sync.",
          still(.target)))
    }
    return items
  }
}

extension RowVectors {
  /// A value that a user can type and that the row would take.
  func someValue(variant: Int) -> Value? {
    if let accepted = choices?.accepted, !accepted.isEmpty { return accepted[variant % accepted.count].value }
    return typical(variant: variant)?.value
  }
}
