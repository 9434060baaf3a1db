import TandemSemantics
import TandemValues

/// What follows a deletion, at once and when the survivor is edited later.
struct DeletionChecks {
  let words: FlowWords

  var items: [Checklist.Item] { checks(.source) + checks(.target) }

  private func checks(_ side: FlowSide) -> [Checklist.Item] {
    let policy = side == .source ? words.flow.sourceDeletion : words.flow.targetDeletion
    let lines = side == .source ? words.flow.lines.sourceDeletion : words.flow.lines.targetDeletion
    let other: FlowSide = side == .source ? .target : .source
    let (deleted, partner) = (words.record(side), words.record(other))
    func item(_ purpose: [String], _ subject: String, _ steps: String, _ expected: String) -> Checklist.Item {
      words.item("D", [deleted] + purpose, subject, steps, expected, lines: lines)
    }
    let expected: String
    switch policy {
    case .ignore: expected = "The \(partner) stays as it was, and no new \(deleted) is created for it."
    case .unlink:
      expected =
        "The \(partner) stays as it was, no new \(deleted) is created for it, and `sync status` counts one link less for this flow."
    case .propagate: expected = "The \(partner) is deleted."
    case .archive(let property, let value):
      expected =
        "The \(partner) stays, and its \(words.entity(other).properties[property].label) is \(VisibleText.show(value))."
    }
    var items = [
      item(
        [], "Deletion of \(WordList.article(deleted))",
        "Delete a linked \(deleted) that nobody has edited since the last run, and run the sync.", expected)
    ]
    let edit = self.edit(other)
    switch policy {
    case .ignore, .unlink:
      items.append(
        item(
          ["later edit"], "A later edit of the \(partner) that stayed",
          "\(edit.map { "In the \(partner) that stayed in the check before set \($0)" } ?? "Edit the \(partner) that stayed in the check before"), and run the sync.",
          "No \(deleted) is created"
            + (policy == .unlink && !words.flow.matching.isEmpty && side == .target
              ? ", unless the \(partner) matches one anew, with which it is then linked." : ".")))
      if side == .source, let pairs = words.flow.matching.first?.pairs {
        let keys = WordList.and(pairs.map { words.property($0.source, .source) })
        let there = WordList.and(pairs.map { words.property($0.target, .target) })
        items.append(
          item(
            ["again"], "\(deleted) entered again",
            "Create a new \(deleted) with the \(keys) that is the \(there) of the \(partner) that stayed, and run the sync.",
            "The two are linked; no second \(partner) is created."))
      }
    case .propagate, .archive:
      // Only edits of what both sides share can be seen.
      if let edit {
        let after: String
        if case .archive(let property, _) = policy {
          after = "; its \(words.entity(other).properties[property].label) stays as it was"
        } else {
          after = ""
        }
        items.append(
          item(
            ["edited"], "Deleted on one side and edited on the other",
            "Between two runs delete a linked \(deleted) and in its \(partner) set \(edit); then run the sync.",
            "The edit wins: the \(partner) stays with it\(after), and the run says that an edit is kept."))
      }
    }
    return items
  }

  /// An edit that a user can make on a side: `title to "Måle taket"`.
  private func edit(_ side: FlowSide) -> String? {
    let rows =
      PlainRow.rows(words, both: true, count: 1) + (side == .source ? PlainRow.rows(words, both: false, count: 1) : [])
    guard let row = rows.first, let value = row.values.last else { return nil }
    let path = side == .source ? row.source : row.target
    return "\(words.property(path, side)) to \(VisibleText.show(side == .source ? value.source : value.target))"
  }
}
