import TandemSemantics
import TandemValues

/// A row that users can edit, with values to type: what checks of whole records (conflicts, second rounds) are done with.
struct PlainRow {
  let property: CheckedProperty
  let source: ResolvedPath
  let target: ResolvedPath
  /// Pairs of one value in the forms of both sides, all different.
  let values: [(source: Value, target: Value)]

  /// The rows of a flow that are edited on the source, on both sides where `both` says so, with at least `count` values.
  static func rows(_ words: FlowWords, both: Bool, count: Int) -> [PlainRow] {
    words.flow.properties.compactMap { property in
      guard property.combination == .single, property.translation == nil, property.inputs.count == 1,
        let input = property.inputs.first, case .property(let path) = input.origin, input.condition == nil,
        let output = property.outputs.first, words.isEditable(path, .source), words.isEditable(output.path, .target),
        both ? property.direction == .both : property.travelsForth && property.direction != .atCreation
      else { return nil }
      if case .onlyIfEmpty = property.direction { return nil }
      let values = Self.values(words, property, input, path, output.path)
      guard values.count >= count else { return nil }
      return PlainRow(property: property, source: path, target: output.path, values: values)
    }
  }

  private static func values(
    _ words: FlowWords, _ property: CheckedProperty, _ input: CheckedProperty.Input, _ path: ResolvedPath,
    _ target: ResolvedPath
  ) -> [(source: Value, target: Value)] {
    let rows = RowVectors(words: words, property: property, input: input, path: path, side: .source)
    let back = RowVectors(words: words, property: property, input: input, path: path, side: .target)
    var found: [(source: Value, target: Value)] = []
    func add(_ source: Value, _ target: Value) {
      if !found.contains(where: { $0.source == source || $0.target == target }) { found.append((source, target)) }
    }
    if let accepted = rows.choices?.accepted {
      for vector in accepted { if let result = vector.results.first { add(vector.value, result) } }
      return found
    }
    for variant in 0...1 {
      if let vector = rows.typical(variant: variant), let result = vector.results.first { add(vector.value, result) }
      if let vector = back.typical(variant: variant), let result = vector.results.first { add(result, vector.value) }
    }
    return found
  }
}

/// The second and third edit of a linked record, which show that what was agreed on is kept up to date.
struct SecondRoundCheck {
  let words: FlowWords

  var items: [Checklist.Item] {
    if let row = PlainRow.rows(words, both: true, count: 2).first {
      let (first, second) = (row.values[0], row.values[1])
      let source = words.property(row.source, .source)
      return [
        words.item(
          "R", ["second round"], "Further edits after the first",
          "In a linked \(words.source) set \(source) to \(VisibleText.show(first.source)) and run the sync; in its \(words.target) set \(words.property(row.target, .target)) to \(VisibleText.show(second.target)) and run; set \(source) to \(VisibleText.show(first.source)) again and run.",
          "After each run both sides show the last edit, and `sync conflicts` names none of them.",
          lines: row.property.lines)
      ]
    }
    guard let row = PlainRow.rows(words, both: false, count: 2).first else { return [] }
    return [
      words.item(
        "R", ["second round"], "Further edits after the first",
        "In a linked \(words.source) set \(words.property(row.source, .source)) to \(VisibleText.show(row.values[0].source)) and run the sync; then to \(VisibleText.show(row.values[1].source)) and run again.",
        "After the runs \(words.property(row.target, .target)) of the \(words.target) is \(VisibleText.show(row.values[0].target)), then \(VisibleText.show(row.values[1].target)).",
        lines: row.property.lines)
    ]
  }
}
