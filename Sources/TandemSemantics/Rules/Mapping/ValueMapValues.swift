import TandemSyntax
import TandemValues

/// A value map whose values the properties do not have.
enum ValueMapValues {
  static let rule = Rule(
    code: "T3016", name: "value-map-value", category: .mapping, severity: .error,
    summary: "A value map gives or expects a value that the property cannot have.",
    page: """
      The left column of a value map holds values of the source's property, the right column values of the target's,
      in the exact spelling of the systems. Where the property is a closed enum, a value outside it is a mistake: it
      would never occur, or be refused. Correct the line, or the enum in the description.
      """,
    failing: Examples.rows(
      "{source: status, target: Status, type: string, values: Status}",
      before: "values:\n  Status: {active: Actve, blocked: Blocked}"),
    passing: Examples.rows(
      "{source: status, target: Status, type: string, values: Status}",
      before: "values:\n  Status: {active: Active, blocked: Blocked}"))

  /// Checks the map against both properties, values and coverage.
  static func check(
    _ map: TandemSyntax.ValueMap, at use: Located<String>, source: PathResolution?, type: ValueType,
    target: PathResolution, shared: ValueType, context: DocumentContext
  ) {
    let report = context.report
    if let other = stranger(map, source: source, type: type, target: target, shared: shared) {
      let fitting = context.document.valueMaps.filter { candidate in
        candidate.entries.allSatisfy { entry in
          (source == nil || type.closedValues?.contains(entry.source.value) ?? true)
            && shared.closedValues?.contains(entry.target.value) ?? true
        }
      }
      // The map that was meant is not unused.
      if let meant = fitting.first, fitting.count == 1 { context.noteUse(of: meant) }
      return report.add(
        diagnostic(map, at: use, property: other.property, values: other.values, fitting: fitting.map(\.name.value)))
    }
    var isWrong = false
    for entry in map.entries {
      if let source, let values = type.closedValues, !values.contains(entry.source.value) {
        report.add(diagnostic(entry.source, property: source, values: values, use: use))
        isWrong = true
      }
      if let values = shared.closedValues, !values.contains(entry.target.value) {
        report.add(diagnostic(entry.target, property: target, values: values, use: use))
        isWrong = true
      }
    }
    guard !isWrong, let source, let values = type.closedValues else { return }
    // The line that is missed may be one that could not be read.
    if map.hasUnreadParts { return report.silence() }
    // Whoever writes `otherwise: error` has said that such records are set aside.
    guard map.otherwise == nil else { return }
    let named = Set(map.entries.map(\.source.value))
    let missing = values.filter { !named.contains($0) }
    if !missing.isEmpty {
      report.add(ValueMapCoverage.diagnostic(map, missing: missing, source: source, use: use))
    }
  }

  /// The property of which the map names no value at all, so that another map is meant rather than every line wrong.
  private static func stranger(
    _ map: TandemSyntax.ValueMap, source: PathResolution?, type: ValueType, target: PathResolution, shared: ValueType
  ) -> (property: PathResolution, values: [String])? {
    guard map.entries.count > 1 else { return nil }
    if let source, let values = type.closedValues, !map.entries.contains(where: { values.contains($0.source.value) }) {
      return (source, values)
    }
    if let values = shared.closedValues, !map.entries.contains(where: { values.contains($0.target.value) }) {
      return (target, values)
    }
    return nil
  }

  private static func diagnostic(
    _ map: TandemSyntax.ValueMap, at use: Located<String>, property: PathResolution, values: [String],
    fitting: [String]
  ) -> Diagnostic {
    let place = use.span.file.bytes[use.span.range].ranges(of: Array(use.value.utf8)).last
    let span = place.map { SourceSpan(file: use.span.file, $0) } ?? use.span
    let advice =
      fitting.isEmpty
      ? "Write a value map for it, or correct this one."
      : "Did you mean \(Wording.list(fitting))?"
    return Diagnostic(
      rule, "the value map `\(map.name.value)` names no value of `\(property.path.text)` of \(property.entity.title)",
      explanation: "Its values are \(Wording.list(values, limit: 12)). \(advice)", at: span,
      labels: [
        Diagnostic.Label("the value map", at: map.name.span),
        Diagnostic.Label("a closed enum", at: property.leaf.span),
      ], fixes: fitting.count == 1 ? Advice.replace(span, with: fitting.first) : [])
  }

  private static func diagnostic(
    _ value: Located<String>, property: PathResolution, values: [String], use: Located<String>
  ) -> Diagnostic {
    let near = SpellingDistance.nearest(to: value.value, in: values)
    return Diagnostic(
      rule, "`\(property.path.text)` of \(property.entity.title) has no value \"\(value.value)\"",
      explanation: (near.map { "Did you mean \"\($0)\"? " } ?? "")
        + "Its values are \(Wording.list(values, limit: 12)).",
      at: value.span,
      labels: [
        Diagnostic.Label("the map is used here", at: use.span),
        Diagnostic.Label("a closed enum", at: property.leaf.span),
      ], fixes: value.span.text == value.value ? Advice.replace(value.span, with: near) : [])
  }
}

/// A value map that leaves out values of the source.
enum ValueMapCoverage {
  static let rule = Rule(
    code: "T3017", name: "value-map-coverage", category: .mapping, severity: .warning,
    summary: "A value map leaves out values that the source's property can have.",
    page: """
      A record with a value that the map does not name is set aside. Add a line for each value, or say what happens to
      all others with `otherwise`: `keep`, `empty`, a value, or `error` to say that setting aside is meant.
      """,
    failing: Examples.rows(
      "{source: status, target: Status, type: string, values: Status}", before: "values:\n  Status: {active: Active}"),
    passing: Examples.rows(
      "{source: status, target: Status, type: string, values: Status}",
      before: "values:\n  Status: {active: Active, blocked: Blocked}"))

  static func diagnostic(
    _ map: TandemSyntax.ValueMap, missing: [String], source: PathResolution, use: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      rule, "the value map `\(map.name.value)` does not say what becomes of \(Wording.list(missing, limit: 12))",
      explanation: (("Records with \(missing.count == 1 ? "this value" : "these values") in `\(source.path.text)` "
        + "would be ")
        + "set aside. Add a line for each, or `otherwise` with ")
        + "`keep`, `empty`, a value, or `error` where that is meant.",
      at: map.name.span,
      labels: [
        Diagnostic.Label("the map is used here", at: use.span),
        Diagnostic.Label("all its values", at: source.leaf.span),
      ])
  }
}
