import TandemSyntax

/// Lines of a value map that never count.
enum ValueMapRepetition: DocumentRule {
  static let rule = Rule(
    code: "T3033", name: "value-map-repetition", category: .mapping, severity: .warning,
    summary: "A line of a value map never counts, because an earlier one has the same value.",
    page: """
      Each value becomes what its first line says. A second line with the same value on the left has no effect on the way
      to the target; where rows only travel to the source, so has a second line with the same value on the right. Most
      often one of the two was copied and not finished. Correct the value, or remove the line.
      """,
    failing: Examples.rows(
      "{source: email, target: Status, type: string, values: Status, direction: to Shop}",
      before: "values:\n  Status: {yes: Active, ok: Active, no: Blocked}"),
    passing: Examples.rows(
      "{source: email, target: Status, type: string, values: Status, direction: to Shop}",
      before: "values:\n  Status: {yes: Active, no: Blocked}"))

  /// In which directions the rows that use a map send values through it.
  struct Use {
    var isForward = false
    var isBackward = false
  }

  static func check(_ flows: [ResolvedFlow], context: DocumentContext) {
    guard !context.document.valueMaps.isEmpty else { return }
    var uses: [NormalizedName: Use] = [:]
    for row in flows.lazy.flatMap(\.rows) {
      guard let name = row.clauses.values else { continue }
      var use = uses[NormalizedName(name.value)] ?? Use()
      use.isForward = use.isForward || row.direction.reaches(.target)
      use.isBackward = use.isBackward || row.direction.reaches(.source)
      uses[NormalizedName(name.value)] = use
    }
    for map in context.document.valueMaps {
      if let use = uses[NormalizedName(map.name.value)] { check(map, use, context: context) }
    }
  }

  private static func check(_ map: TandemSyntax.ValueMap, _ use: Use, context: DocumentContext) {
    var lefts: [String: Int] = [:]
    var rights: [String: [Int]] = [:]
    for (place, entry) in map.entries.enumerated() {
      if let first = lefts[entry.source.value] {
        let earlier = map.entries[first]
        if use.isForward || earlier.target.value == entry.target.value {
          context.report.add(
            diagnostic(entry.source, first: earlier.source, result: earlier.target.value, side: .target, context))
          continue
        }
      } else {
        lefts[entry.source.value] = place
      }
      rights[entry.target.value, default: []].append(place)
    }
    guard use.isBackward else { return }
    for (place, entry) in map.entries.enumerated() {
      guard let places = rights[entry.target.value], places.first == place, places.count > 1 else { continue }
      let others = places.dropFirst().map { map.entries[$0] }
      if use.isForward {
        context.report.add(ValueMapWayBack.diagnostic(entry, others: others, context: context))
      } else {
        for other in others {
          context.report.add(
            diagnostic(other.target, first: entry.target, result: entry.source.value, side: .source, context))
        }
      }
    }
  }

  private static func diagnostic(
    _ value: Located<String>, first: Located<String>, result: String, side: FlowSide, _ context: DocumentContext
  ) -> Diagnostic {
    Diagnostic(
      rule, "this line never counts: \"\(value.value)\" has one already",
      explanation: "On the way to `\(context.spelling(of: side))` \"\(value.value)\" becomes \"\(result)\". Correct the "
        + "value, or remove the line.",
      at: value.span, labels: [Diagnostic.Label("the line that counts", at: first.span)])
  }
}

/// Several values that become one, in a map that is used in both directions.
enum ValueMapWayBack {
  static let rule = Rule(
    code: "T3034", name: "value-map-way-back", category: .mapping, severity: .note,
    summary: "Several values of a value map become one, and only the first of them comes back.",
    page: """
      On the way back the first line whose right side has the value counts. An edit in the target that brings the common
      value writes that line's left side into the source, never that of the others. If another one is the right choice,
      move its line up; if nothing is to be written back, give the row a direction.
      """,
    failing: Examples.rows(
      "{source: email, target: Status, type: string, values: Status}",
      before: "values:\n  Status: {yes: Active, ok: Active, no: Blocked}"),
    passing: Examples.rows(
      "{source: email, target: Status, type: string, values: Status, direction: to Ledger}",
      before: "values:\n  Status: {yes: Active, ok: Active, no: Blocked}"))

  static func diagnostic(
    _ first: TandemSyntax.ValueMap.Entry, others: [TandemSyntax.ValueMap.Entry], context: DocumentContext
  ) -> Diagnostic {
    let names = others.map { "\"\($0.source.value)\"" }
    return Diagnostic(
      rule,
      "\"\(first.target.value)\" comes back as \"\(first.source.value)\", never as "
        + Wording.list(names, limit: 5, quoted: false),
      explanation: "If an edit in `\(context.spelling(of: .target))` should bring another value, move its line up; if none "
        + "should travel back, " + Advice.direction("to \(context.spelling(of: .target))", in: context) + ".",
      at: first.source.span,
      labels: others.prefix(8).map { Diagnostic.Label("never comes back", at: $0.source.span) })
  }
}
