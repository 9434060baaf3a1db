import TandemSemantics
import TandemValues

/// Whether records that are the same are recognised by the merge table, and others are not.
struct MatchingChecks {
  let words: FlowWords

  var items: [Checklist.Item] {
    words.flow.matching.enumerated().flatMap { number, alternative in checks(alternative, number) }
  }

  private func checks(_ alternative: CheckedMatch, _ number: Int) -> [Checklist.Item] {
    let pairs = alternative.pairs
    let meaning = pairs.map { "\($0.source.text)=\($0.target.text)" }.joined(separator: ",")
    let title = WordList.and(pairs.map { words.subject($0.source, .source) })
    let said = words.flow.lines.matching
    let lines = number < said.count && said.count == words.flow.matching.count ? said[number] : []
    func item(_ purpose: String, _ subject: String, _ steps: String, _ expected: String) -> Checklist.Item {
      words.item("M", [meaning, purpose], subject, steps, expected, lines: lines)
    }
    // A record that an earlier line of the table matches as well would prove nothing about this one.
    let earlier = words.flow.matching.prefix(number).flatMap(\.pairs).map { words.property($0.source, .source) }
    let unmatched = earlier.isEmpty ? "" : " (no \(words.target) matches its \(WordList.or(earlier)))"
    var items: [Checklist.Item] = []

    if let values = values(pairs, variant: 1 + number * 3) {
      items.append(
        item(
          "hit", "Match by \(title)",
          "Create \(WordList.article(words.target)) with \(side(pairs, .target, values)), then \(WordList.article(words.source)) with \(side(pairs, .source, values))\(unmatched), and run the sync.",
          "The two records are linked and no further \(words.target) is created."))
    }
    if pairs.count > 1, let values = values(pairs, variant: 2 + number * 3),
      let others = self.values(pairs, variant: 4 + number * 3)
    {
      var mixed = values
      mixed[mixed.count - 1] = others[others.count - 1]
      if let last = pairs.last, mixed[mixed.count - 1].target != values[values.count - 1].target {
        items.append(
          item(
            "partial", "No match by a part of \(title)",
            "Create \(WordList.article(words.target)) with \(side(pairs, .target, values)), then \(WordList.article(words.source)) with \(side(pairs, .source, mixed))\(unmatched), and run the sync.",
            "The two records are not linked, because \(words.property(last.target, .target)) differs."))
      }
    }
    items += candidates(pairs, number, item: item, unmatched: unmatched, title: title)
    let all = words.flow.matching.enumerated().filter { $0.offset != number }.flatMap(\.element.pairs)
    let others = all.map { words.property($0.source, .source) }
    let otherwise = others.isEmpty ? "" : " (no \(words.target) matches its \(WordList.or(others)))"
    items += empty(pairs, number, item: item, unmatched: otherwise)
    return items
  }

  /// Several records with one key: possible only on a side where the key is not unique.
  private func candidates(
    _ pairs: [CheckedMatch.Pair], _ number: Int, item: (String, String, String, String) -> Checklist.Item,
    unmatched: String, title: String
  ) -> [Checklist.Item] {
    var items: [Checklist.Item] = []
    let doubt = "`sync status` lists the \(words.source) under \"needs a person\": it matches several."
    if !isUnique(pairs, .target), let values = values(pairs, variant: 3 + number * 3) {
      items.append(
        item(
          "two", "Two candidates by \(title)",
          "Create two \(words.target) records with \(side(pairs, .target, values)), then \(WordList.article(words.source)) with \(side(pairs, .source, values))\(unmatched), and run the sync.",
          "Nothing is linked and no further \(words.target) is created; \(doubt)"))
    }
    if !isUnique(pairs, .source), let values = values(pairs, variant: 5 + number * 3) {
      items.append(
        item(
          "rivals", "Two claims by \(title)",
          "Create \(WordList.article(words.target)) with \(side(pairs, .target, values)), then two \(words.source) records with \(side(pairs, .source, values))\(unmatched), and run the sync.",
          "Neither is linked with the \(words.target), and for neither is one created; `sync status` lists both under \"needs a person\"."
        ))
    }
    return items
  }

  /// Empty keys never match: possible only where both sides can be empty.
  private func empty(
    _ pairs: [CheckedMatch.Pair], _ number: Int, item: (String, String, String, String) -> Checklist.Item,
    unmatched: String
  ) -> [Checklist.Item] {
    guard
      let position = pairs.firstIndex(where: { pair in
        [(pair.source, FlowSide.source), (pair.target, .target)].allSatisfy { path, side in
          words.isWritable(path, side)
            && words.model(path, side).map { !$0.isRequired && $0.defaultValue == nil } ?? false
        }
      }), let values = values(pairs, variant: 6 + number * 3)
    else { return [] }
    let pair = pairs[position]
    var rest = zip(pairs, values).map { ($0, $1) }
    rest.remove(at: position)
    let others = rest.map(\.0)
    let given = rest.map(\.1)
    func record(_ side: FlowSide) -> String {
      "\(WordList.article(words.record(side))) without \(words.property(side == .source ? pair.source : pair.target, side))"
        + (others.isEmpty ? "" : ", with \(self.side(others, side, given))")
    }
    return [
      item(
        "empty", "Empty \(words.subject(pair.source, .source))",
        "Create \(record(.target)), then \(record(.source))\(unmatched), and run the sync.",
        "The two records are not linked with each other.")
    ]
  }

  private func isUnique(_ pairs: [CheckedMatch.Pair], _ side: FlowSide) -> Bool {
    pairs.contains { pair in
      let path = side == .source ? pair.source : pair.target
      return words.model(path, side)?.isUnique ?? false || !words.isWritable(path, side)
    }
  }

  private func side(
    _ pairs: [CheckedMatch.Pair], _ side: FlowSide, _ values: [(source: Value, target: Value)]
  ) -> String {
    WordList.and(
      zip(pairs, values).map { pair, value in
        side == .source
          ? "\(words.property(pair.source, .source)) \(VisibleText.show(value.source))"
          : "\(words.property(pair.target, .target)) \(VisibleText.show(value.target))"
      })
  }

  /// A value per pair that a user can give on both sides, with its form there; `nil` where there is none.
  private func values(_ pairs: [CheckedMatch.Pair], variant: Int) -> [(source: Value, target: Value)]? {
    var result: [(source: Value, target: Value)] = []
    for pair in pairs {
      guard words.isWritable(pair.source, .source), words.isWritable(pair.target, .target) else { return nil }
      let samples = SampleValues(words: words)
      let source = samples.values(pair.source, .source, variant: variant)
      let target = samples.values(pair.target, .target, variant: variant).compactMap {
        pair.conversion == nil ? $0 : try? pair.conversion?.backward($0)
      }
      let found = (source + target).lazy.compactMap { value -> (source: Value, target: Value)? in
        guard value.conforms(to: pair.source.type) == nil,
          let there = pair.conversion == nil ? value : try? pair.conversion?.forward(value),
          !there.isEmpty, there.conforms(to: pair.target.type) == nil
        else { return nil }
        return (value, there)
      }.first
      guard let found else { return nil }
      result.append(found)
    }
    return result
  }
}
