import TandemSyntax

/// Lines of a value map that never count.
enum ValueMapRepetition: DocumentRule {
  static let rule = Rule(
    code: "T3033", name: "value-map-repetition", category: .mapping, severity: .warning,
    summary: "A line of a value map never counts, because an earlier one has the same value.",
    page: """
      Each value becomes what its first line says. A second line with the same value on the left has no effect on the way
      to the target, and a second one with the same value on the right none on the way back. A line that has no effect in
      any direction in which rows use the map was most often copied and not finished. Correct the value, or remove the
      line.
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
    typealias Entry = TandemSyntax.ValueMap.Entry
    var lefts: [String: Entry] = [:]
    var rights: [String: Entry] = [:]
    /// Lines that count in one direction only, by the line that counts in the other, in the order of the map.
    var forwardOnly: [(first: Entry, others: [Entry])] = []
    var backwardOnly: [(first: Entry, others: [Entry])] = []
    func add(_ entry: Entry, behind first: Entry, to list: inout [(first: Entry, others: [Entry])]) {
      if let place = list.firstIndex(where: { $0.first.source.span == first.source.span }) {
        list[place].others.append(entry)
      } else {
        list.append((first, [entry]))
      }
    }
    for entry in map.entries {
      let (left, right) = (lefts[entry.source.value], rights[entry.target.value])
      if left == nil { lefts[entry.source.value] = entry }
      if right == nil { rights[entry.target.value] = entry }
      switch (use.isForward ? left : nil, use.isBackward ? right : nil) {
      case (nil, nil): break
      case (let first?, nil) where use.isBackward: add(entry, behind: first, to: &backwardOnly)
      case (nil, let first?) where use.isForward: add(entry, behind: first, to: &forwardOnly)
      case (let first?, _):
        var diagnostic = diagnostic(
          entry.source, first: first.source, result: first.target.value, side: .target, context)
        if first.target.value == entry.target.value { diagnostic.fixes = removal(entry) }
        context.report.add(diagnostic)
      case (nil, let first?):
        context.report.add(
          diagnostic(entry.target, first: first.target, result: first.source.value, side: .source, context))
      }
    }
    for (first, others) in forwardOnly {
      context.report.add(ValueMapWayBack.diagnostic(first, others: others, context: context))
    }
    for (first, others) in backwardOnly {
      context.report.add(ValueMapWayBack.onTheWayThere(first, others: others))
    }
  }

  /// Removes the lines of an entry that says what another one says, where nothing else stands on them.
  private static func removal(_ entry: TandemSyntax.ValueMap.Entry) -> [Diagnostic.Fix] {
    let file = entry.source.span.file
    let start = file.lineStarts[entry.source.span.start.line - 1]
    let next = entry.target.span.end.line
    let end = next < file.lineStarts.count ? file.lineStarts[next] : file.bytes.count
    guard start < end, entry.source.span.lowerBound < entry.target.span.upperBound,
      file.bytes[start..<entry.source.span.lowerBound].allSatisfy({ [0x20, 0x2A, 0x2D].contains($0) }),
      file.bytes[entry.target.span.upperBound..<end].allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) })
    else { return [] }
    return [
      Diagnostic.Fix(
        "remove the line", safe: true, edits: [TextEdit(SourceSpan(file: file, start..<end), replacement: "")])
    ]
  }

  private static func diagnostic(
    _ value: Located<String>, first: Located<String>, result: String, side: FlowSide, _ context: DocumentContext
  ) -> Diagnostic {
    Diagnostic(
      rule, "this line never counts: \"\(value.value)\" has one already",
      explanation:
        "On the way to `\(context.spelling(of: side))` \"\(value.value)\" becomes \"\(result)\". Correct the "
        + "value, or remove the line.",
      at: value.span, labels: [Diagnostic.Label("the line that counts", at: first.span)])
  }
}

/// Several values that become one, in a map that is used in both directions.
enum ValueMapWayBack {
  static let rule = Rule(
    code: "T3034", name: "value-map-way-back", category: .mapping, severity: .note,
    summary: "A value map used in both directions has a value twice, and only the first line counts each time.",
    page: """
      Several values may become one. On the way back the first line whose right side has the value counts: an edit in the
      target that brings the common value writes that line's left side into the source, never that of the others. If
      another one is the right choice, move its line up; if nothing is to be written back, give the row a direction.
      """,
    failing: Examples.rows(
      "{source: email, target: Status, type: string, values: Status}",
      before: "values:\n  Status: {yes: Active, ok: Active, no: Blocked}"),
    passing: Examples.rows(
      "{source: email, target: Status, type: string, values: Status, direction: to Ledger}",
      before: "values:\n  Status: {yes: Active, ok: Active, no: Blocked}"))

  /// The same for a value on the left: on the way to the target its first line counts.
  static func onTheWayThere(
    _ first: TandemSyntax.ValueMap.Entry, others: [TandemSyntax.ValueMap.Entry]
  ) -> Diagnostic {
    let names = others.map { "\"\($0.target.value)\"" }
    return Diagnostic(
      rule,
      "\"\(first.source.value)\" becomes \"\(first.target.value)\", never "
        + Wording.list(names, limit: 5, quoted: false),
      explanation:
        "The first line with a value counts; a further one only counts on the way back. If another one is the "
        + "right choice, move its line up.",
      at: first.source.span,
      labels: others.prefix(8).map { Diagnostic.Label("counts on the way back only", at: $0.source.span) })
  }

  static func diagnostic(
    _ first: TandemSyntax.ValueMap.Entry, others: [TandemSyntax.ValueMap.Entry], context: DocumentContext
  ) -> Diagnostic {
    let names = others.map { "\"\($0.source.value)\"" }
    return Diagnostic(
      rule,
      "\"\(first.target.value)\" comes back as \"\(first.source.value)\", never as "
        + Wording.list(names, limit: 5, quoted: false),
      explanation:
        "If an edit in `\(context.spelling(of: .target))` should bring another value, move its line up; if none "
        + "should travel back, " + Advice.direction("to \(context.spelling(of: .target))", in: context) + ".",
      at: first.source.span,
      labels: others.prefix(8).map { Diagnostic.Label("never comes back", at: $0.source.span) })
  }
}
