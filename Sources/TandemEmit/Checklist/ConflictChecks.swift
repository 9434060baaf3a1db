import TandemSemantics
import TandemValues

/// Edits of both sides between two runs.
struct ConflictChecks {
  let words: FlowWords

  var items: [Checklist.Item] {
    let rows = PlainRow.rows(words, both: true, count: 2)
    var items: [Checklist.Item] = []
    if let row = rows.first(where: { $0.property.wins == nil }) { items += different(row, isFlow: true) }
    for row in rows where row.property.wins != nil { items += different(row, isFlow: false) }
    if rows.count > 1 { items.append(separate(rows[0], rows[1])) }
    if let row = rows.first { items.append(same(row)) }
    return items
  }

  private func edits(_ row: PlainRow, _ order: [FlowSide] = [.source, .target]) -> String {
    let edits = order.map { side -> String in
      let path = side == .source ? row.source : row.target
      let value = side == .source ? row.values[0].source : row.values[1].target
      return "\(words.property(path, side)) of \(words.record(side)) to \(VisibleText.show(value))"
    }
    return "Between two runs set, in a linked pair, first \(edits[0]), a minute later \(edits[1]); then run the sync."
  }

  private func outcome(_ row: PlainRow, _ winner: FlowSide) -> String {
    let value = row.values[winner == .source ? 0 : 1]
    let lost = winner == .source ? row.values[1].target : row.values[0].source
    return
      "\(words.property(row.source, .source)) of \(words.source) is \(VisibleText.show(value.source)), \(words.property(row.target, .target)) of \(words.target) is \(VisibleText.show(value.target)); `sync conflicts` names \(VisibleText.show(lost)) as the value that lost."
  }

  private func different(_ row: PlainRow, isFlow: Bool) -> [Checklist.Item] {
    let subject = "\(words.subject(row.source, .source)) edited on both sides"
    let meaning = isFlow ? ["conflict"] : ["conflict", row.property.name]
    func item(_ purpose: [String], _ note: String, _ steps: String, _ expected: String) -> Checklist.Item {
      words.item("X", meaning + purpose, subject + note, steps, expected, lines: row.property.lines)
    }
    switch (row.property.wins, words.flow.conflict) {
    case (let side?, _), (nil, .wins(let side)):
      // The winner edits first, so that "newest" would give the other result.
      let order: [FlowSide] = side == .source ? [.source, .target] : [.target, .source]
      return [
        item([], ": \(words.entity(side).system) wins", edits(row, order), outcome(row, side))
      ]
    case (nil, .newest):
      return [
        item([], ": the right side later", edits(row, [.source, .target]), outcome(row, .target)),
        item(["source later"], ": the left side later", edits(row, [.target, .source]), outcome(row, .source)),
      ]
    case (nil, .handWritten(let function)):
      return [
        item(
          [], ": hand-written code decides", edits(row),
          "The side that the function `\(function)` chooses wins, and `sync conflicts` names the value of the other; or, where it leaves the choice to a person, both sides keep what was typed there and `sync status` lists the \(words.source)."
        )
      ]
    case (nil, .ask):
      return [
        item(
          [], ": a person decides", edits(row),
          "Both sides keep what was typed there; `sync status` lists the \(words.source) under \"needs a person\": both sides changed \(row.property.name)."
        )
      ]
    }
  }

  private func separate(_ one: PlainRow, _ other: PlainRow) -> Checklist.Item {
    words.item(
      "X", ["separate"], "Different properties edited on both sides",
      "Between two runs set, in a linked pair, \(words.property(one.source, .source)) of \(words.source) to \(VisibleText.show(one.values[0].source)) and \(words.property(other.target, .target)) of \(words.target) to \(VisibleText.show(other.values[1].target)), both different from before; then run the sync.",
      "Both edits arrive: \(words.property(one.target, .target)) of \(words.target) is \(VisibleText.show(one.values[0].target)), \(words.property(other.source, .source)) of \(words.source) is \(VisibleText.show(other.values[1].source)). `sync conflicts` names neither.",
      lines: one.property.lines + other.property.lines)
  }

  private func same(_ row: PlainRow) -> Checklist.Item {
    words.item(
      "X", ["same"], "The same edit on both sides",
      "Between two runs set, in a linked pair, \(words.property(row.source, .source)) of \(words.source) to \(VisibleText.show(row.values[1].source)) and \(words.property(row.target, .target)) of \(words.target) to \(VisibleText.show(row.values[1].target)); then run the sync.",
      "Both stay, nothing is written to this pair, and `sync conflicts` does not name it.", lines: row.property.lines)
  }
}
